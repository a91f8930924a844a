import { describe, expect, it } from '@jest/globals';
import type { Import, KindName } from '../../api/imports';
import { counted, readKinds, sizeInWords, titleOf, whoAndWhen, writeKinds } from './import-words';

const compared = {
  recordedBy: 'Ruth Ellison',
  recordedAt: '2026-12-21T09:30:00.000Z',
  appliedAt: null,
  appliedBy: null,
  undoneAt: null,
  undoneBy: null,
} as Import;

describe('an import in words', () => {
  it('says who did the last thing, and when', () => {
    expect(whoAndWhen(compared)).toBe('Compared by Ruth Ellison on 21 December 2026, 09:30');
    const saved = { ...compared, appliedAt: '2026-12-21T10:00:00.000Z', appliedBy: 'Sam' };
    expect(whoAndWhen(saved)).toBe('Saved by Sam on 21 December 2026, 10:00');
    const undone = { ...saved, undoneAt: '2026-12-22T10:00:00.000Z', undoneBy: 'Ann' };
    expect(whoAndWhen(undone)).toBe('Undone by Ann on 22 December 2026, 10:00');
  });

  it('is called by its file, or by the first of many', () => {
    expect(titleOf({ fileName: 'schools.csv, terms.csv' })).toBe('schools.csv, terms.csv');
    expect(titleOf({ fileName: 'a.csv, b.csv, c.csv' })).toBe('a.csv and 2 more files');
  });

  it('counts and measures', () => {
    expect(counted(1, 'change')).toBe('1 change');
    expect(counted(25_000, 'change')).toBe('25,000 changes');
    expect(sizeInWords(999)).toBe('999 bytes');
    expect(sizeInWords(64_400)).toBe('64 kB');
    expect(sizeInWords(3_240_000)).toBe('3.2 MB');
  });

  it('keeps chosen kinds in the address, and passes over what it does not understand', () => {
    const kinds = new Map<number, KindName | null>([
      [0, 'schools'],
      [2, null],
    ]);
    expect(writeKinds(kinds)).toBe('0:schools,2:-');
    expect(readKinds('0:schools,2:-')).toEqual(kinds);
    expect(readKinds('nonsense,x:y').size).toBe(0);
    expect(writeKinds(new Map())).toBeUndefined();
  });
});
