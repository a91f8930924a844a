import { expect, it } from '@jest/globals';
import { dayAfter, monthsIn, placeIn } from './weeks-ahead';

const stretch = { from: '2026-12-21', to: '2027-03-30' };

it('places a day in the stretch, and what lies outside at its ends', () => {
  expect(placeIn(stretch, '2026-12-21')).toBe(0);
  expect(placeIn(stretch, '2027-02-09')).toBe(50);
  expect(placeIn(stretch, dayAfter(stretch.to))).toBe(100);
  expect(placeIn(stretch, '2026-01-01')).toBe(0);
  expect(placeIn(stretch, '2028-01-01')).toBe(100);
});

it('names the months that begin in it', () => {
  expect(monthsIn(stretch).map(({ date, name }) => [date, name])).toEqual([
    ['2027-01-01', 'Jan'],
    ['2027-02-01', 'Feb'],
    ['2027-03-01', 'Mar'],
  ]);
});
