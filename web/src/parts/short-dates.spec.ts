import { expect, it } from '@jest/globals';
import { shortDate, shortWeekday } from './short-dates';

it('writes dates short, whatever the zone of the machine', () => {
  expect(shortDate('2027-01-11')).toBe('11 Jan');
  expect(shortDate('2027-09-01')).toMatch(/^1 Sept?$/);
  expect(shortWeekday('2027-03-28')).toBe('Sun 28 Mar');
});
