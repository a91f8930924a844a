import type { Lead, Problem, Review, Slot } from '../problem.js';
import { refusingRules, seatingOf } from './shut-out.js';

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
  /** They would take one review more than they may this term. */
  | { kind: 'TERM_LIMIT'; lead: string; reviews: number }
  /** They would take one review more than they may in any run of so many weeks. */
  | { kind: 'REST'; lead: string; reviews: number; weeks: number };

/** Who would lead the review, and when, if the fact changed. */
export interface FactFor {
  fact: Fact;
  lead: string;
  slot: Slot;
  /** From their home to the school. */
  roadKm: number;
}

/**
 * Every single change of a fact that would permit somebody to lead the review, the least to ask
 * first: a person's window from no to if needed, another window from the school, a wider radius, a
 * region from no to reluctant, a cap raised by one; of the same kind those who live nearest first.
 */
export function factsFor(problem: Problem, review: Review): FactFor[] {
  const leads = problem.leads.filter((lead) => lead.roles.includes('LEAD'));
  const facts: FactFor[] = [];
  for (const slot of slotsOf(problem)) {
    for (const lead of leads) {
      const seating = seatingOf(problem, lead, review, slot);
      const refusing = [...refusingRules(seating)];
      const [only] = refusing;
      if (refusing.length > 1) continue;
      const found =
        only === undefined ? capsOf(lead) : factAgainst(only, lead, review, slot, seating.roadKm);
      const { roadKm } = seating;
      facts.push(...found.map((fact) => ({ fact, lead: lead.id, slot, roadKm })));
    }
  }
  const cost = ({ fact }: FactFor): number => costOfAsking.indexOf(fact.kind);
  return facts.sort((a, b) => cost(a) - cost(b) || a.roadKm - b.roadKm);
}

/** Kinds of facts, what costs least to ask for first. */
export const costOfAsking: readonly Fact['kind'][] = [
  'AVAILABILITY',
  'HOST_WINDOW',
  'DISTANCE',
  'REGION',
  'TERM_LIMIT',
  'REST',
];

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
export function slotsOf(problem: Problem): Slot[] {
  return problem.weeks.flatMap((week): Slot[] => [
    { week, window: 'MON_WED' },
    { week, window: 'WED_FRI' },
  ]);
}

/** The smallest change of a fact that satisfies a rule that refuses a seat; none where nobody can be asked. */
export function factAgainst(
  rule: string,
  lead: Lead,
  review: Review,
  slot: Slot,
  roadKm: number,
): Fact[] {
  switch (rule) {
    case 'personIsAvailable':
      return [{ kind: 'AVAILABILITY', lead: lead.id, slot }];
    case 'hostAcceptsSlot':
      return [{ kind: 'HOST_WINDOW', review: review.id, slot }];
    case 'withinTravelRadius': {
      const insteadOfKm = lead.limits.maxKm ?? 0;
      return [{ kind: 'DISTANCE', lead: lead.id, km: Math.ceil(roadKm), insteadOfKm }];
    }
    case 'regionIsNotRefused':
      return [{ kind: 'REGION', lead: lead.id, region: review.region }];
    default:
      return [];
  }
}

/** A permitted lead who is kept away by the rest of the plan may be full. */
function capsOf({ id, limits }: Lead): Fact[] {
  return [
    { kind: 'TERM_LIMIT', lead: id, reviews: limits.term + 1 },
    { kind: 'REST', lead: id, reviews: limits.restReviews + 1, weeks: limits.restWeeks },
  ];
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
