import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, type Grade, GRADES, type Statement } from './answer.js';
import { WINDOWS, type Slot } from '../calendar/slots.js';
import { type Block, daysOfSlot, gradeSlots, slotKey } from './grades.js';

const WEEKS = ['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'];
const SLOTS: Slot[] = WEEKS.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
const [FIRST, SECOND] = SLOTS as [Slot, Slot];

const only = (statements: Statement[], slot: Slot, byDefault: Grade = 'AVAILABLE') =>
  gradeSlots({ default: byDefault, statements }, [slot])[0];

describe('the grade of a window', () => {
  it('is the default where nothing else is said', () => {
    expect(only([], FIRST, 'IF_NEEDED')).toEqual({
      ...FIRST,
      grade: 'IF_NEEDED',
      because: 'You said only if needed unless you say otherwise',
      decidedBy: 'DEFAULT',
    });
  });

  it('is the worst of its three days: never Mondays leaves Wednesday to Friday', () => {
    const neverMondays: Statement = {
      kind: 'RULE',
      rule: 'RRULE:FREQ=WEEKLY;BYDAY=MO',
      grade: 'UNAVAILABLE',
    };
    expect(only([neverMondays], FIRST)).toMatchObject({
      grade: 'UNAVAILABLE',
      because: 'You said never Mondays',
      decidedBy: 'RULE',
    });
    expect(only([neverMondays], SECOND)).toMatchObject({ grade: 'AVAILABLE' });
  });

  it('takes both windows of a week when the Wednesday is not available', () => {
    const wednesday: Statement = { kind: 'DATE', on: '2027-01-13', grade: 'UNAVAILABLE' };
    for (const slot of [FIRST, SECOND]) {
      expect(only([wednesday], slot)).toMatchObject({
        grade: 'UNAVAILABLE',
        because: 'You said not available on Wednesday 13 January 2027',
      });
    }
  });

  it('lets a date outrank a range, a range a rule, and a rule the default', () => {
    const rule: Statement = {
      kind: 'RULE',
      rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE',
      grade: 'UNAVAILABLE',
    };
    const range: Statement = {
      kind: 'RANGE',
      from: '2027-01-11',
      to: '2027-01-13',
      grade: 'IF_NEEDED',
    };
    const dates = ['2027-01-11', '2027-01-12', '2027-01-13'].map((on): Statement => ({
      kind: 'DATE',
      on,
      grade: 'PREFERRED',
    }));
    expect(only([rule], FIRST)).toMatchObject({ grade: 'UNAVAILABLE', decidedBy: 'RULE' });
    expect(only([range, rule], FIRST)).toMatchObject({
      grade: 'IF_NEEDED',
      because: 'You said only if needed from 11 to 13 January 2027',
    });
    expect(only([rule, ...dates, range], FIRST)).toMatchObject({ grade: 'PREFERRED' });
    expect(only([rule, ...dates.slice(1), range], FIRST)).toMatchObject({ grade: 'IF_NEEDED' });
  });

  it('takes the worst of two statements of the same kind about a day', () => {
    const good: Statement = { kind: 'RANGE', from: '2027-01-01', to: null, grade: 'PREFERRED' };
    const bad: Statement = {
      kind: 'RANGE',
      from: '2027-01-15',
      to: '2027-01-15',
      grade: 'IF_NEEDED',
    };
    expect(only([good, bad], SECOND)).toMatchObject({ grade: 'IF_NEEDED' });
    expect(only([bad, good], SECOND)).toMatchObject({ grade: 'IF_NEEDED' });
    expect(only([good], SECOND)).toMatchObject({
      because: 'You said preferred from 1 January 2027 on',
    });
  });

  it('holds both ends of a range and no day more', () => {
    const to = (last: string): Statement => ({
      kind: 'RANGE',
      from: '2027-01-04',
      to: last,
      grade: 'UNAVAILABLE',
    });
    expect(only([to('2027-01-10')], FIRST)).toMatchObject({ grade: 'AVAILABLE' });
    expect(only([to('2027-01-11')], FIRST)).toMatchObject({ grade: 'UNAVAILABLE' });
  });

  it('replaces it, up or down, by what was said about that very window', () => {
    const date: Statement = { kind: 'DATE', on: '2027-01-11', grade: 'UNAVAILABLE' };
    const up: Statement = { kind: 'WINDOW', ...FIRST, grade: 'PREFERRED' };
    expect(only([up, date], FIRST)).toMatchObject({
      grade: 'PREFERRED',
      because: 'You said preferred for Monday 11 to Wednesday 13 January 2027',
    });
    const down: Statement = { kind: 'WINDOW', ...FIRST, grade: 'IF_NEEDED' };
    expect(only([down], FIRST, 'PREFERRED')).toMatchObject({ grade: 'IF_NEEDED' });
    expect(only([down], SECOND, 'PREFERRED')).toMatchObject({ grade: 'PREFERRED' });
  });

  it('is blocked with every reason, whatever was said', () => {
    const up: Statement = { kind: 'WINDOW', ...FIRST, grade: 'PREFERRED' };
    const blocks: Block[] = [
      { ...FIRST, reason: 'Training day, 7 January 2027' },
      { ...FIRST, reason: 'Leads another review that week' },
      { ...FIRST, reason: 'Training day, 7 January 2027' },
    ];
    expect(gradeSlots({ default: 'PREFERRED', statements: [up] }, [FIRST, SECOND], blocks)).toEqual(
      [
        {
          ...FIRST,
          grade: 'UNAVAILABLE',
          because: 'Training day, 7 January 2027; Leads another review that week',
          decidedBy: 'BLOCK',
        },
        expect.objectContaining({ ...SECOND, grade: 'PREFERRED' }),
      ],
    );
  });

  it('is not available without an answer, unless operations waived it', () => {
    expect(gradeSlots(undefined, [FIRST])[0]).toMatchObject({
      grade: 'UNAVAILABLE',
      because: 'No answer yet',
    });
    const waiver = { grade: 'IF_NEEDED', reason: 'said so on the phone' } as const;
    expect(gradeSlots(undefined, [FIRST], [], waiver)[0]).toMatchObject({
      grade: 'IF_NEEDED',
      because: 'No answer yet; operations counts them as only if needed: said so on the phone',
    });
    const blocks = [{ ...FIRST, reason: 'Good Friday' }];
    expect(gradeSlots(undefined, [FIRST], blocks, waiver)[0]).toMatchObject({
      grade: 'UNAVAILABLE',
      because: 'Good Friday',
    });
    expect(
      gradeSlots({ default: 'UNAVAILABLE', statements: [] }, [FIRST], [], waiver)[0]?.grade,
    ).toBe('UNAVAILABLE');
  });
});

describe('for any answer', () => {
  const grade = fc.constantFrom(...GRADES);
  const day = fc
    .integer({ min: 0, max: 27 })
    .map((n) => new Date(Date.UTC(2027, 0, 11 + n)).toISOString().slice(0, 10));
  const slot = fc.constantFrom(...SLOTS);
  const byDay: fc.Arbitrary<Statement> = fc.oneof(
    fc.record({ kind: fc.constant('DATE' as const), on: day, grade }),
    fc.tuple(day, day, grade).map(([a, b, g]): Statement => ({
      kind: 'RANGE',
      from: a < b ? a : b,
      to: a < b ? b : a,
      grade: g,
    })),
    fc.record({
      kind: fc.constant('RULE' as const),
      rule: fc.constantFrom(
        'RRULE:FREQ=WEEKLY;BYDAY=MO',
        'RRULE:FREQ=WEEKLY;BYDAY=WE,FR',
        'RRULE:FREQ=MONTHLY;BYDAY=3TU',
        'DTSTART:20270113 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,TH',
      ),
      grade,
    }),
  );
  const window: fc.Arbitrary<Statement> = fc
    .tuple(slot, grade)
    .map(([s, g]) => ({ kind: 'WINDOW', ...s, grade: g }));
  const statement = fc.oneof({ weight: 4, arbitrary: byDay }, { weight: 1, arbitrary: window });
  const answer: fc.Arbitrary<Answer> = fc.record({
    default: grade,
    statements: fc.array(statement, { maxLength: 8 }),
  });
  const rank = (g: Grade): number => GRADES.indexOf(g);

  it('no block is lifted and no other slot is touched by it', () => {
    fc.assert(
      fc.property(answer, fc.array(slot), (given, blocked) => {
        const blocks = blocked.map((s) => ({ ...s, reason: 'Gate' }));
        const keys = new Set(blocked.map(slotKey));
        const free = gradeSlots(given, SLOTS);
        gradeSlots(given, SLOTS, blocks).forEach((graded, i) => {
          if (keys.has(slotKey(graded))) expect(graded.grade).toBe('UNAVAILABLE');
          else expect(graded).toEqual(free[i]);
        });
      }),
    );
  });

  it('a window without its own grade is the worst of its days, each graded alone', () => {
    fc.assert(
      fc.property(fc.array(byDay, { maxLength: 8 }), grade, (statements, byDefault) => {
        const alone = (on: string): Grade => {
          for (const kind of ['DATE', 'RANGE', 'RULE']) {
            const grades = statements
              .filter((s) => s.kind === kind && speaksOf(s, on))
              .map((s) => s.grade);
            if (grades.length > 0) return grades.sort((a, b) => rank(b) - rank(a))[0]!;
          }
          return byDefault;
        };
        for (const graded of gradeSlots({ default: byDefault, statements }, SLOTS)) {
          const ranks = daysOfSlot(graded).map((on) => rank(alone(on)));
          expect(rank(graded.grade)).toBe(Math.max(...ranks));
        }
      }),
    );
  });

  it('making any one statement worse never makes a slot better', () => {
    fc.assert(
      fc.property(answer, fc.nat(), grade, (given, n, other) => {
        if (given.statements.length === 0) return;
        const index = n % given.statements.length;
        const before = given.statements[index]!;
        if (rank(other) < rank(before.grade)) return;
        const statements = given.statements.map((s, i) =>
          i === index ? { ...s, grade: other } : s,
        );
        const after = gradeSlots({ ...given, statements }, SLOTS);
        gradeSlots(given, SLOTS).forEach((graded, i) => {
          expect(rank(after[i]!.grade)).toBeGreaterThanOrEqual(rank(graded.grade));
        });
      }),
    );
  });

  it('a grade given to a window wins over all that is said of its days', () => {
    fc.assert(
      fc.property(fc.array(byDay, { maxLength: 8 }), slot, grade, (statements, s, g) => {
        const graded = gradeSlots(
          { default: 'AVAILABLE', statements: [...statements, { kind: 'WINDOW', ...s, grade: g }] },
          [s],
        );
        expect(graded[0]).toMatchObject({ grade: g, decidedBy: 'WINDOW' });
      }),
    );
  });

  it('the order of statements does not change a grade', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const grades = (a: Answer): Grade[] => gradeSlots(a, SLOTS).map((s) => s.grade);
        expect(grades({ ...given, statements: [...given.statements].reverse() })).toEqual(
          grades(given),
        );
      }),
    );
  });
});

/** The oracle's own reading of the few rules above, without the library. */
function speaksOf(statement: Statement, on: string): boolean {
  const date = new Date(`${on}T00:00:00Z`);
  switch (statement.kind) {
    case 'DATE':
      return statement.on === on;
    case 'RANGE':
      return statement.from <= on && on <= (statement.to ?? on);
    case 'WINDOW':
      return false;
    case 'RULE': {
      const weekday = date.getUTCDay();
      if (statement.rule.includes('INTERVAL')) {
        const weeks = Math.floor((date.getTime() - Date.UTC(2027, 0, 11)) / (7 * 86_400_000));
        return weeks % 2 === 0 && (weekday === 3 || weekday === 4);
      }
      if (statement.rule.includes('MONTHLY')) return on === '2027-01-19';
      return statement.rule.endsWith('MO') ? weekday === 1 : weekday === 3 || weekday === 5;
    }
  }
}
