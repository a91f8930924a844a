import { type EntityManager } from 'typeorm';
import { PHASE_WORDS, type Phase, PHASES } from '../../schools/school-record.js';
import { type ReviewLife } from './review-life.js';
import { type CoverageSchool } from './load-coverage.js';

/** By what the reviews of a year can be cut. */
export const CUTS = ['REGION', 'PHASE', 'NEED', 'TRUST', 'AUTHORITY', 'TERM'] as const;
export type Cut = (typeof CUTS)[number];

/** The key of the group of schools that have nothing to be grouped by. */
export const NONE = 'none';

/** Schools that are counted together. */
export interface SchoolGroup {
  key: string;
  name: string;
  /** North East and South East: they come first. */
  isPriority: boolean;
}

/**
 * The groups that a school is in: one, but by specialism one for each of its needs.
 *
 * @param review the one that is due there; by term a school without one is in no group
 */
export function groupsOf(
  school: CoverageSchool,
  cut: Cut,
  review: Pick<ReviewLife, 'termId'> | undefined,
): readonly string[] {
  if (cut === 'TERM') return review === undefined ? [] : [review.termId ?? NONE];
  if (cut === 'NEED') return school.needs.length === 0 ? [NONE] : [...new Set(school.needs)];
  const key = {
    REGION: school.region,
    PHASE: school.phase,
    TRUST: school.trust,
    AUTHORITY: school.authority,
  }[cut];
  return [key ?? NONE];
}

const WITHOUT: Readonly<Record<Cut, string>> = {
  REGION: 'Region not known',
  PHASE: 'Phase not known',
  NEED: 'No need on record',
  TRUST: 'No trust',
  AUTHORITY: 'Authority not known',
  TERM: 'No term chosen yet',
};

/**
 * Every group of a cut, in the order in which people look for them: regions with the priority regions first, phases in their
 * own order, terms in order of time, all others by name; last those that have nothing to be grouped by.
 *
 * @param terms of the year, in order
 */
export async function groupsByCut(
  manager: EntityManager,
  cut: Cut,
  terms: readonly { id: string; name: string }[] = [],
): Promise<SchoolGroup[]> {
  const known =
    cut === 'PHASE'
      ? phases()
      : cut === 'TERM'
        ? terms.map(({ id, name }) => ({ key: id, name, isPriority: false }))
        : await manager.query<SchoolGroup[]>(GROUPS[cut]);
  return [...known, { key: NONE, name: WITHOUT[cut], isPriority: false }];
}

function phases(): SchoolGroup[] {
  return PHASES.map((key: Phase) => ({ key, name: PHASE_WORDS[key], isPriority: false }));
}

const GROUPS: Readonly<Record<Exclude<Cut, 'PHASE' | 'TERM'>, string>> = {
  REGION: `SELECT name AS key, name, is_priority AS "isPriority" FROM region ORDER BY is_priority DESC, name`,
  NEED: `SELECT code AS key, name || ' (' || code || ')' AS name, false AS "isPriority" FROM need ORDER BY name`,
  TRUST: `SELECT uid AS key, name, false AS "isPriority" FROM trust ORDER BY lower(name), uid`,
  AUTHORITY: `SELECT code AS key, name, false AS "isPriority" FROM local_authority ORDER BY lower(name), code`,
};
