import type { NewSeatEvent } from '../../api/commitments';

type Kind = NewSeatEvent['kind'];

/** What can happen to a seat, as the form offers it. */
export const KINDS: readonly { kind: Kind; label: string; ends: boolean }[] = [
  { kind: 'OFFERED', label: 'It was offered', ends: false },
  { kind: 'ACCEPTED', label: 'It was accepted', ends: false },
  { kind: 'DECLINED', label: 'It was declined', ends: true },
  { kind: 'WITHDRAWN', label: 'It was given back or taken back', ends: true },
  { kind: 'CANCELLED', label: 'It was cancelled', ends: true },
  { kind: 'LED', label: 'It was led', ends: false },
];

/** Who ended it, as the form offers it. */
export const CAUSERS = [
  { value: 'SCHOOL', label: 'The school' },
  { value: 'LEAD_REVIEWER', label: 'The Lead Reviewer' },
  { value: 'PROGRAMME', label: 'The programme' },
] as const;

/** Who most often causes that a seat ends in this way: what the form begins with. */
export function usualCauser(kind: Kind): 'SCHOOL' | 'LEAD_REVIEWER' {
  return kind === 'CANCELLED' ? 'SCHOOL' : 'LEAD_REVIEWER';
}

/** Whether the form asks by whom and why. */
export function isEnding(kind: Kind): boolean {
  return KINDS.some((each) => each.kind === kind && each.ends);
}

/** What the form offers next: nothing that is on record already. */
export function kindsLeft(recorded: readonly { readonly kind: string }[]): typeof KINDS {
  return KINDS.filter(({ kind }) => !recorded.some((event) => event.kind === kind));
}
