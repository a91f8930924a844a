import type { EntityManager } from 'typeorm';
import { type FieldFault, Refusal } from '../../platform/problems/refusal.js';
import { priorityOf } from '../../reviews/priority.js';
import { type Settings } from '../../settings/settings.js';
import { KM_PER_MILE } from '../../solver/distance.js';
import {
  type HostWindow,
  type Limits,
  type Problem,
  type Review,
  WINDOWS,
} from '../../solver/problem.js';
import { type ScenarioChange } from '../../solver/scenario/change.js';
import { type SavedChange, type SavedChangeOf } from './saved-change.js';

/** What the registers say of those whom changes name. */
export interface Known {
  people: ReadonlyMap<string, string>;
  schools: ReadonlyMap<string, KnownSchool>;
  places: ReadonlyMap<string, { lat: number; lon: number; region: string; authority: string }>;
  regions: ReadonlySet<string>;
  phases: ReadonlyMap<string, string>;
  needs: ReadonlyMap<string, string>;
}

export interface KnownSchool {
  urn: string;
  name: string;
  town: string | null;
  trust: string | null;
  region: string;
  isPriorityRegion: boolean;
  phase: string | null;
  lat: number | null;
  lon: number | null;
  needs: string[];
}

/** Everybody and everything that these changes name, as the registers know them. */
export async function loadKnown(
  manager: EntityManager,
  changes: readonly SavedChange[],
): Promise<Known> {
  const people = changes.flatMap((each) => ('person' in each ? [each.person] : []));
  const schools = changes.flatMap((each) => ('school' in each ? [each.school] : []));
  const places = changes.flatMap((each) => ('postcode' in each ? [each.postcode] : []));
  const named = async (sql: string, keys: string[][] = []): Promise<Map<string, string>> => {
    const rows = await manager.query<{ key: string; name: string }[]>(sql, keys);
    return new Map(rows.map(({ key, name }) => [key, name]));
  };
  const found = await manager.query<KnownSchool[]>(
    `SELECT s.urn, s.name, s.town, s.trust_uid AS trust, s.region, g.is_priority AS "isPriorityRegion", s.phase,
            s.lat, s.lon, s.needs
     FROM school s JOIN region g ON g.name = s.region WHERE s.urn = ANY($1) AND s.removed_at IS NULL`,
    [schools],
  );
  const districts = await manager.query<
    { district: string; lat: number; lon: number; region: string; authority: string }[]
  >(
    `SELECT district, lat, lon, region, la_name AS authority FROM postcode_district WHERE district = ANY($1)`,
    [places],
  );
  return {
    people: await named(
      'SELECT code AS key, name FROM lead_reviewer WHERE code = ANY($1) AND removed_at IS NULL',
      [people],
    ),
    schools: new Map(found.map((school) => [school.urn, school])),
    places: new Map(districts.map(({ district, ...place }) => [district, place])),
    regions: new Set((await named('SELECT name AS key, name FROM region')).keys()),
    phases: await named('SELECT code AS key, name FROM phase'),
    needs: await named('SELECT code AS key, name FROM need'),
  };
}

/**
 * @throws Refusal naming the first change that speaks of somebody or something that the registers do not know
 */
export function refuseUnknown(changes: readonly SavedChange[], known: Known): void {
  for (const [index, change] of changes.entries()) {
    const wrong = unknownIn(change, known);
    if (wrong !== null) throw refusedChange('UNKNOWN_NAME', index, wrong.field, wrong.words);
  }
}

/** A refusal of one change of the list, at its field where it is about one. */
export function refusedChange(
  code: string,
  index: number,
  field: string | null,
  words: string,
): Refusal {
  const fault: FieldFault = {
    pointer: `#/changes/${index}${field === null ? '' : `/${field}`}`,
    field: `changes, item ${index + 1}${field === null ? '' : `, ${field}`}`,
    message: words,
  };
  return new Refusal(code, `Change ${index + 1} does not fit: ${words}`, 422, [fault]);
}

function unknownIn(change: SavedChange, known: Known): { field: string; words: string } | null {
  if ('person' in change && !known.people.has(change.person)) {
    return { field: 'person', words: 'This person is not on the register. Choose another.' };
  }
  if ('school' in change && !known.schools.has(change.school)) {
    return { field: 'school', words: 'This school is not on the register. Choose another.' };
  }
  if ('postcode' in change && !known.places.has(change.postcode)) {
    return { field: 'postcode', words: `No postcode begins with ${change.postcode}. Correct it.` };
  }
  if (change.kind === 'REGION' && !known.regions.has(change.region)) {
    return { field: 'region', words: 'There is no such region. Choose one of the nine.' };
  }
  if (change.kind !== 'JOINS') return null;
  const phase = change.phases.find((code) => !known.phases.has(code));
  if (phase !== undefined) return { field: 'phases', words: `There is no phase ${phase}.` };
  const need = change.needs.find((code) => !known.needs.has(code));
  return need === undefined ? null : { field: 'needs', words: `There is no specialism ${need}.` };
}

/**
 * The changes as the solver takes them. Whoever joins is named NEW-1, NEW-2, …; a review that is added takes any window that
 * is open to everybody.
 *
 * @throws Refusal where a school has nothing that could be reviewed so
 */
export function resolveChanges(
  changes: readonly SavedChange[],
  { problem, known, settings }: { problem: Problem; known: Known; settings: Settings },
): ScenarioChange[] {
  let joined = 0;
  return changes.map((change, index): ScenarioChange => {
    switch (change.kind) {
      case 'LEAVES':
        return change;
      case 'JOINS': {
        const ids = Array.from({ length: change.count }, () => `NEW-${++joined}`);
        const { lat = 0, lon = 0, region = '' } = known.places.get(change.postcode) ?? {};
        const { phases, needs, servingLeader: isServingLeader, from } = change;
        return {
          kind: 'JOINS',
          ids,
          home: { lat, lon },
          region,
          phases,
          needs,
          isServingLeader,
          from,
        };
      }
      case 'SCHOOL_MOVES': {
        const { lat = 0, lon = 0, region = '' } = known.places.get(change.postcode) ?? {};
        return { kind: 'SCHOOL_MOVES', urn: change.school, to: { lat, lon }, region };
      }
      case 'REVIEW_ADDED': {
        const school = known.schools.get(change.school) as KnownSchool;
        return { kind: 'REVIEW_ADDED', review: reviewOf(school, index, problem, settings) };
      }
      case 'REVIEW_DROPPED':
        return { kind: 'REVIEW_DROPPED', review: reviewAt(problem, change.school, index) };
      case 'LIMITS':
        return { kind: 'LIMITS', person: change.person, limits: limitsOf(change, index) };
      case 'REGION':
        return change;
    }
  });
}

function reviewAt({ reviews }: Problem, urn: string, index: number): string {
  const review = reviews.find((each) => each.urn === urn);
  if (review !== undefined) return review.id;
  throw refusedChange('CHANGE_DOES_NOT_FIT', index, 'school', NO_REVIEW);
}

export const NO_REVIEW =
  'This school has no review that is planned in this time. Choose a school that has one.';

function reviewOf(
  school: KnownSchool,
  index: number,
  { weeks, closed }: Problem,
  settings: Settings,
): Review {
  const { urn, trust, region, phase, lat, lon, needs } = school;
  if (phase === null || lat === null || lon === null) {
    const words = `${school.name} has no ${phase === null ? 'phase' : 'location'} on the register, so its review cannot be planned.`;
    throw refusedChange('CHANGE_DOES_NOT_FIT', index, 'school', words);
  }
  const shut = new Set(closed.map(({ week, window }) => `${week} ${window}`));
  const windows = weeks.flatMap((week) =>
    WINDOWS.filter((window) => !shut.has(`${week} ${window}`)).map((window): HostWindow => ({
      week,
      window,
      grade: 'ACCEPTABLE',
    })),
  );
  const inPriorityRegion = school.isPriorityRegion;
  const { value: priority } = priorityOf(
    { region, inPriorityRegion, carriedOver: 0, override: null },
    settings,
  );
  const id = `NEW-${urn}`;
  return {
    id,
    urn,
    trust,
    region,
    phase,
    lat,
    lon,
    needs: [...new Set(needs)].sort(),
    priority,
    windows,
  };
}

function limitsOf(change: SavedChangeOf<'LIMITS'>, index: number): Partial<Limits> {
  const { term, restReviews, restWeeks, maxMiles } = change;
  if ((restReviews === null) !== (restWeeks === null)) {
    const field = restReviews === null ? 'restReviews' : 'restWeeks';
    const words = 'Say both: how many reviews, and in how many weeks.';
    throw refusedChange('CHANGE_DOES_NOT_FIT', index, field, words);
  }
  if (term === null && restReviews === null && maxMiles === null) {
    throw refusedChange('CHANGE_DOES_NOT_FIT', index, 'term', 'Say which limit changes.');
  }
  return {
    ...(term === null ? {} : { term }),
    ...(restReviews === null || restWeeks === null ? {} : { restReviews, restWeeks }),
    ...(maxMiles === null ? {} : { maxKm: Math.ceil(maxMiles * KM_PER_MILE) }),
  };
}
