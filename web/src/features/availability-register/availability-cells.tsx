import type { AvailabilityRegister, AvailabilityRow } from '../../api/registers';
import { Nothing } from '../../parts/register/cell';
import { RowLink } from '../../parts/register/row-link';
import { Tag, type Tone } from '../../parts/tag';
import { leadTarget } from '../../parts/term-links';
import { Lane } from './lane';

const tones: Readonly<Record<string, Tone>> = {
  Answered: 'ok',
  Late: 'ok',
  Waived: 'plain',
  None: 'warn',
};
const words: Readonly<Record<string, string>> = {
  None: 'No answer yet',
  Late: 'Answered late',
  Waived: 'Counted without',
};

/** How the register of availability draws what is more than words. */
export function availabilityCells({ termId, planId, slots }: AvailabilityRegister) {
  return {
    name: ({ name, lead }: AvailabilityRow) => (
      <RowLink
        target={planId === null ? undefined : leadTarget(termId, planId, lead)}
        words={name}
      />
    ),
    answer: ({ answer }: AvailabilityRow) => (
      <Tag tone={tones[answer] ?? 'plain'}>{words[answer] ?? answer}</Tag>
    ),
    lane: (row: AvailabilityRow) =>
      row.lane === null ? <Nothing /> : <Lane lane={row.lane} slots={slots} />,
    waiver: ({ waiver, waiverReason }: AvailabilityRow) =>
      waiver === null ? <Nothing /> : <span title={waiverReason ?? ''}>{waiver}</span>,
  };
}
