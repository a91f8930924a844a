import { weekdayInWords } from '../../calendar/words.js';
import { provenInWords } from '../summary/phrases.js';
import { type PlanTables } from './plan-tables.js';

/** As of when, how sure, and what in it is made up: what must stand above every account of a plan. */
export function standingInWords({ asOf, isProven, pinned, isInvented }: PlanTables): string[] {
  const proof = isProven
    ? `${provenInWords(pinned)} Checked by a second program.`
    : 'Stopped early: checked by a second program, but not proven to be the best plan.';
  const when = asOf === null ? '' : `As things stood on ${weekdayInWords(asOf)}. `;
  return [`${when}${proof}`, ...inventedInWords(isInvented)];
}

/** What in it is made up, in a sentence; none where nothing is. */
export function inventedInWords({ people, needs }: PlanTables['isInvented']): string[] {
  if (people)
    return [
      'Sample: the schools are real; the people, the schools’ needs and all events are invented.',
    ];
  return needs ? ['Needs marked as invented are not the schools’ own.'] : [];
}
