import { acceptedLines } from './attention/accepted-lines.js';
import { type AttentionLine, URGENCIES } from './attention/attention-line.js';
import { availabilityLines } from './attention/availability-lines.js';
import { planLines } from './attention/plan-lines.js';
import { schoolLines } from './attention/school-lines.js';
import { seatLines } from './attention/seat-lines.js';
import { supplyLines } from './attention/supply-lines.js';
import { type HomeFacts } from './home-facts.js';

/** Everything that somebody must do, the most urgent first; within that what blocks planned reviews, then in the order of the work. */
export function attentionLines(facts: HomeFacts): AttentionLine[] {
  const lines = [
    ...seatLines(facts),
    ...acceptedLines(facts),
    ...availabilityLines(facts),
    ...schoolLines(facts),
    ...supplyLines(facts),
    ...planLines(facts),
  ];
  return URGENCIES.flatMap((urgency) => lines.filter((line) => line.urgency === urgency));
}
