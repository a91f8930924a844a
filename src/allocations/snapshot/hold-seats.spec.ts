import { describe, expect, it } from '@jest/globals';
import { readProblem } from '../../solver/file/read-problem.js';
import { writeProblem } from '../../solver/file/write-files.js';
import {
  DEFAULT_POLICY,
  type Lead,
  PROBLEM_FORMAT,
  type Problem,
  type Review,
  type SeatRow,
} from '../../solver/problem.js';
import { breachesOf } from '../../solver/rules/plan-rules.js';
import { type HeldReview, holdSeats } from './hold-seats.js';

const WEEKS = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'];
const FREE = Object.fromEntries(WEEKS.map((week) => [week, { MON_WED: 'AVAILABLE' as const }]));

function lead(id: string, changes: Partial<Lead> = {}): Lead {
  return {
    id,
    roles: ['LEAD'],
    isNew: false,
    home: { lat: 52, lon: -1 },
    phases: ['PRIMARY'],
    needs: [],
    conflicts: [],
    regions: {},
    availability: structuredClone(FREE),
    commitment: { minimum: 6, done: 0, target: 2 },
    limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: null },
    ...changes,
  };
}

function review(id: string, changes: Partial<Review> = {}): Review {
  return {
    id,
    urn: id.padStart(6, '1'),
    trust: null,
    region: 'London',
    phase: 'PRIMARY',
    lat: 52.1,
    lon: -1,
    needs: [],
    priority: 1,
    windows: WEEKS.map((week) => ({ week, window: 'MON_WED', grade: 'ACCEPTABLE' })),
    ...changes,
  };
}

function problem(leads: Lead[], reviews: Review[]): Problem {
  return {
    format: PROBLEM_FORMAT,
    name: 'Spring 2027',
    weeks: WEEKS,
    closed: [],
    leads,
    reviews,
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
  };
}

function held(name: string, week: string, seats: Partial<Record<string, string>>): HeldReview {
  return {
    review: name,
    week,
    window: 'MON_WED',
    seats: Object.entries(seats).map(([role, person]) => ({
      role: role as 'LEAD',
      lead: person!,
      grade: 'AVAILABLE',
    })),
  };
}

/** The pins as the plan they ask for; every rule must hold in it, also for a strict reader. */
function breaches(result: Problem): string[] {
  readProblem(new TextEncoder().encode(writeProblem(result)));
  const rows = result.reviews.map((each): SeatRow => {
    const pin = result.pins.find((p) => p.review === each.id);
    return {
      review: each.id,
      week: pin?.week ?? null,
      window: pin?.window ?? null,
      lead: pin?.lead ?? null,
      qualityAssurer: pin?.qualityAssurer ?? null,
      shadow: pin?.shadow ?? null,
    };
  });
  return breachesOf(result, rows);
}

const FIRST = '2027-01-04';
const SECOND = '2027-01-11';

describe('a held seat', () => {
  it('is pinned with its slot and all its seats; nothing is granted that is there', () => {
    const draft = problem([lead('L1'), lead('S1', { roles: ['SHADOW'] })], [review('R1')]);
    const result = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1', SHADOW: 'S1' })]);
    expect(result.problem.pins).toEqual([
      { review: 'R1', lead: 'L1', shadow: 'S1', week: FIRST, window: 'MON_WED' },
    ]);
    expect(result.problem.bans).toEqual([]);
    expect(result.notes).toEqual([]);
    expect(result.problem.leads).toEqual(draft.leads);
    expect(breaches(result.problem)).toEqual([]);
  });

  it('keeps its slot when the person, the host or the calendar has lost it, and opens nothing else', () => {
    const draft = {
      ...problem([lead('L1', { availability: {} })], [review('R1', { windows: [] }), review('R2')]),
      closed: [{ week: FIRST, window: 'MON_WED' as const, reason: 'Training day' }],
    };
    const { problem: result } = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1' })]);
    expect(result.leads[0]?.availability).toEqual({ [FIRST]: { MON_WED: 'AVAILABLE' } });
    expect(result.bans).toEqual([]);
    expect(breaches(result)).toEqual([]);
  });

  it('keeps a school in conflict, and bans the others of that trust', () => {
    const conflicts = [{ trust: 'T1', reason: 'Declared a tie' }];
    const draft = problem(
      [lead('L1', { conflicts })],
      [review('R1', { trust: 'T1' }), review('R2', { trust: 'T1' }), review('R3')],
    );
    const { problem: result, notes } = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1' })]);
    expect(result.bans).toEqual([{ lead: 'L1', review: 'R2' }]);
    expect(notes.join()).toContain('L1 keeps R1');
    expect(breaches(result)).toEqual([]);
  });

  it('keeps a phase, a region and a distance, and bans what only these would open', () => {
    const draft = problem(
      [
        lead('L1', {
          phases: ['PRIMARY'],
          regions: { London: 'NO' },
          limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: 5 },
        }),
      ],
      [
        review('R1', { phase: 'SPECIAL' }),
        review('R2', { phase: 'SPECIAL', region: 'North East', lat: 52 }),
        review('R3', { region: 'London', lat: 52 }),
        review('R4', { region: 'North East' }),
        review('R5', { region: 'North East', lat: 52 }),
      ],
    );
    const { problem: result } = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1' })]);
    expect(result.bans.map((ban) => ban.review)).toEqual(['R2', 'R3', 'R4']);
    expect(breaches(result)).toEqual([]);
  });

  it('keeps a lead who has left the pool since, and bans them from all else', () => {
    const draft = problem([lead('L1', { roles: [] })], [review('R1'), review('R2')]);
    const { problem: result } = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1' })]);
    expect(result.leads[0]?.roles).toEqual(['LEAD']);
    expect(result.bans).toEqual([{ lead: 'L1', review: 'R2' }]);
    expect(breaches(result)).toEqual([]);
  });

  it('counts as quality-assured although its lead has left newness behind', () => {
    const draft = problem(
      [lead('L1'), lead('Q1', { roles: ['LEAD', 'QUALITY_ASSURER'] })],
      [review('R1')],
    );
    const { problem: result } = holdSeats(draft, [
      held('R1', FIRST, { LEAD: 'L1', QUALITY_ASSURER: 'Q1' }),
    ]);
    expect(result.leads[0]?.isNew).toBe(true);
    expect(breaches(result)).toEqual([]);
  });

  it('gives way when a shadow would sit with a lead who was assured elsewhere, but keeps the week', () => {
    const draft = problem(
      [lead('L1'), lead('Q1', { roles: ['QUALITY_ASSURER'] }), lead('S1', { roles: ['SHADOW'] })],
      [review('R1'), review('R2')],
    );
    const { problem: result, notes } = holdSeats(draft, [
      held('R1', FIRST, { LEAD: 'L1', QUALITY_ASSURER: 'Q1' }),
      held('R2', SECOND, { LEAD: 'L1', SHADOW: 'S1' }),
    ]);
    expect(result.pins[1]?.shadow).toBeUndefined();
    expect(result.leads[2]?.availability[SECOND]).toBeUndefined();
    expect(notes).toHaveLength(2);
    expect(breaches(result)).toEqual([]);
  });

  it('fits caps that have fallen since, and then nothing is added', () => {
    const limits = { term: 1, restReviews: 1, restWeeks: 2, maxKm: null };
    const draft = problem([lead('L1', { limits })], [review('R1'), review('R2')]);
    const { problem: result } = holdSeats(draft, [
      held('R1', FIRST, { LEAD: 'L1' }),
      held('R2', SECOND, { LEAD: 'L1' }),
    ]);
    expect(result.leads[0]?.limits).toMatchObject({ term: 2, restReviews: 2 });
    expect(breaches(result)).toEqual([]);
  });

  it('leaves caps alone that hold them', () => {
    const draft = problem([lead('L1')], [review('R1')]);
    const { problem: result } = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1' })]);
    expect(result.leads[0]?.limits).toEqual(draft.leads[0]?.limits);
  });

  it('keeps a lead without the need, and a seat that was ruled out before', () => {
    const draft = {
      ...problem([lead('L1')], [review('R1', { needs: ['ASD'] }), review('R2')]),
      bans: [{ lead: 'L1', review: 'R1' }],
    };
    const { problem: result } = holdSeats(draft, [held('R1', FIRST, { LEAD: 'L1' })]);
    expect(result.bans).toEqual([]);
    expect(breaches(result)).toEqual([]);
  });
});
