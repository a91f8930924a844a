import type { EntityManager } from 'typeorm';
import { changedMeanwhile } from '../audit/changed-meanwhile.js';
import { recordAudit } from '../audit/audit.js';
import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';
import { addDays, type CivilDate } from './civil-date.js';
import type { AcademicYear } from './school-days.js';
import type { Season, Term } from './usable-windows.js';
import { periodInWords } from './words.js';

/** An academic year to open, with the programme's own dates of its terms. */
export interface NewAcademicYear {
  /** Such as `2026/27`. */
  id: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  terms: readonly NewTerm[];
}

export interface NewTerm {
  season: Season;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/** A term with the version that `If-Match` names. */
export type StoredTerm = Term & { version: number };

const termColumns = `id, academic_year AS "academicYear", season, name, starts_on AS "startsOn", ends_on AS "endsOn", version`;

/**
 * Opens an academic year with its terms, and writes the trace.
 *
 * @throws Refusal when the year is there already or is no year, or dates overlap or lie outside the year
 */
export async function openAcademicYear(
  manager: EntityManager,
  year: NewAcademicYear,
  author: string,
): Promise<void> {
  refuseTooLong(year);
  for (const term of year.terms) refuseOutside(year, term);
  try {
    await manager.query('INSERT INTO academic_year (id, starts_on, ends_on) VALUES ($1, $2, $3)', [
      year.id,
      year.startsOn,
      year.endsOn,
    ]);
    for (const term of year.terms) await insertTerm(manager, year.id, term);
  } catch (error) {
    throw inWords(error, `The academic year ${year.id}`);
  }
  await recordAudit(manager, {
    actor: author,
    action: 'academic year opened',
    subject: 'academic_year',
    subjectId: year.id,
    after: year,
  });
}

/**
 * Changes a term's dates.
 *
 * @param version the version the change was made from
 * @throws Refusal when the term is unknown or was changed since, or the dates cannot be
 */
export async function changeTermDates(
  manager: EntityManager,
  id: string,
  version: number,
  dates: { startsOn: CivilDate; endsOn: CivilDate },
  author: string,
): Promise<StoredTerm> {
  const before = await termById(manager, id);
  const year = await yearById(manager, before.academicYear);
  refuseOutside(year, { season: before.season, ...dates });
  const changed = await manager
    .query<[unknown[], number]>(
      `UPDATE term SET starts_on = $3, ends_on = $4, version = version + 1
       WHERE id = $1 AND version = $2`,
      [id, version, dates.startsOn, dates.endsOn],
    )
    .catch((error: unknown) => {
      throw inWords(error, before.name);
    });
  if (changed[1] === 0) {
    const now = await termById(manager, id);
    const about = { subject: 'term', subjectId: id };
    throw await changedMeanwhile(manager, now.name, about, { version: now.version, seen: version });
  }
  await recordAudit(manager, {
    actor: author,
    action: 'term dates changed',
    subject: 'term',
    subjectId: id,
    before: { startsOn: before.startsOn, endsOn: before.endsOn },
    after: dates,
  });
  return { ...before, ...dates, version: version + 1 };
}

export async function academicYears(manager: EntityManager): Promise<AcademicYear[]> {
  return manager.query(
    `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM academic_year ORDER BY starts_on`,
  );
}

/** @throws Refusal when there is no such year */
export async function yearById(manager: EntityManager, id: string): Promise<AcademicYear> {
  const [year] = await manager.query<AcademicYear[]>(
    `SELECT id, starts_on AS "startsOn", ends_on AS "endsOn" FROM academic_year WHERE id = $1`,
    [id],
  );
  if (year === undefined) throw unknown(`academic year ${id}`);
  return year;
}

/** The terms of one year or of all, in order. */
export async function termsOf(manager: EntityManager, yearId?: string): Promise<StoredTerm[]> {
  return manager.query(
    `SELECT ${termColumns} FROM term WHERE $1::text IS NULL OR academic_year = $1 ORDER BY starts_on`,
    [yearId ?? null],
  );
}

/** @throws Refusal when there is no such term */
export async function termById(manager: EntityManager, id: string): Promise<StoredTerm> {
  const [term] = await manager.query<StoredTerm[]>(
    `SELECT ${termColumns} FROM term WHERE id = $1`,
    [id],
  );
  if (term === undefined) throw unknown(`term ${id}`);
  return term;
}

/** `spring-2027` and "Spring 2027": the calendar year in which the term begins. */
function nameOf(term: NewTerm): { id: string; name: string } {
  const year = term.startsOn.slice(0, 4);
  const season = term.season.toLowerCase();
  return { id: `${season}-${year}`, name: `${season[0]?.toUpperCase()}${season.slice(1)} ${year}` };
}

async function insertTerm(manager: EntityManager, yearId: string, term: NewTerm): Promise<void> {
  const { id, name } = nameOf(term);
  await manager.query(
    `INSERT INTO term (id, academic_year, season, name, starts_on, ends_on)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, yearId, term.season, name, term.startsOn, term.endsOn],
  );
}

/** A year of decades would be a slip of the pen, and all its weeks would be worked out at every look at a term. */
const mostDays = 400;

function refuseTooLong({ id, startsOn, endsOn }: NewAcademicYear): void {
  if (endsOn <= addDays(startsOn, mostDays)) return;
  throw new Refusal(
    'YEAR_TOO_LONG',
    `The academic year ${id} would last from ${periodInWords(startsOn, endsOn)}. It has at most ${mostDays} days: correct its dates.`,
  );
}

function refuseOutside(year: AcademicYear, term: NewTerm): void {
  if (year.startsOn <= term.startsOn && term.startsOn < term.endsOn && term.endsOn <= year.endsOn) {
    return;
  }
  throw new Refusal(
    'TERM_OUTSIDE_YEAR',
    `The term from ${term.startsOn} to ${term.endsOn} must lie inside the academic year ${year.id} ` +
      `(${periodInWords(year.startsOn, year.endsOn)}) and begin before it ends. Correct its dates.`,
  );
}

/** What the database refuses, said kindly; anything else is passed on. */
function inWords(error: unknown, what: string): unknown {
  switch (databaseErrorCode(error)) {
    case '23505':
      return new Refusal('ALREADY_THERE', `${what} is there already, or one of its terms is.`);
    case '23P01':
      return new Refusal('DATES_OVERLAP', `${what} overlaps another. Correct its dates.`);
    case '23514':
      return new Refusal(
        'DATES_OUT_OF_ORDER',
        `${what} must begin before it ends, and a year is written 2026/27.`,
      );
    default:
      return error;
  }
}

function unknown(what: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no ${what}.`);
}
