import { WINDOWS } from '../../calendar/slots.js';
import { type Answer, type Grade } from '../answer.js';
import { gradeSlots } from '../grades.js';
import { type TermFrame } from './term-frame.js';

/** A spring term for tests, and answers drawn over it. */
export const spring: TermFrame = {
  name: 'Spring 2027',
  startsOn: '2027-01-04',
  endsOn: '2027-03-25',
  weeks: [
    '01-04',
    '01-11',
    '01-18',
    '01-25',
    '02-01',
    '02-08',
    '02-22',
    '03-01',
    '03-08',
    '03-15',
    '03-22',
  ].map((day) => `2027-${day}`),
};
const slots = spring.weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
const SIGNS: Record<Grade, string> = {
  PREFERRED: '+',
  AVAILABLE: '.',
  IF_NEEDED: '~',
  UNAVAILABLE: 'x',
};

/** Two signs a week, Monday to Wednesday and Wednesday to Friday: + preferred, . available, ~ if needed, x not. */
export function picture(answer: Answer): string {
  const signs = gradeSlots(answer, slots).map(({ grade }) => SIGNS[grade]);
  const weeks = spring.weeks.map((_, index) => signs.slice(2 * index, 2 * index + 2).join(''));
  return `${weeks.slice(0, 6).join(' ')} | ${weeks.slice(6).join(' ')}`;
}
