import { type StoredAnswer } from '../../availability/stored-answers.js';
import { type StoredWaiver } from '../../availability/stored-waivers.js';
import { confirmedByTerm, countSeats, ledByTerm } from '../../commitments/counts.js';
import { type Minimum, minimumFor } from '../../commitments/minimum.js';
import { type ConflictSchools, type ConflictTerm, conflictsOf } from '../../reviewers/conflicts.js';
import { holdsOn, overlaps } from '../../reviewers/dated.js';
import { ROLES, type SeatFacts, type SeatTerm } from '../../reviewers/seat-facts.js';
import { seatsOf } from '../../reviewers/seats.js';
import { inTurns } from '../../platform/turns.js';
import { type Settings } from '../../settings/settings.js';
import { type PersonRecord } from './load-people.js';
import { type SeatRecord } from './load-reviews.js';
import { employmentsOf, ownLimitOver, regionsOver } from './person-in-term.js';
import { slotsOfWeeks } from './problem-leads.js';
import { type ConflictInput, type PersonInput } from './snapshot-input.js';
import { type TermFacts } from './term-facts.js';

interface Around {
  facts: TermFacts;
  settings: Settings;
  schools: ConflictSchools;
  seats: readonly SeatRecord[];
  answers: readonly StoredAnswer[];
  waivers: readonly StoredWaiver[];
}

/** Standings whose holders could be asked to review, now or soon. */
const OF_THE_PROGRAMME = new Set(['IN_POOL', 'IN_INDUCTION', 'PAUSED']);

/**
 * The people of a term with everything derived: seats, conflicts, commitment. Candidates and those who
 * have left are no part of it, unless they hold a seat in the term.
 */
export async function peopleInput(
  records: readonly PersonRecord[],
  around: Around,
): Promise<PersonInput[]> {
  const seatsByPerson = new Map<string, SeatRecord[]>();
  for (const seat of around.seats) {
    seatsByPerson.set(seat.lead, [...(seatsByPerson.get(seat.lead) ?? []), seat]);
  }
  const answers = new Map(around.answers.map((answer) => [answer.leadId, answer]));
  const waivers = new Map(around.waivers.map((waiver) => [waiver.leadId, waiver]));
  const { term, asOf } = around.facts;
  const people = await inTurns(records, (record) => {
    const seats = seatsByPerson.get(record.code) ?? [];
    const person = personInput(record, seats, around);
    const isAsked = record.standings.some(
      (each) => OF_THE_PROGRAMME.has(each.standing) && holdsOn(each, asOf),
    );
    const sits = seats.some(({ termId, isOpen }) => termId === term.id && isOpen);
    const belongs = sits || person.roles.length > 0 || (isAsked && !record.removed);
    return { person, record, belongs };
  });
  return people
    .filter(({ belongs }) => belongs)
    .map(({ person, record }) => ({
      ...person,
      answer: answers.get(record.id) ?? null,
      waiver: waivers.get(record.id) ?? null,
    }));
}

function personInput(
  record: PersonRecord,
  seats: readonly SeatRecord[],
  around: Around,
): PersonInput {
  const { facts, settings } = around;
  const derived = derivedSeats(record, seats, around);
  const rest = { from: facts.asOf, to: facts.term.endsOn };
  return {
    code: record.code,
    name: record.name,
    synthetic: record.synthetic,
    home: { lat: record.lat, lon: record.lon },
    phases: record.phases,
    needs: record.needs,
    ...derived,
    ...conflictsInput(record, seats, around),
    regions: regionsOver(record, rest),
    servingLeader: employmentsOf(record, settings).some(
      (each) => each.servingLeader && overlaps(each, rest),
    ),
    ownLimit: ownLimitOver(record, rest),
    answer: null,
    waiver: null,
    minimum: minimumOf(record, facts, settings),
    year: countSeats(
      seats.filter(({ academicYear }) => academicYear === facts.year.id),
      settings,
      new Set(facts.holidays.keys()),
    ),
    ledInEarlierTerms: sumOver(ledByTerm(seats, settings), facts.earlierTerms),
    confirmedInLaterTerms: sumOver(confirmedByTerm(seats, settings), facts.laterTerms),
  };
}

function derivedSeats(
  record: PersonRecord,
  seats: readonly SeatRecord[],
  { facts, settings }: Around,
): Pick<PersonInput, 'roles' | 'isNew' | 'refusals' | 'gateBlocks'> {
  if (record.removed) {
    const refusals = ROLES.map((role) => ({ role, reasons: ['Taken off the register'] }));
    return { roles: [], isNew: false, refusals, gateBlocks: [] };
  }
  const led = seats.filter(({ role, events }) => role === 'LEAD' && happened(events, 'LED')).length;
  const seatFacts: SeatFacts = { ...record, reviewsLed: record.reviewsLedBefore + led };
  const term: SeatTerm = {
    startsOn: facts.term.startsOn,
    endsOn: facts.term.endsOn,
    yearStartsOn: facts.year.startsOn,
    trainingDays: facts.trainingDays,
    slots: slotsOfWeeks(facts.weeks),
  };
  const { roles, isNew, refusals, unavailable } = seatsOf(seatFacts, term, settings, facts.today);
  return { roles, isNew, refusals, gateBlocks: unavailable };
}

function conflictsInput(
  record: PersonRecord,
  seats: readonly SeatRecord[],
  { facts, settings, schools }: Around,
): Pick<PersonInput, 'conflicts' | 'overridden'> {
  const term: ConflictTerm = { ...facts.term };
  const known = {
    employments: record.employments,
    declared: record.declared,
    overrides: record.overrides,
    led: seats.filter(({ role, events }) => role === 'LEAD' && happened(events, 'LED')),
  };
  const all = conflictsOf(known, term, schools, settings, facts.today);
  // Only where they work now: what is left when every tie that operations may override is taken away.
  const firm = conflictsOf(
    { ...known, declared: [], overrides: [], led: [] },
    term,
    schools,
    { conflicts: { workedAtYears: 0, reviewLedAcademicYears: 0 } },
    facts.today,
  ).conflicts;
  const isFirm = (one: { urn?: string; trust?: string }): boolean =>
    firm.some(({ urn, trust }) => urn === one.urn && trust === one.trust);
  return {
    conflicts: all.conflicts.map((conflict): ConflictInput => ({
      ...conflict,
      isOverridable: !isFirm(conflict),
    })),
    overridden: [
      ...all.overridden.map(
        ({ urn, reason, overrideReason }) =>
          `may review school ${urn} although: ${reason} (operations: ${overrideReason})`,
      ),
      ...all.refusedOverrides.map(
        ({ urn, reason }) => `the override for school ${urn} has no effect. ${reason}`,
      ),
    ],
  };
}

function minimumOf(record: PersonRecord, facts: TermFacts, settings: Settings): Minimum {
  const { id } = facts.year;
  const minimumFacts = {
    contracts: record.contracts.filter(({ academicYear }) => academicYear === id),
    employments: employmentsOf(record, settings),
    override: record.exceptions.find(({ academicYear }) => academicYear === id) ?? null,
  };
  return minimumFor(minimumFacts, facts.weeksOfYear, settings.minimum);
}

function sumOver(byTerm: ReadonlyMap<string, number>, terms: ReadonlySet<string>): number {
  return [...byTerm].reduce((sum, [term, count]) => sum + (terms.has(term) ? count : 0), 0);
}

function happened(events: SeatRecord['events'], kind: string): boolean {
  return events.some((event) => event.kind === kind);
}
