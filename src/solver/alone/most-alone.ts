import { visitCandidates } from '../candidates.js';
import { type Lead, type Problem } from '../problem.js';
import { mostUnderRest, type RestRule } from './most-under-rest.js';

/** How many reviews of a term one person could lead if nobody else were there. */
export interface MostAlone {
  lead: string;
  /** By the declared dates alone: one a week, and the rest rule. */
  byAvailability: number;
  /** By every rule: phases, needs, conflicts, regions, distance, bans, hosts' windows, and the limit for the term. */
  byAllRules: number;
}

/**
 * What each person of a term could lead at most, each looked at alone: `byAllRules` never passes `byAvailability`.
 * Pins are not looked at, nor whether a new lead finds an assurer.
 */
export function mostAlone(problem: Problem): MostAlone[] {
  const reviewsByWeek = leadReviews(problem);
  const closed = new Set(problem.closed.map(({ week, window }) => `${week} ${window}`));
  return problem.leads.map((lead, index) => {
    const rest = { reviews: lead.limits.restReviews, weeks: lead.limits.restWeeks };
    const rooms = problem.weeks.map((week) =>
      isFreeIn(lead, week, closed) ? ('FREE' as const) : ('CLOSED' as const),
    );
    return {
      lead: lead.id,
      byAvailability: mostUnderRest(rooms, rest),
      byAllRules: mostReviews(reviewsByWeek[index] ?? [], rest, lead.limits.term),
    };
  });
}

/** For each person and week, the reviews that they may lead then: indexes into the problem's arrays. */
function leadReviews(problem: Problem): Set<number>[][] {
  const found = problem.leads.map(() => problem.weeks.map(() => new Set<number>()));
  visitCandidates(problem, ({ role, lead, review, week }) => {
    if (role === 'LEAD') found[lead]?.[week]?.add(review);
  });
  return found;
}

function isFreeIn(lead: Lead, week: string, closed: ReadonlySet<string>): boolean {
  return Object.keys(lead.availability[week] ?? {}).some(
    (window) => !closed.has(`${week} ${window}`),
  );
}

/**
 * The most reviews that can be given weeks of their own, each once, in weeks that keep the rest rule, and no more
 * than the limit. Weeks are taken one by one, each by an augmenting path; a branch ends where even all weeks left
 * would not pass the best so far.
 *
 * @param weeks the reviews possible in each neighbouring week
 */
export function mostReviews(
  weeks: readonly ReadonlySet<number>[],
  rest: RestRule,
  limit: number,
): number {
  const open = weeks.map((reviews) => (reviews.size > 0 ? ('FREE' as const) : ('CLOSED' as const)));
  const bound = Math.min(
    limit,
    new Set(weeks.flatMap((each) => [...each])).size,
    mostUnderRest(open, rest),
  );
  const left = open.map((_, at) => open.slice(at).filter((room) => room === 'FREE').length);
  let best = 0;
  const extend = (at: number, taken: readonly number[], held: Map<number, number>): void => {
    best = Math.max(best, taken.length);
    if (best >= bound || taken.length + (left[at] ?? 0) <= best) return;
    const inRun = taken.filter((week) => week > at - rest.weeks).length;
    if (open[at] === 'FREE' && inRun < rest.reviews) {
      const more = new Map(held);
      if (augment(weeks, at, more, new Set())) extend(at + 1, [...taken, at], more);
    }
    extend(at + 1, taken, held);
  };
  extend(0, [], new Map());
  return best;
}

/** Gives the week a review, moving others where that helps. `held`: the week that each review has. */
function augment(
  weeks: readonly ReadonlySet<number>[],
  week: number,
  held: Map<number, number>,
  tried: Set<number>,
): boolean {
  for (const review of weeks[week] ?? []) {
    if (tried.has(review)) continue;
    tried.add(review);
    const holder = held.get(review);
    if (holder === undefined || augment(weeks, holder, held, tried)) {
      held.set(review, week);
      return true;
    }
  }
  return false;
}
