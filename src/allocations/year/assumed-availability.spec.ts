import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weeksOverlapping } from '../../calendar/civil-date.js';
import { WINDOWS } from '../../calendar/slots.js';
import { GRADES, type Statement } from '../../availability/answer.js';
import { gradeSlots } from '../../availability/grades.js';
import { asInEarlierTerm, type TakenAnswer } from './assumed-availability.js';

const SPRING = { name: 'Spring 2027', startsOn: '2027-01-04', endsOn: '2027-03-26' };
const SUMMER = { startsOn: '2027-04-12', endsOn: '2027-07-23' };
const SAME_LENGTH = { startsOn: '2027-04-12', endsOn: '2027-07-02' };

function gradesOver(answer: TakenAnswer, term: { startsOn: string; endsOn: string }): string[] {
  const weeks = weeksOverlapping({ from: term.startsOn, to: term.endsOn });
  const slots = weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
  return gradeSlots(answer, slots).map(({ grade }) => grade);
}

describe('availability as in an earlier term', () => {
  it('is the same week for week in a term of the same length', () => {
    const said = fc.array(
      fc.record({
        kind: fc.constant('WINDOW' as const),
        week: fc.constantFrom(...weeksOverlapping({ from: SPRING.startsOn, to: SPRING.endsOn })),
        window: fc.constantFrom(...WINDOWS),
        grade: fc.constantFrom(...GRADES),
      }),
    );
    fc.assert(
      fc.property(said, fc.constantFrom(...GRADES), (statements: Statement[], byDefault) => {
        const answer: TakenAnswer = { default: byDefault, statements, ceiling: 3 };
        const taken = asInEarlierTerm({ term: SPRING, answer }, SAME_LENGTH);
        expect(gradesOver(taken, SAME_LENGTH)).toEqual(gradesOver(answer, SPRING));
        expect(taken.ceiling).toBe(3);
      }),
    );
  });

  it('keeps “never Mondays” in a longer term', () => {
    const never: Statement = { kind: 'RULE', rule: 'FREQ=WEEKLY;BYDAY=MO', grade: 'UNAVAILABLE' };
    const answer: TakenAnswer = { default: 'AVAILABLE', statements: [never], ceiling: null };
    const taken = gradesOver(asInEarlierTerm({ term: SPRING, answer }, SUMMER), SUMMER);
    expect(new Set(taken.filter((_, index) => index % 2 === 0))).toEqual(new Set(['UNAVAILABLE']));
    expect(new Set(taken.filter((_, index) => index % 2 === 1))).toEqual(new Set(['AVAILABLE']));
  });

  it('leaves as much of a longer term free as was of the earlier one', () => {
    const away: Statement = {
      kind: 'RANGE',
      from: '2027-01-01',
      to: '2027-02-12',
      grade: 'UNAVAILABLE',
    };
    const answer: TakenAnswer = { default: 'AVAILABLE', statements: [away], ceiling: null };
    const taken = gradesOver(asInEarlierTerm({ term: SPRING, answer }, SUMMER), SUMMER);
    const free = taken.filter((grade) => grade === 'AVAILABLE').length;
    expect(free / taken.length).toBeCloseTo(0.5, 1);
  });
});
