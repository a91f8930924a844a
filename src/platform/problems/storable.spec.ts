import { describe, expect, it } from '@jest/globals';
import { unstorableParts } from './storable.js';

const places = (value: unknown): string[] =>
  unstorableParts(value).map(({ path }) => path.join('.'));

describe('what the database cannot hold', () => {
  it('is found in values and names, wherever they are', () => {
    expect(places('a\0')).toEqual(['']);
    expect(places({ name: 'a\0b', deep: [{ note: 'x' }, { note: '\ud800' }] }).sort()).toEqual([
      'deep.1.note',
      'name',
    ]);
    expect(places({ held: { 'odd\0name': 1 } })).toEqual(['held']);
  });

  it('is nothing that people write: accents, scripts, emoji of two halves, line breaks', () => {
    const fine = [
      'Zoë O’Brien',
      'Ysgol y Dwyrain',
      '学校',
      '👩🏽‍🏫',
      'two\nlines\ttabbed',
      '',
      null,
      7,
    ];
    expect(places(fine)).toEqual([]);
  });

  it('is what is nested deeper than anything of ours, which is not followed to its end', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(unstorableParts(nested(100))).toEqual([]);
    expect(unstorableParts(nested(1_000_000))).toEqual([
      { path: [0, 0, 0], message: 'is nested too deeply' },
    ]);
  });

  it('is told at a hundred places at most', () => {
    expect(places(Array<string>(5000).fill('\0'))).toHaveLength(100);
  });
});
