import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  answers,
  db,
  frozen,
  leadOf,
  person,
  review,
  school,
  seat,
  useEmptyTerm,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/support/empty-term.js';

useEmptyTerm();

describe('a re-plan', () => {
  const accepted = { OFFERED: '2026-12-14', ACCEPTED: '2026-12-16' };

  beforeEach(async () => {
    for (const n of ['1', '2', '3']) {
      await school(`10000${n}`);
      await review(`QAR-${n}`, `10000${n}`);
      await person(`LR-${n}`);
    }
  });

  it('pins what was accepted and publishes what was offered', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await seat('QAR-2', 'LEAD', 'LR-2', WEEK_2, { OFFERED: '2026-12-14' });
    await seat('QAR-3', 'LEAD', 'LR-3', WEEK_2, {});
    const { problem } = await frozen();
    expect(problem.pins).toEqual([
      { review: 'QAR-1', lead: 'LR-1', week: WEEK_2, window: 'MON_WED' },
    ]);
    expect(problem.published.map(({ review: code, lead }) => [code, lead])).toEqual([
      ['QAR-1', 'LR-1'],
      ['QAR-2', 'LR-2'],
    ]);
  });

  it('bans whoever gave a seat up from that review, and keeps the slot published', async () => {
    const declined = { OFFERED: '2026-12-14', DECLINED: '2026-12-15' };
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, declined, { isOpen: false });
    await seat(
      'QAR-2',
      'LEAD',
      'LR-2',
      WEEK_2,
      { OFFERED: '2026-12-14', WITHDRAWN: '2026-12-15' },
      { isOpen: false, by: 'PROGRAMME' },
    );
    const { problem, context } = await frozen();
    expect(problem.bans).toEqual([{ lead: 'LR-1', review: 'QAR-1' }]);
    expect(problem.published).toMatchObject([
      { review: 'QAR-1', lead: 'LR-1', week: WEEK_2 },
      { review: 'QAR-2' },
    ]);
    expect(context.notes.join()).toContain('LR-1 gave up QAR-1 on 15 December 2026');
  });

  it('frees nobody in a week that has begun but those who sit in it', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, { OFFERED: '2026-12-14' });
    const { problem } = await frozen('2027-01-12');
    expect(problem.pins.map((pin) => pin.review)).toEqual(['QAR-1']);
    expect(leadOf(problem, 'LR-1').availability[WEEK_2]).toEqual({ MON_WED: 'AVAILABLE' });
    expect(leadOf(problem, 'LR-2').availability[WEEK_2]).toBeUndefined();
    expect(leadOf(problem, 'LR-1').availability[WEEK_1]).toBeUndefined();
    expect((await frozen('2027-01-10')).problem.pins).toEqual([]);
  });

  it('drops the pin of somebody who said later that they cannot, unless the week has begun', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await answers('LR-1', { answeredOn: '2026-12-20', default: 'UNAVAILABLE' });
    const before = await frozen();
    expect(before.problem.pins).toEqual([]);
    expect(before.context.notKept?.join()).toContain('is no longer able: They said not available');
    expect((await frozen(WEEK_2)).problem.pins).toHaveLength(1);
  });

  it('keeps a seat accepted after that answer, and opens no other week by it', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await answers('LR-1', { answeredOn: '2026-12-10', default: 'UNAVAILABLE' });
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1').availability).toEqual({ [WEEK_2]: { MON_WED: 'AVAILABLE' } });
    expect(problem.pins).toHaveLength(1);
  });

  it('drops the pin of somebody whose checks no longer cover the review', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await db.query(`UPDATE gate SET superseded_at = now() WHERE kind = 'DBS'`);
    const { problem, context } = await frozen();
    expect(problem.pins).toEqual([]);
    expect(context.notes.join()).toContain('No enhanced DBS check is recorded');
  });

  it('drops a pin when a check runs out before the review’s last day, or the school has become their own', async () => {
    await seat('QAR-1', 'LEAD', 'LR-1', WEEK_2, accepted);
    await seat('QAR-2', 'LEAD', 'LR-2', WEEK_2, accepted);
    await db.query(
      `UPDATE gate SET superseded_at = now() WHERE kind = 'DBS' AND lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-1')`,
    );
    await db.query(
      `INSERT INTO gate (lead_id, kind, valid, recorded_by) SELECT id, 'DBS', daterange('2025-09-01', '2027-01-13'), 'Test' FROM lead_reviewer WHERE code = 'LR-1'`,
    );
    await db.query(
      `UPDATE employment SET superseded_at = now() WHERE lead_id = (SELECT id FROM lead_reviewer WHERE code = 'LR-2')`,
    );
    await db.query(
      `INSERT INTO employment (lead_id, serving_leader, school_urn, employer, valid, recorded_by)
       SELECT id, true, '100002', 'School', daterange('2025-09-01', null), 'Test' FROM lead_reviewer WHERE code = 'LR-2'`,
    );
    const { problem, context } = await frozen();
    expect(problem.pins).toEqual([]);
    expect(context.notes.join()).toContain('DBS check runs out on 12 January 2027');
    expect(context.notes.join()).toContain('LR-2 accepted QAR-2');
    expect(context.notes.join()).toContain('Own school');
  });

  it('keeps the week of a seat on a review of another term', async () => {
    await school('100009');
    await review('QAR-9', '100009', { term: 'summer-2027' });
    await seat('QAR-9', 'LEAD', 'LR-1', WEEK_3, accepted, { term: 'summer-2027' });
    const { problem } = await frozen();
    expect(leadOf(problem, 'LR-1').availability[WEEK_3]).toBeUndefined();
    expect(leadOf(problem, 'LR-1').limits.term).toBe(5);
  });
});
