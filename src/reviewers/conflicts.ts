import { isCivilDate, type CivilDate } from '../calendar/civil-date.js';
import { dateInWords } from '../calendar/words.js';
import { type Settings } from '../settings/settings.js';
import { overlaps, type Span } from './dated.js';
import { type Employment } from './seat-facts.js';

/**
 * Every school and trust that a person must not review in a term, in any seat: docs/domain.md,
 * "Conflicts". Own school and own trust are never overridden; the others are by operations, with a
 * reason. All follow a school through a new URN.
 */

export interface ConflictFacts {
  employments: readonly Employment[];
  /** Schools or trusts worked at, or tied to, as declared. */
  declared: readonly (Span & {
    kind: 'WORKED_AT' | 'DECLARED_TIE';
    urn: string | null;
    trustUid: string | null;
    reason: string;
  })[];
  overrides: readonly (Span & { urn: string; reason: string })[];
  /** Reviews whose lead seat the person led. */
  led: readonly { urn: string; academicYear: string }[];
}

export interface ConflictTerm {
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** Such as `2026/27`. */
  academicYear: string;
}

/** The register, as far as conflicts need it. */
export interface ConflictSchools {
  /** The URN with all that precede or follow it; a URN that is not on the register stands alone. */
  family(urn: string): readonly string[];
  /** The trust of a school that is on the register; null for none. */
  trustOf(urn: string): string | null;
  /** The schools of a trust. */
  schoolsOf(trustUid: string): readonly string[];
}

/** As in the problem file: the school, or every school of the trust. */
export interface Conflict {
  urn?: string;
  trust?: string;
  reason: string;
}

export interface OverriddenConflict {
  urn: string;
  /** Why there is a conflict. */
  reason: string;
  /** Why operations lets the person review the school all the same. */
  overrideReason: string;
}

export interface ConflictsOfTerm {
  conflicts: Conflict[];
  /** Shown on the plan. */
  overridden: OverriddenConflict[];
  /** Overrides that change nothing, because own school and own trust are never overridden. */
  refusedOverrides: { urn: string; reason: string }[];
}

/**
 * @param today an override must hold from the first day that can still be allocated to the end of the term
 */
export function conflictsOf(
  facts: ConflictFacts,
  term: ConflictTerm,
  schools: ConflictSchools,
  settings: Pick<Settings, 'conflicts'>,
  today: CivilDate,
): ConflictsOfTerm {
  const firm = ownSchoolsAndTrusts(facts, term, schools);
  const overrides = overridesOfTerm(facts, term, schools, today);
  const soft = perSchool(
    [
      ...workedAt(facts, term, settings),
      ...declaredTies(facts, term),
      ...ledLately(facts, term, settings),
    ],
    schools,
    overrides,
  );
  const own = (urn: string): string | undefined =>
    firm.find(
      (each) =>
        each.urn === urn || (each.trust !== undefined && each.trust === schools.trustOf(urn)),
    )?.reason;
  return {
    conflicts: inOrder([
      ...firm,
      ...soft.filter(({ urn }) => urn === undefined || !overrides.has(urn)),
    ]),
    overridden: soft.flatMap(({ urn, reason }) => {
      const overrideReason = urn === undefined ? undefined : overrides.get(urn);
      if (urn === undefined || overrideReason === undefined || own(urn) !== undefined) return [];
      return [{ urn, reason, overrideReason }];
    }),
    refusedOverrides: [...overrides.keys()].flatMap((urn) => {
      const reason = own(urn);
      return reason === undefined ? [] : [{ urn, reason: `${reason}: never overridden` }];
    }),
  };
}

/** How the reasons begin that nobody overrides. */
const OWN = { school: 'Own school', trust: 'Own trust' } as const;

/** Whether a conflict's reason, as problems carry it, is one that nobody overrides. */
export function isNeverOverridden(reason: string): boolean {
  return Object.values(OWN).some((own) => reason.startsWith(own));
}

/** Wherever they work on some day of the term. */
function ownSchoolsAndTrusts(
  facts: ConflictFacts,
  term: ConflictTerm,
  schools: ConflictSchools,
): Conflict[] {
  const current = facts.employments.filter((each) => overlaps(each, spanOf(term)));
  return current.flatMap(({ schoolUrn, trustUid }) => {
    const family = schoolUrn === null ? [] : schools.family(schoolUrn);
    const trusts = new Set([trustUid, ...family.map((urn) => schools.trustOf(urn))]);
    return [
      ...family.map((urn) => ({ urn, reason: withNewUrn(OWN.school, schoolUrn, urn) })),
      ...[...trusts].flatMap((trust) => (trust === null ? [] : [{ trust, reason: OWN.trust }])),
    ];
  });
}

/** Employment, or a declared workplace, that ended within so many years before the term; what lasts is their own school. */
function workedAt(
  facts: ConflictFacts,
  term: ConflictTerm,
  settings: Pick<Settings, 'conflicts'>,
): Conflict[] {
  const years = settings.conflicts.workedAtYears;
  const lately = { from: yearsBefore(term.startsOn, years), to: term.endsOn };
  const reasonOf = ({ to }: Span): string =>
    to === null || to >= term.startsOn
      ? 'Works there this term'
      : `Worked there until ${dateInWords(to)}, within ${years} years before the term`;
  const employed = facts.employments
    .filter((each) => overlaps(each, lately) && !overlaps(each, spanOf(term)))
    .flatMap((each) =>
      each.schoolUrn === null ? [] : [{ urn: each.schoolUrn, reason: reasonOf(each) }],
    );
  const declared = facts.declared
    .filter((each) => each.kind === 'WORKED_AT' && overlaps(each, lately))
    .flatMap((each) => named(each, `${reasonOf(each)} (${each.reason})`));
  return [...employed, ...declared];
}

function declaredTies(facts: ConflictFacts, term: ConflictTerm): Conflict[] {
  return facts.declared
    .filter((each) => each.kind === 'DECLARED_TIE' && overlaps(each, spanOf(term)))
    .flatMap((each) => named(each, `Declared tie: ${each.reason}`));
}

/** The academic years before the term's own: this year's review is the one to be allocated. */
function ledLately(
  facts: ConflictFacts,
  term: ConflictTerm,
  settings: Pick<Settings, 'conflicts'>,
): Conflict[] {
  const first = yearOf(term.academicYear) - settings.conflicts.reviewLedAcademicYears;
  return facts.led
    .filter(({ academicYear }) => {
      const year = yearOf(academicYear);
      return first <= year && year < yearOf(term.academicYear);
    })
    .map(({ urn, academicYear }) => ({
      urn,
      reason: `Led the school’s review in ${academicYear}`,
    }));
}

/** A statement that names both forbids either. */
function named(
  statement: { urn: string | null; trustUid: string | null },
  reason: string,
): Conflict[] {
  return [
    ...(statement.urn === null ? [] : [{ urn: statement.urn, reason }]),
    ...(statement.trustUid === null ? [] : [{ trust: statement.trustUid, reason }]),
  ];
}

/** Reasons of overrides that hold for all of the term that is left, by every URN of the school's family. */
function overridesOfTerm(
  facts: ConflictFacts,
  term: ConflictTerm,
  schools: ConflictSchools,
  today: CivilDate,
): Map<string, string> {
  const from = today > term.startsOn ? today : term.startsOn;
  const effective = facts.overrides.filter(
    (each) => each.from <= from && (each.to === null || each.to >= term.endsOn),
  );
  return new Map(
    effective.flatMap(({ urn, reason }) =>
      schools.family(urn).map((each): [string, string] => [each, reason]),
    ),
  );
}

/**
 * Spells conflicts out for every URN of a school; a trust with an overridden school is spelt out school
 * by school, so that the rest of it stays forbidden.
 */
function perSchool(
  conflicts: readonly Conflict[],
  schools: ConflictSchools,
  overrides: ReadonlyMap<string, string>,
): Conflict[] {
  return conflicts.flatMap(({ urn, trust, reason }): Conflict[] => {
    if (urn !== undefined) {
      return schools
        .family(urn)
        .map((each) => ({ urn: each, reason: withNewUrn(reason, urn, each) }));
    }
    if (trust === undefined) return [];
    const members = schools.schoolsOf(trust);
    if (!members.some((each) => overrides.has(each))) return [{ trust, reason }];
    return members.map((each) => ({ urn: each, reason }));
  });
}

function withNewUrn(reason: string, known: string | null, urn: string): string {
  return known === urn ? reason : `${reason} (as ${known ?? 'another school'})`;
}

/** Same facts, same order: the problem file must not depend on how rows were read. */
function inOrder(conflicts: readonly Conflict[]): Conflict[] {
  const key = ({ urn, trust, reason }: Conflict): string => `${urn ?? ''}|${trust ?? ''}|${reason}`;
  const byKey = new Map(conflicts.map((each) => [key(each), each]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function spanOf(term: ConflictTerm): Span {
  return { from: term.startsOn, to: term.endsOn };
}

/** 2026 for `2026/27`, and for a day of 2026. */
function yearOf(academicYear: string): number {
  return Number(academicYear.slice(0, 4));
}

/** The same day so many years earlier; 29 February becomes 28 February. */
function yearsBefore(date: CivilDate, years: number): CivilDate {
  const earlier = `${yearOf(date) - years}${date.slice(4)}`;
  const isLeapDay = date.endsWith('-02-29');
  return isLeapDay && !isCivilDate(earlier) ? `${earlier.slice(0, 7)}-28` : earlier;
}
