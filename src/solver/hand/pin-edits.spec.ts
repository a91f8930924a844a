import { describe, expect, it } from '@jest/globals';
import { led, person, problem, review, row, WEEK_1 } from '../../../test/solver/builders.js';
import { effectOf } from './effect.js';
import { pinOfRow, pinsAfter } from './pin-edits.js';

const of = problem({
  leads: [person('Ada'), person('Ben'), person('Nia', { isNew: true })],
  reviews: [review('R1'), review('R2')],
});
const rows = [led('R1', 'Ada', WEEK_1, { shadow: 'Ben' }), row('R2')];
const pin = { kind: 'PIN', review: 'R1' } as const;
const adaThere = { review: 'R1', lead: 'Ada', shadow: 'Ben', week: WEEK_1, window: 'MON_WED' };

describe('an edit of pins', () => {
  it('pins a review to all that its row names when its turn comes', () => {
    expect(pinsAfter(of, rows, [pin]).pins).toEqual([adaThere]);
    const moved = {
      kind: 'PUT',
      review: 'R1',
      lead: 'Ben',
      week: WEEK_1,
      window: 'WED_FRI',
    } as const;
    expect(pinsAfter(of, rows, [moved, pin]).pins).toEqual([
      { review: 'R1', lead: 'Ben', week: WEEK_1, window: 'WED_FRI' },
    ]);
    expect(pinsAfter(of, rows, [pin, moved]).pins).toEqual([adaThere]);
  });

  it('pins a second seat that stays with whoever has it, as the edits before it leave it', () => {
    const assured = [led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Ben' }), row('R2')];
    const moved = { ...pin, kind: 'PUT', week: WEEK_1, window: 'WED_FRI' } as const;
    const there = { review: 'R1', week: WEEK_1, window: 'WED_FRI' };
    expect(pinsAfter(of, assured, [{ ...moved, lead: 'Nia' }, pin]).pins).toStrictEqual([
      { ...there, lead: 'Nia', qualityAssurer: 'Ben' },
    ]);
    expect(pinsAfter(of, assured, [{ ...moved, lead: 'Ada' }, pin]).pins).toStrictEqual([
      { ...there, lead: 'Ada' },
    ]);
  });

  it('names nothing that the row does not', () => {
    expect(pinOfRow(row('R1'))).toStrictEqual({ review: 'R1' });
    expect(pinOfRow(row('R1', { lead: 'Ada' }))).toStrictEqual({ review: 'R1', lead: 'Ada' });
  });

  it('of a review without a row pins nothing', () => {
    expect(pinsAfter(of, rows, [{ kind: 'PIN', review: 'R9' }]).pins).toEqual([]);
  });

  it('pins once, and takes every pin of the review away', () => {
    expect(pinsAfter(of, rows, [pin, pin]).pins).toHaveLength(1);
    const pinned = { ...of, pins: [{ review: 'R1' }, { review: 'R2' }, { review: 'R1' }] };
    expect(pinsAfter(pinned, rows, [pin]).pins).toEqual(pinned.pins);
    expect(pinsAfter(pinned, rows, [{ kind: 'UNPIN', review: 'R1' }]).pins).toEqual([
      { review: 'R2' },
    ]);
  });

  it('is the very same problem where no edit is about pins', () => {
    expect(pinsAfter(of, rows, [{ kind: 'CLEAR', review: 'R1' }])).toBe(of);
  });

  it('binds the edits after it, until it is taken back', () => {
    const clear = { kind: 'CLEAR', review: 'R1' } as const;
    const bound = effectOf(of, rows, [pin, clear]);
    expect(bound.appearing.map(({ rule }) => rule)).toEqual(['pinsHold']);
    expect(effectOf(of, rows, [pin, { kind: 'UNPIN', review: 'R1' }, clear]).isLegal).toBe(true);
    const nobody = effectOf(of, [row('R1'), row('R2')], [{ kind: 'PIN', review: 'R2' }]);
    expect(nobody.after.breaches.map(({ sentence }) => sentence)).toEqual([
      'R2 is pinned, so it must have a lead.',
    ]);
  });
});
