import type { Pin, SeatRow } from '../problem.js';
import { slotInWords } from '../slot-words.js';
import type { PlanRule } from './plan-rule.js';
import { roleInWords } from './seat-rule.js';

/** A pinned review gets a lead, and what its pin names is so. */
export const pinsHold: PlanRule = {
  name: 'pinsHold',
  title: 'What is pinned stays',
  breaches: ({ problem, rows }) => {
    const rowsByReview = new Map(rows.map((row) => [row.review, row]));
    return problem.pins.flatMap((pin) => {
      const row = rowsByReview.get(pin.review);
      const unmet = unmetBy(row, pin);
      if (unmet.length === 0 && row !== undefined && row.lead !== null) return [];
      const words = unmet.map((each) => each.words).join(', ');
      return [
        {
          sentence:
            unmet.length === 0
              ? `${pin.review} is pinned, so it must have a lead.`
              : `${pin.review} is pinned to ${words}.`,
          reviews: [pin.review],
          people: unmet.flatMap(({ person }) => (person === undefined ? [] : [person])),
        },
      ];
    });
  },
};

/** What a pin names that is not so. */
function unmetBy(row: SeatRow | undefined, pin: Pin): { words: string; person?: string }[] {
  const unmet: { words: string; person?: string }[] = [];
  const seats = [
    [pin.lead, row?.lead, 'LEAD'],
    [pin.qualityAssurer, row?.qualityAssurer, 'QUALITY_ASSURER'],
    [pin.shadow, row?.shadow, 'SHADOW'],
  ] as const;
  for (const [person, holder, role] of seats) {
    if (person === undefined || person === holder) continue;
    unmet.push({ words: `${person} as ${roleInWords(role)}`, person });
  }
  const { week, window } = pin;
  if (week === undefined || window === undefined) return unmet;
  if (row?.week !== week || row.window !== window)
    unmet.push({ words: slotInWords({ week, window }) });
  return unmet;
}
