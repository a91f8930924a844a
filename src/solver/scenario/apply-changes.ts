import type { Lead, Problem, Review } from '../problem.js';
import { typicalLead } from '../recruiting/typical-lead.js';
import type { FreedSeat, Misfit, ScenarioChange } from './change.js';
import { leaving, slotsBefore } from './days.js';
import { acceptedBeyond } from './limits-kept.js';
import { freePins, isNoLongerPermitted } from './free-pins.js';

/** The problem as it would be, or the first change that does not fit it and why. */
export type Applied =
  | {
      kind: 'APPLIED';
      problem: Problem;
      /** Seats that were accepted, or pinned by hand, and are open now. */
      freed: FreedSeat[];
    }
  | { kind: 'REFUSED'; /** Its number in the list. */ change: number; misfit: Misfit };

type Changed = Omit<Extract<Applied, { kind: 'APPLIED' }>, 'kind'>;
type Step = Changed | Misfit;

/** The programme's rule for serving leaders (`docs/domain.md`, "The Lead Reviewer"): three of six a year, at most four of six a term. */
const SERVING_LEADER = { minimum: [3, 6], term: [4, 6] } as const;

/**
 * Makes changes to a problem, one after another. It is not changed itself. The same problem and changes give the same
 * result.
 *
 * Seats that are pinned stay pinned, unless a change makes them impossible for that person alone: then they are free, and
 * told. Whoever joins is typical of the problem as it was before all changes.
 */
export function applyChanges(problem: Problem, changes: readonly ScenarioChange[]): Applied {
  let applied: Changed = { problem, freed: [] };
  for (const [index, change] of changes.entries()) {
    const step = applyOne(applied.problem, change, problem);
    if ('why' in step) return { kind: 'REFUSED', change: index, misfit: step };
    applied = { problem: step.problem, freed: [...applied.freed, ...step.freed] };
  }
  return { kind: 'APPLIED', ...applied };
}

function applyOne(problem: Problem, change: ScenarioChange, given: Problem): Step {
  switch (change.kind) {
    case 'LEAVES':
      return leaves(problem, change);
    case 'JOINS':
      return joins(problem, change, given);
    case 'SCHOOL_MOVES':
      return schoolMoves(problem, change);
    case 'REVIEW_ADDED':
      return reviewAdded(problem, change.review);
    case 'REVIEW_DROPPED':
      return reviewDropped(problem, change.review);
    case 'LIMITS':
      return limitsChange(problem, change);
    case 'REGION':
      return regionChanges(problem, change);
  }
}

type Of<Kind extends ScenarioChange['kind']> = Extract<ScenarioChange, { kind: Kind }>;

/** What is wanted of them shrinks with their weeks: target × weeks before they go ÷ all weeks, half up *(decided)*. */
function leaves(problem: Problem, { person, from }: Of<'LEAVES'>): Step {
  const lead = problem.leads.find(({ id }) => id === person);
  if (lead === undefined) return { why: 'NO_SUCH_PERSON', person };
  const late = tooLate(problem, from);
  if (late) return late;
  const { availability, weeksLeft } = leaving(lead, problem.weeks, from);
  const { commitment } = lead;
  const target = halfUp(commitment.target * weeksLeft, problem.weeks.length);
  const gone: Lead = { ...lead, availability, commitment: { ...commitment, target } };
  const isOver = slotsBefore(from);
  const { pins, freed } = freePins(
    problem.pins,
    (seat) => seat.person === person && !(seat.slot && isOver(seat.slot)),
  );
  return { problem: { ...problem, leads: withLead(problem, gone), pins }, freed };
}

function joins(problem: Problem, change: Of<'JOINS'>, given: Problem): Step {
  const { ids, home, region, phases, needs, isServingLeader, from } = change;
  const taken = ids.find(
    (id, index) => problem.leads.some((lead) => lead.id === id) || ids.indexOf(id) < index,
  );
  if (taken !== undefined) return { why: 'NAME_TAKEN', person: taken };
  const late = from === null ? null : tooLate(problem, from);
  if (late) return late;
  const joining = ids.map((id) => {
    const usual = typicalLead(given, { id, home, region, phases, needs });
    const lead = isServingLeader ? asServingLeader(usual) : usual;
    return from === null ? lead : freeFrom(lead, problem, from);
  });
  return { problem: { ...problem, leads: [...problem.leads, ...joining] }, freed: [] };
}

function asServingLeader(lead: Lead): Lead {
  const { commitment, limits } = lead;
  const [less, usual] = SERVING_LEADER.minimum;
  const [fewer, most] = SERVING_LEADER.term;
  return {
    ...lead,
    commitment: {
      ...commitment,
      minimum: halfUp(commitment.minimum * less, usual),
      target: halfUp(commitment.target * less, usual),
    },
    limits: { ...limits, term: halfUp(limits.term * fewer, most) },
  };
}

/** Nothing before their first day, and as much less is wanted of them. */
function freeFrom(lead: Lead, { weeks }: Problem, from: string): Lead {
  const ahead = weeks.filter((week) => week >= from);
  const { commitment } = lead;
  return {
    ...lead,
    availability: Object.fromEntries(
      Object.entries(lead.availability).filter(([week]) => ahead.includes(week)),
    ),
    commitment: {
      ...commitment,
      target: halfUp(commitment.target * ahead.length, weeks.length),
    },
  };
}

function schoolMoves(problem: Problem, { urn, to, region }: Of<'SCHOOL_MOVES'>): Step {
  if (!problem.reviews.some((review) => review.urn === urn)) return { why: 'NO_SUCH_SCHOOL', urn };
  const reviews = problem.reviews.map((review) =>
    review.urn === urn ? { ...review, ...to, region } : review,
  );
  const moved = new Set(reviews.filter((review) => review.urn === urn).map(({ id }) => id));
  return freeing({ ...problem, reviews }, ({ review }) => moved.has(review));
}

function reviewAdded(problem: Problem, review: Review): Step {
  const { id, urn } = review;
  const isThere = problem.reviews.some((each) => each.id === id || each.urn === urn);
  if (isThere) return { why: 'REVIEW_IS_THERE', review: id, urn };
  return { problem: { ...problem, reviews: [...problem.reviews, review] }, freed: [] };
}

function reviewDropped(problem: Problem, review: string): Step {
  if (!problem.reviews.some(({ id }) => id === review)) return { why: 'NO_SUCH_REVIEW', review };
  return {
    problem: {
      ...problem,
      reviews: problem.reviews.filter(({ id }) => id !== review),
      pins: problem.pins.filter((pin) => pin.review !== review),
      bans: problem.bans.filter((ban) => ban.review !== review),
    },
    freed: [],
  };
}

function limitsChange(problem: Problem, { person, limits }: Of<'LIMITS'>): Step {
  const lead = problem.leads.find(({ id }) => id === person);
  if (lead === undefined) return { why: 'NO_SUCH_PERSON', person };
  const changed = { ...lead, limits: { ...lead.limits, ...limits } };
  const step = personChanges(problem, changed);
  return acceptedBeyond(step.problem, changed, lead.limits) ?? step;
}

function regionChanges(problem: Problem, { person, region, grade }: Of<'REGION'>): Step {
  const lead = problem.leads.find(({ id }) => id === person);
  if (lead === undefined) return { why: 'NO_SUCH_PERSON', person };
  return personChanges(problem, { ...lead, regions: { ...lead.regions, [region]: grade } });
}

function personChanges(problem: Problem, changed: Lead): Changed {
  const leads = withLead(problem, changed);
  return freeing({ ...problem, leads }, ({ person }) => person === changed.id);
}

/** Seats of these that the rules no longer permit become free. */
function freeing(
  problem: Problem,
  isTouched: (seat: { review: string; person: string }) => boolean,
): Changed {
  const { pins, freed } = freePins(
    problem.pins,
    (seat) => isTouched(seat) && isNoLongerPermitted(problem, seat),
  );
  return { problem: { ...problem, pins }, freed };
}

function withLead({ leads }: Problem, changed: Lead): Lead[] {
  return leads.map((lead) => (lead.id === changed.id ? changed : lead));
}

function tooLate({ weeks }: Problem, from: string): Misfit | null {
  const lastWeek = weeks.at(-1) ?? '';
  const isOver = slotsBefore(from);
  return isOver({ week: lastWeek, window: 'WED_FRI' }) ? { why: 'TOO_LATE', from, lastWeek } : null;
}

/** a ÷ b, a half rounded up, in integers. */
function halfUp(a: number, b: number): number {
  return Math.floor((2 * a + b) / (2 * b));
}
