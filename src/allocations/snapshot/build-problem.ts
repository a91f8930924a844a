import { targetsForTerm, type TermTarget } from '../../commitments/targets.js';
import { inTurns } from '../../platform/turns.js';
import { type Lead, PROBLEM_FORMAT, type Problem } from '../../solver/problem.js';
import { type HeldReview, holdSeats, occupy } from './hold-seats.js';
import { problemLead, type ProblemLead, whyLeftOut } from './problem-leads.js';
import { problemReviews } from './problem-reviews.js';
import {
  bansFromSeats,
  heldReviews,
  occupiedWeeks,
  publishedRows,
  unableInWords,
} from './problem-seats.js';
import { type LeftOut, type SnapshotContext, type SnapshotInput } from './snapshot-input.js';

/**
 * The problem of a term as the facts are today, and beside it the names and what was left out. The
 * same facts give the same problem, field by field: everything is in the order of its reference.
 */
export async function buildProblem(
  given: SnapshotInput,
): Promise<{ problem: Problem; context: SnapshotContext }> {
  const input = inOrder(given);
  const { held, unable } = heldReviews(input);
  const notKept = unable.map(unableInWords);
  const { reviews, leftOut } = problemReviews(
    input.reviews,
    input.weeks,
    new Set(held.map(({ review }) => review)),
  );
  const inProblem = new Set(reviews.map(({ id }) => id));
  const keepable = held.filter(
    ({ review, week }) => inProblem.has(review) && input.weeks.includes(week),
  );
  const people = await peopleOf(input, keepable);
  const refused = bansFromSeats(input.seats);
  const leads = people.map(({ lead }) => lead);
  takeWeeks(
    leads,
    input,
    new Set(held.filter((each) => !keepable.includes(each)).map(({ review }) => review)),
  );
  const codes = new Set(leads.map(({ id }) => id));
  const draft: Problem = {
    format: PROBLEM_FORMAT,
    name: input.name,
    weeks: input.weeks,
    closed: input.closed,
    leads,
    reviews,
    published: publishedRows(input.seats).filter(({ review }) => inProblem.has(review)),
    pins: [],
    bans: refused.bans.filter(({ lead, review }) => codes.has(lead) && inProblem.has(review ?? '')),
    policy: input.policy,
  };
  const { problem, notes: heldNotes } = holdSeats(draft, keepable);
  return {
    problem: { ...problem, leads: withTargets(problem.leads, input) },
    context: {
      asOf: input.today,
      ...names(input, people),
      leftOut: [...peopleLeftOut(input), ...leftOut],
      termWeeks: input.weeks,
      notKept,
      notes: [...notKept, ...heldNotes, ...refused.notes, ...overrides(input)],
    },
  };
}

function inOrder(input: SnapshotInput): SnapshotInput {
  const byCode = <T extends { code: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => (a.code < b.code ? -1 : 1));
  const seatKey = ({ review, role, week, window, lead }: SnapshotInput['seats'][number]): string =>
    `${review} ${role} ${week} ${window} ${lead}`;
  return {
    ...input,
    people: byCode(input.people),
    reviews: byCode(input.reviews),
    seats: [...input.seats].sort((a, b) => (seatKey(a) < seatKey(b) ? -1 : 1)),
  };
}

/** Those who may take a seat, and whoever sits on a review that is held. */
function peopleOf(input: SnapshotInput, held: readonly HeldReview[]): Promise<ProblemLead[]> {
  const sitting = new Set(held.flatMap(({ seats }) => seats.map(({ lead }) => lead)));
  const people = input.people.filter(({ roles, code }) => roles.length > 0 || sitting.has(code));
  return inTurns(people, (person) => problemLead(person, input));
}

/** Accepted seats that no pin can hold still take their week. */
function takeWeeks(
  leads: readonly Lead[],
  input: SnapshotInput,
  notKeepable: ReadonlySet<string>,
): void {
  const ofTerm = new Set(input.reviews.map(({ code }) => code));
  const byCode = new Map(leads.map((lead) => [lead.id, lead]));
  const isElsewhere = (review: string): boolean => !ofTerm.has(review) || notKeepable.has(review);
  for (const { lead, week } of occupiedWeeks(input.seats, isElsewhere)) {
    const person = byCode.get(lead);
    if (person) occupy(person, week);
  }
}

/** `docs/domain.md`, "Target for a term"; a week counts when the person could still be on a review in it. */
export function termTargets(
  leads: readonly Lead[],
  input: Pick<SnapshotInput, 'people' | 'reviews' | 'yearAhead'>,
): Map<string, TermTarget> {
  const people = new Map(input.people.map((person) => [person.code, person]));
  const targets = targetsForTerm(
    leads.map((lead) => {
      const person = people.get(lead.id);
      return {
        id: lead.id,
        mayLead: person?.roles.includes('LEAD') ?? false,
        minimum: lead.commitment.minimum,
        ledInEarlierTerms: lead.commitment.done,
        confirmedInLaterTerms: person?.confirmedInLaterTerms ?? 0,
        termLimit: lead.limits.term,
        usableWeeks: Object.keys(lead.availability).length,
      };
    }),
    {
      inTerm: input.reviews.length,
      unconfirmedInLaterTerms: input.yearAhead.unconfirmedInLaterTerms,
    },
  );
  return new Map(targets.map((target) => [target.id, target]));
}

function withTargets(leads: readonly Lead[], input: SnapshotInput): Lead[] {
  const targets = termTargets(leads, input);
  return leads.map((lead) => ({
    ...lead,
    commitment: { ...lead.commitment, target: targets.get(lead.id)?.target ?? 0 },
  }));
}

function peopleLeftOut(input: SnapshotInput): LeftOut[] {
  return input.people.map(whyLeftOut).filter((left) => left !== undefined);
}

function overrides(input: SnapshotInput): string[] {
  return input.people.flatMap(({ code, overridden }) =>
    [...overridden].sort().map((what) => `${code}: ${what}`),
  );
}

function names(
  input: SnapshotInput,
  people: readonly ProblemLead[],
): Pick<SnapshotContext, 'people' | 'schools' | 'reviews' | 'priorityRegions'> {
  const grades = new Map(people.map((each) => [each.lead.id, each.grades]));
  return {
    people: Object.fromEntries(
      input.people.map(({ code, name, synthetic }) => [
        code,
        {
          name,
          synthetic,
          availability: (grades.get(code) ?? []).map(({ week, window, grade, because }) => ({
            week,
            window,
            grade,
            because,
          })),
        },
      ]),
    ),
    schools: Object.fromEntries(
      input.reviews.map(({ urn, schoolName, town, needsInvented }) => [
        urn,
        { name: schoolName, town, needsInvented },
      ]),
    ),
    reviews: Object.fromEntries(input.reviews.map(({ code, urn }) => [code, urn])),
    priorityRegions: [
      ...new Set(input.reviews.flatMap((each) => (each.isPriorityRegion ? [each.region] : []))),
    ].sort(),
  };
}
