import type { EntityManager } from 'typeorm';
import { brokenConstraint, databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';
import { type SchoolEdit } from './school.schema.js';
import { changeSchool, schoolByUrn, type StoredSchool } from './school-register.js';

/**
 * Changes what operations may correct of a school; only the fields that are given.
 *
 * @param version the version the change was made from
 * @throws Refusal when the school was changed since, or the edit names what is not there
 */
export async function editSchool(
  manager: EntityManager,
  urn: string,
  version: number,
  edit: SchoolEdit,
  author: string,
): Promise<StoredSchool> {
  const known = await schoolByUrn(manager, urn);
  // A field that was not sent is left out: it never means "empty".
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  const after = { ...known, ...given };
  if ((after.lat === null) !== (after.lon === null)) {
    throw refusedField(
      'HALF_A_POSITION',
      after.lat === null ? 'lat' : 'lon',
      'lat and lon belong together: give both or neither.',
    );
  }
  await refuseUnknownNeeds(manager, after.needs);
  if (after.shortName !== null && after.shortName !== known.shortName) {
    await refuseTakenName(manager, urn, after.shortName);
  }
  const next = { ...after, needs: [...new Set(after.needs)].sort() };
  try {
    await changeSchool(manager, next, version, author);
  } catch (error) {
    throw inWords(error);
  }
  return schoolByUrn(manager, urn);
}

async function refuseUnknownNeeds(manager: EntityManager, needs: readonly string[]): Promise<void> {
  const known = await manager.query<{ code: string }[]>('SELECT code FROM need ORDER BY code');
  const codes = known.map(({ code }) => code);
  const unknown = needs.filter((need) => !codes.includes(need));
  if (unknown.length === 0) return;
  throw refusedField(
    'UNKNOWN_NEED',
    'needs',
    `${unknown.join(', ')} is not a need code. Use one of ${codes.join(', ')}.`,
  );
}

/** Two schools that are called the same cannot be told apart on a board. */
async function refuseTakenName(
  manager: EntityManager,
  urn: string,
  shortName: string,
): Promise<void> {
  const [other] = await manager.query<{ name: string; town: string | null }[]>(
    `SELECT name, town FROM school
     WHERE urn <> $1 AND removed_at IS NULL AND lower($2) IN (lower(short_name), lower(name))
     ORDER BY urn LIMIT 1`,
    [urn, shortName],
  );
  if (other === undefined) return;
  const school = other.town === null ? other.name : `${other.name}, ${other.town}`;
  throw refusedField(
    'NAME_TAKEN',
    'shortName',
    `${school} is called “${shortName}” already. Choose another short name, such as one with the town.`,
  );
}

const registers: Record<string, { field: keyof SchoolEdit; words: string }> = {
  school_region_fkey: { field: 'region', words: 'region' },
  school_la_code_fkey: { field: 'laCode', words: 'local authority (laCode)' },
  school_calendar_id_fkey: { field: 'calendarId', words: 'school calendar (calendarId)' },
};

/** A refusal for what one field says, which a form shows beside it. */
function refusedField(code: string, field: keyof SchoolEdit, message: string): Refusal {
  return new Refusal(code, message, 422, [{ pointer: `#/${field}`, field, message }]);
}

/** What the database refuses, said kindly; anything else is passed on. */
function inWords(error: unknown): unknown {
  const constraint = brokenConstraint(error) ?? '';
  const register = registers[constraint];
  if (databaseErrorCode(error) === '23503' && register !== undefined) {
    return refusedField(
      'UNKNOWN_REFERENCE',
      register.field,
      `There is no such ${register.words}. Correct it.`,
    );
  }
  if (constraint === 'school_short_name_is_its_own') {
    return refusedField(
      'NAME_TAKEN',
      'shortName',
      'Somebody else has just called another school so. Choose another short name.',
    );
  }
  if (constraint === 'school_does_not_precede_itself') {
    return refusedField(
      'PRECEDES_ITSELF',
      'predecessorUrns',
      'A school does not precede itself. Correct predecessorUrns.',
    );
  }
  return error;
}
