import type { Lead, Problem, Review, Slot } from '../problem.js';
import { slotInWords } from '../rules/seat-rule.js';
import { refusingRules, seatingOf } from './shut-out.js';

/** One fact that somebody could be asked to change. */
export interface Fact {
  kind: 'AVAILABILITY' | 'REGION' | 'DISTANCE' | 'HOST_WINDOW' | 'TERM_LIMIT' | 'REST';
  /** Whom or what it is about: a person's or a review's id. */
  subject: string;
  /** The change in a sentence. */
  words: string;
  /** The problem with only this fact changed. */
  apply(problem: Problem): Problem;
}

/** Who would lead the review, and when, if the fact changed. */
export interface FactFor {
  fact: Fact;
  lead: string;
  slot: Slot;
}

/**
 * Every single change of a fact that would permit somebody to lead the review, the least to ask
 * first: a person's window from no to if needed, a region from no to reluctant, a wider radius,
 * another window from the school, a cap raised by one.
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
        only === undefined ? capsOf(lead) : [factAgainst(only, lead, review, slot, seating.roadKm)];
      facts.push(...found.flatMap((fact) => (fact ? [{ fact, lead: lead.id, slot }] : [])));
    }
  }
  return facts.sort(
    (a, b) => costOfAsking.indexOf(a.fact.kind) - costOfAsking.indexOf(b.fact.kind),
  );
}

const costOfAsking: Fact['kind'][] = [
  'AVAILABILITY',
  'HOST_WINDOW',
  'DISTANCE',
  'REGION',
  'TERM_LIMIT',
  'REST',
];

function slotsOf(problem: Problem): Slot[] {
  return problem.weeks.flatMap((week): Slot[] => [
    { week, window: 'MON_WED' },
    { week, window: 'WED_FRI' },
  ]);
}

/** The smallest change of a fact that satisfies the one rule that refuses; null where there is none. */
function factAgainst(
  rule: string,
  lead: Lead,
  review: Review,
  slot: Slot,
  roadKm: number,
): Fact | null {
  switch (rule) {
    case 'personIsAvailable':
      return {
        kind: 'AVAILABILITY',
        subject: lead.id,
        words: `${lead.id} could review on ${slotInWords(slot)} if needed`,
        apply: changeLead(lead.id, (person) => ({
          availability: {
            ...person.availability,
            [slot.week]: { ...person.availability[slot.week], [slot.window]: 'IF_NEEDED' },
          },
        })),
      };
    case 'regionIsNotRefused':
      return {
        kind: 'REGION',
        subject: lead.id,
        words: `${lead.id} would travel to ${review.region}, if reluctantly`,
        apply: changeLead(lead.id, (person) => ({
          regions: { ...person.regions, [review.region]: 'RELUCTANT' },
        })),
      };
    case 'withinTravelRadius':
      return {
        kind: 'DISTANCE',
        subject: lead.id,
        words: `${lead.id} would travel ${Math.ceil(roadKm)} km`,
        apply: changeLead(lead.id, (person) => ({
          limits: { ...person.limits, maxKm: Math.ceil(roadKm) },
        })),
      };
    case 'hostAcceptsSlot':
      return {
        kind: 'HOST_WINDOW',
        subject: review.id,
        words: `The school of ${review.id} would accept ${slotInWords(slot)}`,
        apply: (problem) => ({
          ...problem,
          reviews: problem.reviews.map((each) =>
            each.id === review.id
              ? { ...each, windows: [...each.windows, { ...slot, grade: 'ACCEPTABLE' }] }
              : each,
          ),
        }),
      };
    default:
      return null;
  }
}

/** A permitted lead who is kept away by the rest of the plan may be full. */
function capsOf(lead: Lead): Fact[] {
  const { term, restReviews } = lead.limits;
  return [
    {
      kind: 'TERM_LIMIT',
      subject: lead.id,
      words: `${lead.id} would take ${reviews(term + 1)} this term instead of at most ${term}`,
      apply: changeLead(lead.id, (person) => ({ limits: { ...person.limits, term: term + 1 } })),
    },
    {
      kind: 'REST',
      subject: lead.id,
      words: `${lead.id} would take ${reviews(restReviews + 1)} in ${lead.limits.restWeeks} weeks instead of at most ${restReviews}`,
      apply: changeLead(lead.id, (person) => ({
        limits: { ...person.limits, restReviews: restReviews + 1 },
      })),
    },
  ];
}

const reviews = (count: number): string => `${count} ${count === 1 ? 'review' : 'reviews'}`;

function changeLead(
  id: string,
  change: (lead: Lead) => Partial<Lead>,
): (problem: Problem) => Problem {
  return (problem) => ({
    ...problem,
    leads: problem.leads.map((lead) => (lead.id === id ? { ...lead, ...change(lead) } : lead)),
  });
}
