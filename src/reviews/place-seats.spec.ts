import { describe, expect, it } from '@jest/globals';
import {
  declined,
  event,
  on,
  one,
  seat,
  stateOf,
  two,
  twoReviews,
} from '../../test/support/two-reviews.js';
import { chooseTerm, moveReview } from './change-review.js';
import { correctSeatEvent, placeSeat, recordSeatEvent } from './place-seats.js';
import { seatRecords } from './seat-records.js';

const trial = twoReviews();

describe('seats', () => {
  it('of a cancelled review are cancelled with it, each with its trace', () =>
    trial(async (manager) => {
      await placeSeat(manager, one, seat, on('2030-09-10'));
      const cancelled = { to: 'CANCELLED' as const, on: '2030-09-11', endedBy: 'SCHOOL' as const };
      await moveReview(manager, one, { ...cancelled, reason: 'Ofsted' }, on('2030-09-11'));
      const statuses = (await seatRecords(manager, { review: one })).map(({ status }) => status);
      expect(statuses).toEqual(['CANCELLED']);
      const traces: { action: string }[] = await manager.query(
        `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 2`,
        [one],
      );
      expect(traces.map(({ action }) => action)).toEqual(['review cancelled', 'seat cancelled']);
    }));
  it('move their review along, and free it when declined', () =>
    trial(async (manager) => {
      const { id } = await placeSeat(manager, one, seat, on('2030-09-10'));
      await recordSeatEvent(manager, one, id, event('OFFERED', '2030-09-10'), on('2030-09-10'));
      expect(await stateOf(manager, one, '2030-09-10')).toBe('OFFERED');
      await recordSeatEvent(manager, one, id, declined('2030-09-11'), on('2030-09-11'));
      expect(await stateOf(manager, one, '2030-09-11')).toBe('REQUESTED');
      const again = await placeSeat(manager, one, seat, on('2030-09-12'));
      await recordSeatEvent(
        manager,
        one,
        again.id,
        event('OFFERED', '2030-09-12'),
        on('2030-09-12'),
      );
      await recordSeatEvent(
        manager,
        one,
        again.id,
        event('ACCEPTED', '2030-09-13'),
        on('2030-09-13'),
      );
      expect(await stateOf(manager, one, '2030-09-13')).toBe('CONFIRMED');
      await recordSeatEvent(manager, one, again.id, event('LED', '2030-10-09'), on('2030-10-10'));
      expect(await stateOf(manager, one, '2030-10-10')).toBe('UNDER_WAY');
      const statuses = (await seatRecords(manager, { review: one })).map(({ status }) => status);
      expect(statuses).toEqual(['DECLINED', 'LED']);
    }));
  it.each([
    ['SEAT_TAKEN', one, { ...seat, lead: 'LR-2' }],
    ['WEEK_TAKEN', two, seat],
    [
      'OTHER_SLOT',
      one,
      { ...seat, lead: 'LR-2', role: 'SHADOW' as const, window: 'WED_FRI' as const },
    ],
  ])('are refused kindly where the database would: %s', (code, review, other) =>
    trial(async (manager) => {
      await chooseTerm(manager, two, 'autumn-2030', '2030-09-02', on('2030-09-02'));
      await placeSeat(manager, one, seat, on('2030-09-10'));
      await expect(placeSeat(manager, review, other, on('2030-09-10'))).rejects.toMatchObject({
        code,
        status: 409,
      });
    }),
  );
  it.each([
    ['2030-12-23', 'MON_WED', 'not in Autumn 2030'],
    ['2030-12-16', 'WED_FRI', 'Training day'],
    ['2030-12-09', 'WED_FRI', 'Boiler'],
  ] as const)('are not given in a slot that cannot be: %s %s, %s', (week, window, why) =>
    trial(async (manager) => {
      await manager.query(
        `INSERT INTO training_day VALUES ('2030-12-19', 'Training day', 'ONLINE')`,
      );
      await manager.query(
        `INSERT INTO school_closure (urn, days, reason, recorded_by)
         SELECT urn, daterange('2030-12-13', '2030-12-14'), 'Boiler', 'Test' FROM review WHERE code = $1`,
        [one],
      );
      await expect(
        placeSeat(manager, one, { ...seat, week, window }, on('2030-09-10')),
      ).rejects.toThrow(why);
      await placeSeat(
        manager,
        one,
        { ...seat, week: '2030-12-16', window: 'MON_WED' },
        on('2030-09-10'),
      );
    }),
  );
  it.each([
    ['own school', `school_urn = '100001'`],
    ['own trust', `trust_uid = 'T1'`],
  ])('are never given at somebody’s %s', (why, where) =>
    trial(async (manager) => {
      await manager.query(`INSERT INTO trust VALUES ('T1', 'A trust')`);
      await manager.query(`UPDATE school SET trust_uid = 'T1' WHERE urn = '100001'`);
      await manager.query('ALTER TABLE employment DISABLE TRIGGER employment_keeps_history');
      await manager.query(`UPDATE employment SET ${where}`);
      await expect(placeSeat(manager, one, seat, on('2030-09-10'))).rejects.toThrow(why);
    }),
  );
  it('are corrected without losing what was believed', () =>
    trial(async (manager) => {
      const { id } = await placeSeat(manager, one, seat, on('2030-09-10'));
      await recordSeatEvent(manager, one, id, event('OFFERED', '2030-09-10'), on('2030-09-10'));
      await recordSeatEvent(manager, one, id, declined('2030-09-11'), on('2030-09-11'));
      const back = await correctSeatEvent(manager, one, id, 'DECLINED', null, on('2030-09-12'));
      expect(back).toMatchObject({ status: 'OFFERED', isOpen: true });
      const kept: unknown[] = await manager.query(
        `SELECT 1 FROM seat_event WHERE seat_id = $1 AND superseded_at IS NOT NULL AND reason = 'On leave'`,
        [id],
      );
      expect(kept).toHaveLength(1);
    }));
  it('taken back altogether free the seat, and recorded again hold it', () =>
    trial(async (manager) => {
      const { id } = await placeSeat(manager, one, seat, on('2030-09-10'));
      const offered = event('OFFERED', '2030-09-10');
      await recordSeatEvent(manager, one, id, offered, on('2030-09-10'));
      await correctSeatEvent(manager, one, id, 'OFFERED', null, on('2030-09-11'));
      const isOpen = async (): Promise<unknown> =>
        manager.query('SELECT is_open FROM seat WHERE id = $1', [id]);
      expect(await isOpen()).toEqual([{ is_open: false }]);
      await recordSeatEvent(manager, one, id, offered, on('2030-09-11'));
      expect(await isOpen()).toEqual([{ is_open: true }]);
    }));
  it('of a shadow, led, finish that stage of induction', () =>
    trial(async (manager) => {
      const shadow = await placeSeat(
        manager,
        one,
        { ...seat, lead: 'LR-2', role: 'SHADOW' },
        on('2030-09-10'),
      );
      await recordSeatEvent(manager, one, shadow.id, event('LED', '2030-10-09'), on('2030-10-10'));
      const done: { stage: string }[] = await manager.query(
        `SELECT stage FROM induction_stage WHERE stage = 'SHADOWING' AND superseded_at IS NULL`,
      );
      expect(done).toHaveLength(1);
    }));
});
