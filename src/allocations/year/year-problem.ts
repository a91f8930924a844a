import { slotKey } from '../../availability/grades.js';
import { type Slot } from '../../calendar/slots.js';
import { type Lead, type Pin, type Problem } from '../../solver/problem.js';
import { buildProblem } from '../snapshot/build-problem.js';
import { problemLead } from '../snapshot/problem-leads.js';
import { occupiedWeeks } from '../snapshot/problem-seats.js';
import {
  type ReviewInput,
  type SeatInput,
  type SnapshotInput,
} from '../snapshot/snapshot-input.js';
import { type FrozenYear, type TermAhead, type YearFacts, type YearPerson } from './year-input.js';
import { personOfYear, type PersonOfYear } from './year-person.js';

/** Caps stand in each person's own limit; the file format has no room for more. */
const NO_CAP = 1000;

/**
 * All that is left of a year as one problem (`docs/domain.md`, "a forecast over several terms"): the terms ahead one after
 * another, what is led or accepted pinned, and of everybody all that is left of their minimum wanted. The same facts give
 * the same problem.
 *
 * Nothing counts as published: to keep what was offered and not answered yet would outrank commitment, and a forecast asks
 * what is possible.
 *
 * @param terms those that are not over, in order of time; not empty
 */
export async function yearProblem(year: string, terms: readonly TermAhead[]): Promise<FrozenYear> {
  const seats = distinctSeats(terms.flatMap(({ input }) => input.seats));
  const codes = [...new Set(terms.flatMap(({ input }) => input.people.map(({ code }) => code)))];
  const people = codes.sort().map((code) => personOfYear(code, terms, seats));
  const reviews = reviewsOfYear(terms);
  const input = inputOfYear(year, terms, people, reviews, seats);
  const { problem: built, context } = await buildProblem(input);
  const wanted = people.filter(({ person }) => counts(person.minimum.reviews, person.roles));
  const missing = wanted
    .filter(({ person }) => !built.leads.some(({ id }) => id === person.code))
    .map(({ person }) => problemLead(person, input).lead);
  const leads = [...built.leads, ...missing]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((lead) => withWholeYear(lead, people, seats, built.pins));
  const problem: Problem = { ...built, published: [], leads };
  const assumed = new Set(
    terms.flatMap((term) =>
      term.input.reviews.flatMap(({ code, hostWindows }) => (hostWindows === null ? [code] : [])),
    ),
  );
  return {
    problem,
    facts: {
      year,
      asAt: input.today,
      termNames: terms.map(({ term }) => term.name),
      schools: Object.fromEntries(
        reviews
          .filter(({ code }) => problem.reviews.some(({ id }) => id === code))
          .map(({ code, schoolName }) => [code, schoolName]),
      ),
      people: wanted.map((each) => factsOf(each, problem)),
      reviews: {
        inProblem: problem.reviews.length,
        pinned: problem.pins.length,
        windowsAssumed: problem.reviews.filter(({ id }) => assumed.has(id)).length,
        leftOut: context.leftOut.flatMap(({ review, reason }) =>
          review === undefined ? [] : [{ review, reason }],
        ),
      },
      ahead: aheadOf(problem, people, reviews, seats),
    },
  };
}

/** Whoever owes something, or may lead although they owe nothing. */
function counts(minimum: number, roles: readonly string[]): boolean {
  return minimum > 0 || roles.includes('LEAD');
}

function inputOfYear(
  year: string,
  terms: readonly TermAhead[],
  people: readonly PersonOfYear[],
  reviews: ReviewInput[],
  seats: SeatInput[],
): SnapshotInput {
  const [first] = terms;
  if (first === undefined) throw new RangeError('A year without a term ahead has no problem.');
  const { today, limits, policy } = first.input;
  const names = terms.map(({ term }) => term.name).join(' and ');
  return {
    name: `What is left of ${year}: ${names}`,
    today,
    weeks: [...new Set(terms.flatMap(({ input }) => input.weeks))].sort(),
    closed: terms.flatMap(({ input }) => input.closed),
    people: people.map(({ person }) => person),
    reviews,
    seats,
    yearAhead: { unconfirmedInLaterTerms: 0 },
    limits: { rest: limits.rest, termCap: { lead: NO_CAP, servingLeader: NO_CAP } },
    policy,
  };
}

/** A review without a term can be in any; where the school has not answered, any window that it could have will do. */
function reviewsOfYear(terms: readonly TermAhead[]): ReviewInput[] {
  const byCode = new Map<string, ReviewInput>();
  for (const { input } of terms) {
    for (const review of input.reviews) {
      const windows =
        review.hostWindows ??
        review.usable.map((slot) => ({ ...slot, grade: 'ACCEPTABLE' as const }));
      const known = byCode.get(review.code);
      byCode.set(review.code, {
        ...review,
        hostWindows: [...(known?.hostWindows ?? []), ...windows],
        usable: [...(known?.usable ?? []), ...review.usable],
      });
    }
  }
  return [...byCode.values()];
}

/** A seat of one term that lies in the weeks of another is told by both. */
function distinctSeats(seats: readonly SeatInput[]): SeatInput[] {
  return [...new Map(seats.map((seat) => [JSON.stringify(seat), seat])).values()];
}

/** All that is left of the minimum is wanted; what is led and stands as no pin is done. */
function withWholeYear(
  lead: Lead,
  people: readonly PersonOfYear[],
  seats: readonly SeatInput[],
  pins: readonly Pin[],
): Lead {
  const facts = people.find(({ person }) => person.code === lead.id)?.person;
  const ledHere = pins.filter(
    (pin) =>
      pin.lead === lead.id &&
      seats.some(
        ({ review, role, lead: holder, ledOn }) =>
          review === pin.review && role === 'LEAD' && holder === lead.id && ledOn !== null,
      ),
  ).length;
  const minimum = lead.commitment.minimum;
  const done = Math.max(0, (facts?.year.led ?? 0) - ledHere);
  return { ...lead, commitment: { minimum, done, target: Math.max(0, minimum - done) } };
}

function factsOf({ person, terms, refusals, cap }: PersonOfYear, problem: Problem): YearPerson {
  const lead = problem.leads.find(({ id }) => id === person.code);
  return {
    lead: person.code,
    name: person.name,
    synthetic: person.synthetic,
    minimum: person.minimum.reviews,
    minimumReason: person.minimum.reason,
    led: person.year.led,
    confirmed: person.year.confirmedAhead,
    awaiting: person.year.awaitingAnswer,
    terms,
    refusals,
    gates: [...new Set(person.gateBlocks.map(({ reason }) => reason))],
    cap,
    rest: { reviews: lead?.limits.restReviews ?? 0, weeks: lead?.limits.restWeeks ?? 1 },
    isNew: lead?.isNew ?? false,
  };
}

function aheadOf(
  problem: Problem,
  people: readonly PersonOfYear[],
  reviews: readonly ReviewInput[],
  seats: readonly SeatInput[],
): YearFacts['ahead'] {
  const inProblem = new Set(problem.reviews.map(({ id }) => id));
  const taken = new Set(
    occupiedWeeks(seats, (review) => !inProblem.has(review)).map(
      ({ lead, week }) => `${lead} ${week}`,
    ),
  );
  const isFree = (code: string, { week }: Pick<Slot, 'week'>): boolean =>
    !taken.has(`${code} ${week}`);
  return {
    people: Object.fromEntries(
      people
        .filter(({ person }) => counts(person.minimum.reviews, person.roles))
        .map(({ person: { code }, withoutGates, couldBeFree }) => [
          code,
          {
            withoutGates: Object.fromEntries(
              Object.entries(withoutGates).filter(([week]) => isFree(code, { week })),
            ),
            couldBeFree: couldBeFree.filter((slot) => isFree(code, slot)).map(slotKey),
          },
        ]),
    ),
    usable: Object.fromEntries(
      reviews
        .filter(({ code }) => inProblem.has(code))
        .map(({ code, usable }) => [code, usable.map(slotKey)]),
    ),
  };
}
