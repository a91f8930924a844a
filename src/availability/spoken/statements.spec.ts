import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../calendar/civil-date.js';
import { type Answer, GRADES, type Statement } from '../answer.js';
import { gradesOfDays } from '../grades.js';
import { meaningOf } from './meaning.js';
import { readSentence } from './read-sentence.js';
import { picture, spring } from './spring.example.js';
import { answerAfter } from './statements.js';
import { daysOfTerm } from './term-frame.js';

function spoken(said: string, standing: Answer): string {
  const sentence = readSentence(said, spring);
  const unknown = sentence.notUnderstood.map(({ from, to }) => said.slice(from, to));
  expect({ said, unknown }).toEqual({ said, unknown: [] });
  return picture(answerAfter(sentence, standing, spring));
}

describe('what is said on top of an answer', () => {
  const never = (weekdays: string): Statement => ({
    kind: 'RULE',
    rule: `RRULE:FREQ=WEEKLY;BYDAY=${weekdays}`,
    grade: 'UNAVAILABLE',
  });
  const standing: Answer = {
    default: 'IF_NEEDED',
    statements: [
      never('MO'),
      { kind: 'RANGE', from: '2027-02-01', to: '2027-02-26', grade: 'UNAVAILABLE' },
      { kind: 'WINDOW', week: '2027-03-15', window: 'MON_WED', grade: 'PREFERRED' },
      { kind: 'WINDOW', week: '2027-01-18', window: 'WED_FRI', grade: 'PREFERRED' },
    ],
  };

  it('changes what it speaks of and nothing else', () => {
    expect(picture(standing)).toBe('x~ x~ x+ x~ xx xx | xx x~ x~ +~ x~');
    expect(spoken('also not Fridays', standing)).toBe('xx xx xx xx xx xx | xx xx xx +x xx');
    expect(spoken('the week of 8 February is fine after all', standing)).toBe(
      'x~ x~ x+ x~ xx .. | xx x~ x~ +~ x~',
    );
    expect(spoken('Mondays are fine', standing)).toBe('.~ .~ .+ .~ .x .x | .x .~ .~ .~ .~');
    expect(spoken('not the week of 15 March', standing)).toBe('x~ x~ x+ x~ xx xx | xx x~ x~ xx x~');
    expect(spoken('prefer 20 January', standing)).toBe('x~ x~ ++ x~ xx xx | xx x~ x~ +~ x~');
  });

  it('takes windows that were preferred inside what is ruled out, when their days are', () => {
    const preferred: Answer = {
      default: 'UNAVAILABLE',
      statements: [
        { kind: 'WINDOW', week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' },
        { kind: 'WINDOW', week: '2027-01-18', window: 'WED_FRI', grade: 'PREFERRED' },
      ],
    };
    expect(picture(preferred)).toContain('xx +x x+');
    expect(spoken('never Mondays', preferred)).toContain('xx xx x+');
    expect(spoken('Wednesdays are fine', preferred)).toContain('.. .. ..');
  });

  it('becomes the whole answer when it is about all of the term', () => {
    expect(spoken('free for everything, never Fridays', standing)).toBe(
      '.x .x .x .x .x .x | .x .x .x .x .x',
    );
  });

  it('leaves no more statements than it needs', () => {
    const after = (said: string, on: Answer | null = null): string[] =>
      answerAfter(readSentence(said, spring), on, spring).statements.map(({ kind }) => kind);
    expect(after('never Mondays, and not the week of 8 February')).toEqual(['RULE', 'RANGE']);
    expect(after('only after half-term')).toEqual(['RANGE']);
    expect(after('only Mondays')).toEqual(['RULE']);
    expect(after('not in February but the week of 8 February is fine')).toEqual(['RANGE', 'RANGE']);
    expect(after('Mondays are fine', { default: 'AVAILABLE', statements: [never('MO')] })).toEqual([
      'RULE',
    ]);
  });
});

const anyStatement = fc.oneof(
  fc
    .record({
      kind: fc.constant('RANGE' as const),
      from: fc.constantFrom(...daysOfTerm(spring)),
      days: fc.nat(30),
      grade: fc.constantFrom(...GRADES),
    })
    .map(({ days, ...range }): Statement => ({ ...range, to: addDays(range.from, days) })),
  fc.record({
    kind: fc.constant('DATE' as const),
    on: fc.constantFrom(...daysOfTerm(spring)),
    grade: fc.constantFrom(...GRADES),
  }),
  fc.record({
    kind: fc.constant('RULE' as const),
    rule: fc.constantFrom(
      'RRULE:FREQ=WEEKLY;BYDAY=MO',
      'RRULE:FREQ=WEEKLY;BYDAY=TH,FR',
      'RRULE:FREQ=MONTHLY;BYDAY=1WE',
    ),
    grade: fc.constantFrom(...GRADES),
  }),
);
const anyAnswer = fc.record({
  default: fc.constantFrom(...GRADES),
  statements: fc.array(anyStatement, { maxLength: 6 }),
});
const anySentence = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'never',
        'not',
        'prefer',
        'if needed',
        'only',
        'can do',
        'but prefer',
        'except',
      ),
      fc.constantFrom(
        'Mondays',
        'Fridays in March',
        'the week of 8 February',
        '10 February',
        'after half-term',
        'February',
        'Mon-Wed',
        'every other week',
        'until 20 January',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.map((part) => part.join(' ')).join(', '));

describe('the statements that are kept', () => {
  it('give every day the grade that was meant, and leave the others as they were', () => {
    fc.assert(
      fc.property(anySentence, fc.option(anyAnswer), (said, standing) => {
        const sentence = readSentence(said, spring);
        const days = daysOfTerm(spring);
        const after = gradesOfDays(answerAfter(sentence, standing, spring), days);
        const { days: meant } = meaningOf(sentence.clauses, spring, (date) =>
          standing === null ? 'AVAILABLE' : gradesOfDays(standing, days)(date),
        );
        if (standing === null) return;
        const before = gradesOfDays(standing, days);
        for (const date of days)
          expect([said, date, after(date)]).toEqual([said, date, meant.get(date) ?? before(date)]);
      }),
      { numRuns: 200 },
    );
  });

  it('never fail on what somebody types', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anySentence, fc.lorem({ maxCount: 8 })), (said) => {
        const { clauses, notUnderstood } = readSentence(said, spring);
        for (const { from, to } of notUnderstood) expect(from < to && to <= said.length).toBe(true);
        answerAfter({ clauses }, null, spring);
      }),
      { numRuns: 300 },
    );
  });
});
