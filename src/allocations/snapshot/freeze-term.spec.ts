import { describe, expect, it } from '@jest/globals';
import {
  db,
  employ,
  frozen,
  leadOf,
  person,
  review,
  school,
  seat,
  set,
  TERM,
  TODAY,
  useEmptyTerm,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/support/empty-term.js';
import { type Problem } from '../../solver/problem.js';
import { freezeTerm } from './freeze-term.js';

useEmptyTerm();

describe('a first allocation', () => {
  it('has the weeks of spring 2027, the training day closed, and one lead and review as they are', async () => {
    await school('100001', { region: 'North East' });
    await review('QAR-1', '100001', { carried: 1 });
    await person('LR-1');
    const { problem, context, bytes } = await frozen();
    expect(problem.weeks).toHaveLength(11);
    expect(problem.closed).toContainEqual({
      week: WEEK_1,
      window: 'WED_FRI',
      reason: expect.stringContaining('7 January 2027'),
    });
    expect(leadOf(problem, 'LR-1')).toMatchObject({
      roles: ['LEAD'],
      isNew: false,
      home: { lat: 53.8, lon: -1.55 },
      phases: ['PRIMARY', 'SPECIAL'],
      needs: ['ASD', 'SEMH'],
      commitment: { minimum: 6, done: 0, target: 6 },
      limits: { term: 6, restReviews: 3, restWeeks: 4, maxKm: null },
    });
    expect(leadOf(problem, 'LR-1').availability[WEEK_1]).toEqual({ MON_WED: 'AVAILABLE' });
    expect(problem.reviews[0]).toMatchObject({ id: 'QAR-1', priority: 3, trust: null });
    expect(context.people['LR-1']?.name).toBe('Ann Other LR-1');
    expect(context.people['LR-1']?.availability[1]?.because).toContain('7 January 2027');
    expect(bytes).not.toMatch(/Ann|Hope|example\.org/);
    expect([problem.pins, problem.bans, problem.published]).toEqual([[], [], []]);
  });

  it('is the same, byte for byte, however the rows were written', async () => {
    const fill = async (codes: string[]): Promise<string> => {
      for (const n of codes) {
        await school(`10000${n}`, { trust_uid: 'T1' });
        await person(`LR-${n}`);
        await review(`QAR-${n}`, `10000${n}`);
      }
      return (await frozen()).bytes;
    };
    const one = await fill(['1', '2', '3']);
    await db.query('TRUNCATE trust, lead_reviewer CASCADE');
    expect(await fill(['3', '1', '2'])).toBe(one);
    expect((await frozen()).bytes).toBe(one);
  });

  it('lists what is left out and why', async () => {
    await school('100001');
    await school('100002', { phase: null });
    await school('100003', { lat: null, lon: null });
    await school('100004');
    await school('100005');
    await review('QAR-1', '100001', { windows: 'UNKNOWN' });
    await review('QAR-2', '100002');
    await review('QAR-3', '100003');
    await review('QAR-4', '100004', { windows: 'ANY' });
    await review('QAR-5', '100005', { state: 'CANCELLED' });
    await person('LR-1', null);
    await person('LR-2');
    await db.query(
      `UPDATE standing SET superseded_at = now() WHERE lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-2')`,
    );
    await db.query(
      `INSERT INTO standing (lead_id, standing, valid, recorded_by) SELECT id, 'PAUSED', daterange('2026-09-01', null), 'Test' FROM lead_reviewer WHERE code = 'LR-2'`,
    );
    const { problem, context } = await frozen();
    expect(context.leftOut).toEqual([
      { lead: 'LR-1', reason: 'No answer to the availability round' },
      { lead: 'LR-2', reason: expect.stringContaining('Paused') },
      { review: 'QAR-1', reason: expect.stringContaining('Windows not known') },
      { review: 'QAR-2', reason: expect.stringContaining('phase is blank') },
      { review: 'QAR-3', reason: expect.stringContaining('no location') },
    ]);
    expect(problem.reviews.map(({ id }) => id)).toEqual(['QAR-4']);
    const closed = new Set(problem.closed.map(({ week, window }) => week + window));
    const open = problem.reviews[0]?.windows.filter(
      ({ week, window }) => !closed.has(week + window),
    );
    expect(open).toHaveLength(20);
    expect(problem.leads.map(({ id }) => id)).toEqual(['LR-1']);
    expect(leadOf(problem, 'LR-1')).toMatchObject({ availability: {}, commitment: { target: 0 } });
  });

  it('takes away windows that a gate shuts, and says why', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    await db.query(`UPDATE gate SET superseded_at = now() WHERE kind = 'DBS'`);
    await db.query(
      `INSERT INTO gate (lead_id, kind, valid, recorded_by) SELECT id, 'DBS', daterange('2025-09-01', '2027-01-14'), 'Test' FROM lead_reviewer`,
    );
    const { problem, context } = await frozen();
    expect(leadOf(problem, 'LR-1').availability[WEEK_2]).toEqual({ MON_WED: 'AVAILABLE' });
    expect(leadOf(problem, 'LR-1').availability[WEEK_3]).toBeUndefined();
    const shut = context.people['LR-1']?.availability.find((slot) => slot.week === WEEK_3);
    expect(shut?.because).toContain('DBS check runs out on 13 January 2027');
    expect(leadOf(problem, 'LR-1').commitment.target).toBe(2);
  });

  it('lowers the limits by the ceiling, the person’s own limits and serving leadership', async () => {
    await school('100001', { trust_uid: 'T1' });
    await review('QAR-1', '100001');
    await person('LR-1', { ceiling: 2 });
    await person('LR-2');
    await person('LR-3');
    await db.query(
      `INSERT INTO own_limit (lead_id, term_limit, rest_reviews, rest_weeks, max_km, valid, recorded_by)
       SELECT id, 5, 1, 2, 80, daterange('2026-09-01', null), 'Test' FROM lead_reviewer WHERE code = 'LR-2'`,
    );
    await employ('LR-3', '100001', 'T1');
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1').limits.term).toBe(2);
    expect(leadOf(problem, 'LR-2').limits).toEqual({
      term: 5,
      restReviews: 1,
      restWeeks: 2,
      maxKm: 80,
    });
    expect(leadOf(problem, 'LR-3')).toMatchObject({
      limits: { term: 4 },
      commitment: { minimum: 3 },
      conflicts: [
        { trust: 'T1', reason: 'Own trust' },
        { urn: '100001', reason: 'Own school' },
      ],
    });
  });

  it('counts a serving leader as one only in the phases that the setting names', async () => {
    await school('100001', { phase: 'SPECIAL' });
    await school('100002', { phase: 'PRIMARY' });
    await review('QAR-1', '100001');
    for (const [code, urn] of [
      ['LR-1', '100001'],
      ['LR-2', '100002'],
    ] as const) {
      await person(code);
      await employ(code, urn);
    }
    await set('servingLeader', { phases: ['SPECIAL'] }, '2026-09-01');
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1')).toMatchObject({
      limits: { term: 4 },
      commitment: { minimum: 3 },
    });
    expect(leadOf(problem, 'LR-2')).toMatchObject({
      limits: { term: 6 },
      commitment: { minimum: 6 },
    });
  });

  it('keeps the settings that hold from the term’s first day on', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    await set('rest', { reviews: 2, weeks: 5 }, '2027-01-04');
    const limits = leadOf((await frozen()).problem, 'LR-1').limits;
    expect(limits).toMatchObject({ restReviews: 2, restWeeks: 5 });
  });

  it('holds a review that was recorded as requested from a later day on', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    const ids = ({ problem }: { problem: Problem }): string[] =>
      problem.reviews.map(({ id }) => id);
    expect(ids(await frozen('2026-08-31'))).toEqual(['QAR-1']); // requested since 1 September
  });

  it('does not count a later review as still to come once its lead has accepted', async () => {
    for (const n of ['1', '2', '3']) await school(`10000${n}`);
    await review('QAR-1', '100001');
    for (const n of ['2', '3']) await review(`QAR-${n}`, `10000${n}`, { term: 'summer-2027' });
    await person('LR-1');
    const accepted = { OFFERED: '2026-12-01', ACCEPTED: '2026-12-02' };
    await seat('QAR-2', 'LEAD', 'LR-1', '2027-05-10', accepted, { term: 'summer-2027' });
    // 5 left, 1 of the 2 reviews that are not yet confirmed: 2.5, half up.
    expect(leadOf((await frozen()).problem, 'LR-1').commitment.target).toBe(3);
  });

  it('leaves out a conflict that operations overrode, and notes it', async () => {
    await school('100001');
    await review('QAR-1', '100001');
    await person('LR-1');
    for (const table of ['conflict', 'conflict_override']) {
      const kind = table === 'conflict' ? [', kind', `, 'DECLARED_TIE'`] : ['', ''];
      const insert = `INSERT INTO ${table} (lead_id, urn, reason, valid, recorded_by${kind[0]})
        SELECT id, '100001', 'An old friend', daterange('2026-09-01', null), 'Test'${kind[1]} FROM lead_reviewer`;
      if (table === 'conflict_override')
        expect((await frozen()).problem.leads[0]?.conflicts).toHaveLength(1);
      await db.query(insert);
    }
    const { problem, context } = await frozen();
    expect(problem.leads[0]?.conflicts).toEqual([]);
    expect(context.notes.join()).toContain('LR-1: may review school 100001');
  });

  it('counts what was led in autumn and asks for a part of what is left', async () => {
    for (const n of ['1', '2', '3']) await school(`10000${n}`);
    await review('QAR-1', '100001', { term: 'autumn-2026', state: 'CLOSED' });
    await review('QAR-2', '100002');
    await review('QAR-3', '100003', { term: 'summer-2027' });
    await person('LR-1');
    const led = { OFFERED: '2026-09-01', ACCEPTED: '2026-09-02', LED: '2026-10-07' };
    await seat('QAR-1', 'LEAD', 'LR-1', '2026-10-05', led, { term: 'autumn-2026' });
    const { problem } = await frozen();
    // 5 left, 1 of the 2 reviews that the year still holds: 2.5, half up.
    expect(leadOf(problem, 'LR-1').commitment).toEqual({ minimum: 6, done: 1, target: 3 });
    expect(problem.reviews.map(({ id }) => id)).toEqual(['QAR-2']);
  });

  it('refuses a policy that does not exist, with those that do', async () => {
    await expect(freezeTerm(db, TERM, { today: TODAY, policy: 'Cheapest' })).rejects.toThrow(
      'There is no policy “Cheapest”. Choose one of: Standard',
    );
  });
});
