import { expect, it } from '@jest/globals';
import { slotInWords, weekInWords } from './slot-words.js';

it.each([
  ['2027-01-11', 'MON_WED', 'Monday 11 to Wednesday 13 January 2027'],
  ['2027-03-15', 'WED_FRI', 'Wednesday 17 to Friday 19 March 2027'],
  ['2027-03-29', 'WED_FRI', 'Wednesday 31 March to Friday 2 April 2027'],
  ['2026-12-28', 'MON_WED', 'Monday 28 to Wednesday 30 December 2026'],
  ['2026-12-28', 'WED_FRI', 'Wednesday 30 December 2026 to Friday 1 January 2027'],
] as const)('the slot of %s %s is %s', (week, window, words) => {
  expect(slotInWords({ week, window })).toBe(words);
});

it('a week is named by its Monday', () => {
  expect(weekInWords('2027-01-04')).toBe('week of 4 January 2027');
});
