import { type Lead, type Problem, type Review, type Slot, WINDOWS } from '../problem.js';
import type { Seating } from '../rules/seat-rule.js';

/** One fact that somebody could be asked to change, and what it would be instead. */
export type Fact =
  /** They could review then, if needed. */
  | { kind: 'AVAILABILITY'; lead: string; slot: Slot }
  /** The school would accept that window. */
  | { kind: 'HOST_WINDOW'; review: string; slot: Slot }
  /** They would travel so far instead of at most what they agreed to. */
  | { kind: 'DISTANCE'; lead: string; km: number; insteadOfKm: number }
  /** They would travel to that region, if reluctantly. */
  | { kind: 'REGION'; lead: string; region: string }
  /** They would take so many reviews this term: one more than they may, unless told how many more. */
  | { kind: 'TERM_LIMIT'; lead: string; reviews: number; more?: number }
  /** They would take so many reviews in any run of so many weeks: one more than they may, unless told how many more. */
  | { kind: 'REST'; lead: string; reviews: number; weeks: number; more?: number };

/**
 * The smallest change of a fact that satisfies the rule that refuses a seating; null where nobody can be asked: a phase, a
 * need, a conflict of interest, a ban or a day on which nobody can review stay as they are.
 */
export function factAgainst(rule: string, { lead, review, slot, roadKm }: Seating): Fact | null {
  switch (rule) {
    case 'personIsAvailable':
      return { kind: 'AVAILABILITY', lead: lead.id, slot };
    case 'hostAcceptsSlot':
      return { kind: 'HOST_WINDOW', review: review.id, slot };
    case 'withinTravelRadius': {
      const insteadOfKm = lead.limits.maxKm ?? 0;
      return { kind: 'DISTANCE', lead: lead.id, km: Math.ceil(roadKm), insteadOfKm };
    }
    case 'regionIsNotRefused':
      return { kind: 'REGION', lead: lead.id, region: review.region };
    default:
      return null;
  }
}

/** One review more than they may this term, and in any run of weeks, where that limit can be felt at all. */
export function widerLimits({ id, limits }: Lead, weekCount: number): Fact[] {
  const { term, restReviews, restWeeks: weeks } = limits;
  const facts: Fact[] = [];
  if (term < weekCount) facts.push({ kind: 'TERM_LIMIT', lead: id, reviews: term + 1 });
  if (restReviews < Math.min(weeks, weekCount)) {
    facts.push({ kind: 'REST', lead: id, reviews: restReviews + 1, weeks });
  }
  return facts;
}

/** The problem with only this fact changed. */
export function withFact(problem: Problem, fact: Fact): Problem {
  switch (fact.kind) {
    case 'AVAILABILITY': {
      const { week, window } = fact.slot;
      return changeLead(problem, fact.lead, ({ availability }) => ({
        availability: {
          ...availability,
          [week]: { ...availability[week], [window]: 'IF_NEEDED' },
        },
      }));
    }
    case 'HOST_WINDOW':
      return changeReview(problem, fact.review, ({ windows }) => ({
        windows: [...windows, { ...fact.slot, grade: 'ACCEPTABLE' }],
      }));
    case 'DISTANCE':
      return changeLead(problem, fact.lead, ({ limits }) => ({
        limits: { ...limits, maxKm: fact.km },
      }));
    case 'REGION':
      return changeLead(problem, fact.lead, ({ regions }) => ({
        regions: { ...regions, [fact.region]: 'RELUCTANT' },
      }));
    case 'TERM_LIMIT':
      return changeLead(problem, fact.lead, ({ limits }) => ({
        limits: { ...limits, term: fact.reviews },
      }));
    case 'REST':
      return changeLead(problem, fact.lead, ({ limits }) => ({
        limits: { ...limits, restReviews: fact.reviews },
      }));
  }
}

/** Every slot of the term, open or not. */
export function slotsOf({ weeks }: Problem): Slot[] {
  return weeks.flatMap((week) => WINDOWS.map((window): Slot => ({ week, window })));
}

function changeLead(problem: Problem, id: string, change: (lead: Lead) => Partial<Lead>): Problem {
  const leads = problem.leads.map((lead) => (lead.id === id ? { ...lead, ...change(lead) } : lead));
  return { ...problem, leads };
}

function changeReview(
  problem: Problem,
  id: string,
  change: (review: Review) => Partial<Review>,
): Problem {
  const reviews = problem.reviews.map((review) =>
    review.id === id ? { ...review, ...change(review) } : review,
  );
  return { ...problem, reviews };
}
