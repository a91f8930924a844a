import { type Grade, type Statement } from '../../availability/answer.js';
import { gradeSlots, slotKey } from '../../availability/grades.js';
import { type Slot } from '../../calendar/slots.js';
import { type Lead, type Role } from '../../solver/problem.js';
import { limitsOf, slotsOfWeeks, stricterRest } from '../snapshot/problem-leads.js';
import { type PersonInput, type SeatInput } from '../snapshot/snapshot-input.js';
import {
  ALWAYS_AVAILABLE,
  asInEarlierTerm,
  type KnownBy,
  type TakenAnswer,
} from './assumed-availability.js';
import { type TermAhead } from './year-input.js';

/** A person over all the terms ahead: one person of one long term, and what is said about them besides. */
export interface PersonOfYear {
  person: PersonInput;
  terms: { termName: string; knownBy: KnownBy }[];
  refusals: string[];
  cap: number;
  /** What they would be available for if they might lead in every term and no gate shut anything. */
  withoutGates: Lead['availability'];
  /** Slots in which they could be free, if they said so: the weeks that other seats take are still among them. */
  couldBeFree: Slot[];
}

/** Later than any day on which somebody accepted a seat: what the answers say has been weighed against that already. */
const AFTER_EVERY_SEAT = '9999-12-31';

interface Part {
  ahead: TermAhead;
  person: PersonInput;
  taken: TakenAnswer;
  knownBy: KnownBy;
  mayLead: boolean;
  cap: number;
}

/**
 * Somebody's terms ahead as one (`docs/domain.md`, "a forecast over several terms"): the cap is the sum of the terms' caps,
 * what they may lead is what every fact of every term allows, and in a term in which they may not lead they have no window.
 * Shadow seats that nobody has accepted yet are left out: they take nothing from a commitment.
 *
 * @param seats all seats of the terms ahead
 */
export function personOfYear(
  code: string,
  terms: readonly TermAhead[],
  seats: readonly SeatInput[],
): PersonOfYear {
  const parts = terms.flatMap((ahead) => partOf(ahead, code));
  const [first] = parts;
  if (first === undefined) throw new RangeError(`${code} is in none of the terms.`);
  const leading = parts.filter(({ mayLead }) => mayLead);
  const theirs = seats.filter(({ lead, isOpen }) => lead === code && isOpen);
  const { today } = first.ahead.input;
  return {
    person: {
      ...first.person,
      roles: rolesOf(leading, theirs),
      isNew: leading.some(({ person }) => person.isNew),
      gateBlocks: parts.flatMap(({ person }) => person.gateBlocks),
      conflicts: distinct(parts.flatMap(({ person }) => person.conflicts)),
      overridden: distinct(parts.flatMap(({ person }) => person.overridden)),
      regions: worstRegions(parts),
      answer: {
        default: 'UNAVAILABLE',
        statements: parts.flatMap((part) => statementsOf(part, theirs)),
        answeredOn: AFTER_EVERY_SEAT,
        ceiling: null,
      },
      waiver: null,
      ownLimit: ownLimitOf(leading.length > 0 ? leading : parts),
      confirmedInLaterTerms: 0,
    },
    terms: parts.map(({ ahead, knownBy }) => ({ termName: ahead.term.name, knownBy })),
    refusals: refusalsOf(parts),
    cap: sumOf(leading.map(({ cap }) => cap)),
    withoutGates: availabilityOf(
      parts.flatMap((part) => gradesOf(part)),
      today,
      parts,
    ),
    couldBeFree: leading.flatMap(({ ahead: { input }, person }) => {
      const shut = new Set([...input.closed, ...person.gateBlocks].map(slotKey));
      return slotsOfWeeks(input.weeks).filter(
        (slot) => slot.week > today && !shut.has(slotKey(slot)),
      );
    }),
  };
}

function partOf(ahead: TermAhead, code: string): Part[] {
  const person = ahead.input.people.find((each) => each.code === code);
  if (person === undefined) return [];
  const { taken, knownBy } = answerOf(person, ahead);
  const cap = limitsOf(
    { ...person, answer: { ...taken, answeredOn: AFTER_EVERY_SEAT } },
    ahead.input,
  ).term;
  return [{ ahead, person, taken, knownBy, mayLead: person.roles.includes('LEAD'), cap }];
}

function answerOf(
  { code, answer, waiver }: PersonInput,
  { term, earlier }: TermAhead,
): { taken: TakenAnswer; knownBy: KnownBy } {
  if (answer !== null) return { taken: answer, knownBy: { kind: 'ANSWERED' } };
  if (waiver !== null) {
    const taken = { default: waiver.grade, statements: [], ceiling: null };
    return { taken, knownBy: { kind: 'WAIVED' } };
  }
  const before = earlier.get(code);
  if (before === undefined) return { taken: ALWAYS_AVAILABLE, knownBy: { kind: 'ASSUMED' } };
  const knownBy: KnownBy = { kind: 'PATTERN', termName: before.term.name };
  return { taken: asInEarlierTerm(before, term), knownBy };
}

/** They assure where they may in every term in which they lead; they shadow where they have said yes to it. */
function rolesOf(leading: readonly Part[], theirs: readonly SeatInput[]): Role[] {
  if (leading.length === 0) {
    const shadows = theirs.some(({ role, acceptedOn }) => role === 'SHADOW' && acceptedOn !== null);
    return shadows ? ['SHADOW'] : [];
  }
  const assures = leading.every(({ person }) => person.roles.includes('QUALITY_ASSURER'));
  return assures ? ['LEAD', 'QUALITY_ASSURER'] : ['LEAD'];
}

/** What they say of every slot of a term; nothing in a term in which they may not lead. */
function statementsOf(part: Part, theirs: readonly SeatInput[]): Statement[] {
  const shut = !part.mayLead || part.cap === 0;
  const said = new Map(theirs.map((seat) => [slotKey(seat), seat]));
  return gradesOf(part).map(({ grade, ...slot }): Statement => {
    const seat = said.get(slotKey(slot));
    const stays = seat !== undefined && saidYesSince(seat, part);
    const counts: Grade = stays ? better(grade) : shut ? 'UNAVAILABLE' : grade;
    return { kind: 'WINDOW', ...slot, grade: counts };
  });
}

/** Who accepted a seat after they had answered was free then, whatever the answer said. */
function saidYesSince({ acceptedOn, ledOn }: SeatInput, { person: { answer } }: Part): boolean {
  if (ledOn !== null) return true;
  return acceptedOn !== null && (answer === null || answer.answeredOn <= acceptedOn);
}

function better(grade: Grade): Grade {
  return grade === 'UNAVAILABLE' ? 'AVAILABLE' : grade;
}

function gradesOf({ ahead, taken }: Part): (Slot & { grade: Grade })[] {
  return gradeSlots(taken, slotsOfWeeks(ahead.input.weeks)).map(({ week, window, grade }) => ({
    week,
    window,
    grade,
  }));
}

function availabilityOf(
  grades: readonly (Slot & { grade: Grade })[],
  today: string,
  parts: readonly Part[],
): Lead['availability'] {
  const closed = new Set(parts.flatMap(({ ahead }) => ahead.input.closed).map(slotKey));
  const availability: Lead['availability'] = {};
  for (const { week, window, grade } of grades) {
    if (grade === 'UNAVAILABLE' || week <= today || closed.has(slotKey({ week, window }))) continue;
    availability[week] = { ...availability[week], [window]: grade };
  }
  return availability;
}

/** The sum of the terms' caps, and of everything else the stricter. */
function ownLimitOf(parts: readonly Part[]): NonNullable<PersonInput['ownLimit']> {
  const own = parts.flatMap(({ person: { ownLimit } }) => ownLimit ?? []);
  const rests = own.flatMap(({ rest }) => rest ?? []);
  const kms = own.flatMap(({ maxKm }) => maxKm ?? []);
  return {
    term: sumOf(parts.map(({ cap }) => cap)),
    rest: rests.length === 0 ? null : rests.reduce(stricterRest),
    maxKm: kms.length === 0 ? null : Math.min(...kms),
  };
}

const FROM_BEST = ['PREFERRED', 'WILLING', 'RELUCTANT', 'NO'] as const;

function worstRegions(parts: readonly Part[]): PersonInput['regions'] {
  const worst: PersonInput['regions'] = {};
  for (const [region, grade] of parts.flatMap(({ person }) => Object.entries(person.regions))) {
    const known = worst[region];
    if (grade === undefined) continue;
    if (known === undefined || FROM_BEST.indexOf(grade) > FROM_BEST.indexOf(known)) {
      worst[region] = grade;
    }
  }
  return worst;
}

/** Each reason once, with the terms that it holds for where it does not in all. */
function refusalsOf(parts: readonly Part[]): string[] {
  const terms = new Map<string, string[]>();
  for (const { ahead, person, mayLead } of parts) {
    if (mayLead) continue;
    const reasons = person.refusals.find(({ role }) => role === 'LEAD')?.reasons ?? [];
    for (const reason of reasons) {
      terms.set(reason, [...(terms.get(reason) ?? []), ahead.term.name]);
    }
  }
  return [...terms].map(([reason, names]) =>
    names.length === parts.length ? reason : `${reason} (${names.join(', ')})`,
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
