import { expect, test } from '@jest/globals';
import { isWithinWorkingDays, workingDaysBefore, workingDaysBetween } from './working-days.js';

// Good Friday and Easter Monday 2027; Christmas 2027 with its substitute days; 2028's first Monday.
const bankHolidays = new Set([
  '2027-03-26',
  '2027-03-29',
  '2027-12-27',
  '2027-12-28',
  '2028-01-03',
]);

test.each([
  ['2027-04-21', 10, '2027-04-07'],
  ['2027-04-21', 0, '2027-04-21'],
  ['2027-04-12', 10, '2027-03-25'], // over Easter: 9 to 5 April, 2 April to 30 March, then 25 March
  ['2027-03-30', 1, '2027-03-25'],
  ['2028-01-05', 5, '2027-12-24'], // 4 January, then 31 to 29 and 24 December,
  ['2027-01-11', 1, '2027-01-08'],
])('counted back from %s, %d working days is %s', (date, count, expected) => {
  expect(workingDaysBefore(date, count, bankHolidays)).toBe(expected);
});

test('notice is late on the tenth working day before and in time on the eleventh', () => {
  expect(isWithinWorkingDays('2027-04-07', '2027-04-21', 10, bankHolidays)).toBe(true);
  expect(isWithinWorkingDays('2027-04-06', '2027-04-21', 10, bankHolidays)).toBe(false);
  expect(isWithinWorkingDays('2027-04-22', '2027-04-21', 10, bankHolidays)).toBe(true);
});

test('working days between dates leave out week-ends and bank holidays', () => {
  expect(workingDaysBetween('2027-03-25', '2027-03-30', bankHolidays)).toBe(1);
  expect(workingDaysBetween('2027-03-30', '2027-03-25', bankHolidays)).toBe(0);
});

test('a number of days that makes no sense is refused', () => {
  expect(() => workingDaysBefore('2027-04-21', -1, bankHolidays)).toThrow('give 0 or more');
  expect(() => workingDaysBefore('2027-04-21', 1.5, bankHolidays)).toThrow('give 0 or more');
});
