import { describe, expect, it } from '@jest/globals';
import { draftFrom, emptyDraft, isBegun, requestOf, withPressed } from './draft';

const at = { week: '2027-01-11', window: 'MON_WED' as const };

describe('an answer while it is written', () => {
  it('is begun by words, by a window, by a limit, or by another beginning', () => {
    expect(isBegun(emptyDraft)).toBe(false);
    expect(isBegun({ ...emptyDraft, said: '  ' })).toBe(false);
    expect(isBegun({ ...emptyDraft, said: 'never Mondays' })).toBe(true);
    expect(isBegun(withPressed(emptyDraft, at, 'PREFERRED'))).toBe(true);
    expect(isBegun({ ...emptyDraft, ceiling: '2' })).toBe(true);
    expect(isBegun({ ...emptyDraft, startFrom: 'NOTHING' })).toBe(true);
  });

  it('holds one grade for each window, the last that was pressed', () => {
    const twice = withPressed(withPressed(emptyDraft, at, 'PREFERRED'), at, 'IF_NEEDED');
    expect(twice.pressed).toEqual([{ ...at, grade: 'IF_NEEDED' }]);
    expect(withPressed(twice, at, null).pressed).toEqual([]);
    const other = withPressed(twice, { ...at, window: 'WED_FRI' }, null);
    expect(other.pressed).toHaveLength(1);
  });

  it('is sent without blanks; a limit that is no number is left to the words', () => {
    expect(requestOf({ ...emptyDraft, said: ' never ', ceiling: ' 3 ' })).toEqual({
      startFrom: 'STANDING',
      said: 'never',
      windows: [],
      ceiling: 3,
    });
    expect(requestOf({ ...emptyDraft, ceiling: 'three' })).toEqual({
      startFrom: 'STANDING',
      said: null,
      windows: [],
    });
  });

  it('is found again, unless what was kept cannot be read', () => {
    const draft = { ...emptyDraft, said: 'never', follows: null };
    expect(draftFrom(JSON.stringify(draft))).toEqual(draft);
    for (const kept of [null, '', '{', '{"said":1}']) expect(draftFrom(kept)).toEqual(emptyDraft);
  });
});
