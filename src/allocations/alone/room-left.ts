import { mostUnderRest, type RestRule, type WeekRoom } from '../../solver/alone/most-under-rest.js';

/**
 * How many reviews more the school weeks of one term leave room for beside the seats that somebody holds already: one a
 * week, the rest rule, the most of a term.
 *
 * @param weeks the Mondays of the term's school weeks, in order
 */
export function roomInTerm(
  weeks: readonly string[],
  person: { isFree: (week: string) => boolean; taken: ReadonlySet<string> },
  rules: { rest: RestRule; cap: number },
): number {
  const rooms = weeks.map((week): WeekRoom => {
    if (person.taken.has(week)) return 'TAKEN';
    return person.isFree(week) ? 'FREE' : 'CLOSED';
  });
  const taken = rooms.filter((room) => room === 'TAKEN').length;
  return Math.max(0, Math.min(mostUnderRest(rooms, rules.rest), rules.cap - taken));
}
