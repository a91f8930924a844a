/** A problem file with every kind of fact, and what the reader says of it with one thing changed. */
import { DEFAULT_POLICY, type Problem, PROBLEM_FORMAT } from '../../src/solver/problem.js';
import { BadFile } from '../../src/solver/file/bad-file.js';
import { readProblem } from '../../src/solver/file/read-problem.js';

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export function sample(): Problem {
  return {
    format: PROBLEM_FORMAT,
    name: 'Spring 2027, special phase',
    weeks: ['2027-01-11', '2027-01-18'],
    closed: [{ week: '2027-01-04', window: 'WED_FRI', reason: 'Training day' }],
    leads: [person('L1'), { ...person('L2'), roles: ['SHADOW'] }],
    reviews: [review('R1'), { ...review('R2'), trust: null, windows: [], needs: [] }],
    published: [
      seatRow({ review: 'R1', week: '2026-12-07', window: 'MON_WED', lead: 'gone', shadow: 'L2' }),
      seatRow({ review: 'vanished' }),
    ],
    pins: [{ review: 'R1', lead: 'L1', week: '2027-05-03', window: 'MON_WED' }, { review: 'R1' }],
    bans: [{ lead: 'L1' }, { lead: 'L1', review: 'R1', week: '2027-01-12' }],
    policy: DEFAULT_POLICY,
  };
}

export function person(id: string): Problem['leads'][number] {
  return {
    id,
    roles: ['LEAD', 'SHADOW'],
    isNew: false,
    home: { lat: 54.1, lon: -1.5 },
    phases: ['special'],
    needs: ['ASD', 'SEMH'],
    conflicts: [
      { urn: '100001', reason: 'Own school' },
      { trust: 'T1', reason: 'Own trust' },
    ],
    regions: { London: 'NO', 'North East': 'PREFERRED' },
    availability: {
      '2027-01-11': { MON_WED: 'PREFERRED', WED_FRI: 'IF_NEEDED' },
      '2027-01-18': {},
    },
    commitment: { minimum: 6, done: 1, target: 2 },
    limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: 250 },
  };
}

export function review(id: string): Problem['reviews'][number] {
  return {
    id,
    urn: '100001',
    trust: 'T1',
    region: 'London',
    phase: 'special',
    lat: 51.5,
    lon: -0.1,
    needs: ['ASD'],
    priority: 2,
    windows: [
      { week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' },
      { week: '2027-01-11', window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ],
  };
}

export function seatRow(
  given: Partial<Problem['published'][number]>,
): Problem['published'][number] {
  return {
    review: 'R1',
    week: null,
    window: null,
    lead: null,
    qualityAssurer: null,
    shadow: null,
    ...given,
  };
}

export type Steps = readonly (string | number)[];

/** The sample as plain JSON with one value replaced, added or (for undefined) removed. */
export function sampleWith(path: Steps, value: unknown): string {
  const root = JSON.parse(JSON.stringify(sample())) as Record<string, unknown>;
  let holder = root as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
  return JSON.stringify(root);
}

export function faultsOf(file: string | Uint8Array): readonly string[] {
  try {
    readProblem(typeof file === 'string' ? encode(file) : file);
  } catch (error) {
    if (error instanceof BadFile) return error.faults;
    throw error;
  }
  return [];
}

export const faultsWith = (path: Steps, value: unknown): readonly string[] =>
  faultsOf(sampleWith(path, value));
