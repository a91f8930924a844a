import { describe, expect, it } from '@jest/globals';
import { on, one, seat, stateOf, two, twoReviews } from '../../test/support/two-reviews.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { carryOver, moveReview, setPriority } from './change-review.js';
import { answerWindows } from './host-answers.js';
import { openReviews, spread, spreadReviews } from './open-year.js';
import { placeSeat } from './place-seats.js';
import { seatRecords } from './seat-records.js';
import { reviewByCode, storedReviews } from './stored-reviews.js';

const trial = twoReviews();

describe('opening a year', () => {
  it('gives each member school one review, once, with the term its host asked for', () =>
    trial(async (manager) => {
      const reviews = await storedReviews(manager, DEFAULT_SETTINGS, '2030-09-01', {});
      expect(reviews.map(({ code, urn, termId, state }) => [code, urn, termId, state])).toEqual([
        [one, '100001', 'autumn-2030', 'REQUESTED'],
        [two, '100002', null, 'REQUESTED'],
      ]);
      expect(reviews.map(({ priority }) => priority.value)).toEqual([1, 2]);
      expect(await openReviews(manager, '2030/31', [], on('2030-09-02'))).toEqual([]);
      await expect(
        openReviews(
          manager,
          '2030/31',
          [{ urn: '100003', termId: 'autumn-2030' }],
          on('2030-09-02'),
        ),
      ).rejects.toThrow('No member of 2030/31: 100003');
    }));
  it('spreads the others to the emptiest term for its weeks', () =>
    trial(async (manager) => {
      expect(await spreadReviews(manager, '2030/31', on('2030-09-02'))).toEqual({
        'spring-2031': 1,
      });
    }));
  it('spreads in proportion, by reference', () => {
    const terms = [
      { id: 'autumn', weeks: 2, reviews: 0 },
      { id: 'spring', weeks: 1, reviews: 0 },
      { id: 'none', weeks: 0, reviews: 0 },
    ];
    expect([...spread(['C', 'A', 'B'], terms)]).toEqual([
      ['A', 'autumn'],
      ['B', 'autumn'],
      ['C', 'spring'],
    ]);
  });
});

describe('a host’s windows', () => {
  const answer = (window: 'MON_WED' | 'WED_FRI', week: string) => ({
    answeredOn: '2030-09-10',
    anyUsable: false,
    windows: [{ week, window, grade: 'PREFERRED' as const }],
  });
  it('are whole answers: the later one counts, both are kept', () =>
    trial(async (manager) => {
      await answerWindows(manager, one, answer('MON_WED', '2030-10-07'), on('2030-09-10'));
      await answerWindows(manager, one, answer('WED_FRI', '2030-10-14'), on('2030-09-11'));
      const review = await reviewByCode(manager, DEFAULT_SETTINGS, '2030-09-11', one);
      expect(review.answer?.windows).toEqual([
        { week: '2030-10-14', window: 'WED_FRI', grade: 'PREFERRED' },
      ]);
      expect(await manager.query('SELECT 1 FROM host_answer')).toHaveLength(2);
      const unknown = await storedReviews(manager, DEFAULT_SETTINGS, '2030-09-11', {
        windowsNotKnown: true,
      });
      expect(unknown.map(({ code }) => code)).toEqual([two]);
    }));
  it('are refused where the school cannot be reviewed, and while no term is chosen', async () => {
    await trial(async (manager) => {
      await expect(
        answerWindows(manager, one, answer('WED_FRI', '2031-01-06'), on('2030-09-10')),
      ).rejects.toThrow(/Not in Autumn 2030/);
    });
    await trial(async (manager) => {
      await expect(
        answerWindows(manager, two, answer('MON_WED', '2030-10-07'), on('2030-09-10')),
      ).rejects.toThrow('No term is chosen');
    });
  });
});

describe('a review taken off the register', () => {
  it('makes room for another, with a reference of its own', () =>
    trial(async (manager) => {
      await manager.query(`UPDATE review SET removed_at = now() WHERE code = $1`, [one]);
      const opened = await openReviews(manager, '2030/31', [], on('2030-09-12'));
      expect(opened).toEqual(['QAR-2030-0003']);
      const again = await openReviews(manager, '2030/31', [], on('2030-09-12'));
      expect(again).toEqual([]);
    }));
});

describe('changing a review', () => {
  it('cancelling says who and why, and frees the seats with that cause', () =>
    trial(async (manager) => {
      await placeSeat(manager, one, seat, on('2030-09-10'));
      const cancel = { to: 'CANCELLED' as const, on: '2030-09-20' };
      await expect(moveReview(manager, one, cancel, on('2030-09-20'))).rejects.toThrow(
        'Say who cancelled',
      );
      await moveReview(
        manager,
        one,
        { ...cancel, endedBy: 'SCHOOL', reason: 'Ofsted called' },
        on('2030-09-20'),
      );
      const [freed] = await seatRecords(manager, { review: one });
      expect(freed).toMatchObject({
        status: 'CANCELLED',
        isOpen: false,
        events: [{ causedBy: 'SCHOOL' }],
      });
    }));
  it('refuses a move outside the table, a day ahead, and a version that has passed', () =>
    trial(async (manager) => {
      const move = { to: 'SCHEDULED' as const, on: '2030-09-10' };
      await expect(
        moveReview(manager, one, { ...move, to: 'CLOSED' }, on('2030-09-10')),
      ).rejects.toThrow('cannot become closed');
      await expect(moveReview(manager, one, move, on('2030-09-09'))).rejects.toThrow('lies ahead');
      await expect(moveReview(manager, one, move, on('2030-09-10', 99))).rejects.toMatchObject({
        status: 412,
      });
    }));
  it('carries over to the next term with more weight, and after the last is not covered', () =>
    trial(async (manager) => {
      expect(await carryOver(manager, one, '2030-12-20', on('2030-12-20'))).toBe('spring-2031');
      const carried = await reviewByCode(manager, DEFAULT_SETTINGS, '2030-12-20', one);
      expect(carried).toMatchObject({
        state: 'REQUESTED',
        carriedOver: 1,
        priority: { value: 2 },
        answer: null,
      });
      expect(await carryOver(manager, one, '2031-04-04', on('2031-04-04'))).toBeNull();
      expect(await stateOf(manager, one, '2031-04-04')).toBe('NOT_COVERED');
    }));
  it('takes the priority that operations set, and goes back', () =>
    trial(async (manager) => {
      await setPriority(manager, one, { priority: 9, reason: 'Promised' }, on('2030-09-10'));
      const value = async () =>
        (await reviewByCode(manager, DEFAULT_SETTINGS, '2030-09-10', one)).priority.value;
      expect(await value()).toBe(9);
      await setPriority(manager, one, null, on('2030-09-10'));
      expect(await value()).toBe(1);
    }));
});
