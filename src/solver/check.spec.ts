import { describe, expect, it } from '@jest/globals';
import {
  honestPlan,
  led,
  person,
  problem,
  review,
  row,
  SHA256,
  WEEK_1,
  WEEK_2,
} from '../../test/solver/builders.js';
import { checkPlan } from './check.js';
import { AIMS, type AimName, type AimResult, type ConflictingPin, type Plan } from './plan.js';
import type { Pin } from './problem.js';

const PINS: Pin[] = [{ review: 'R1' }, { review: 'R1', lead: 'L' }];
const OF = problem({
  leads: [person('L', { commitment: { minimum: 6, done: 0, target: 4 } })],
  reviews: [review('R1', { priority: 2 }), review('R2'), review('R3')],
  pins: PINS,
});
const ROWS = [led('R1', 'L', WEEK_1), led('R2', 'L', WEEK_2), row('R3')];
const GOOD = honestPlan(OF, ROWS);

function faults(changes: Partial<Plan>): string[] {
  return checkPlan(OF, { ...GOOD, ...changes }, SHA256).faults;
}

function withAim(aim: AimName, changes: Partial<AimResult>): AimResult[] {
  return GOOD.aims.map((each) => (each.aim === aim ? { ...each, ...changes } : each));
}

describe('a sound plan', () => {
  it('has no faults, and its aims are recomputed', () => {
    const report = checkPlan(OF, GOOD, SHA256);
    expect(report.faults).toEqual([]);
    expect(report.aims).toEqual([
      { aim: 'coverage', value: 3, bound: 3 },
      { aim: 'changes', value: 0, bound: 0 },
      { aim: 'shadowing', value: 0, bound: 0 },
      { aim: 'commitment', value: 2, bound: 2 },
      { aim: 'balance', value: 167 + 500, bound: 667 },
      { aim: 'fit', value: 20, bound: 20 },
      { aim: 'company', value: 0, bound: 0 },
    ]);
  });

  it('may be of a problem with nobody and nothing in it', () => {
    expect(checkPlan(problem(), honestPlan(problem(), []), SHA256).faults).toEqual([]);
  });
});

describe('the file the plan was made for', () => {
  it('must have the very hash', () => {
    expect(checkPlan(OF, GOOD, '0'.repeat(64)).faults).toEqual([
      expect.stringContaining('The plan was made for another problem file'),
    ]);
  });
});

describe('the rows', () => {
  const [first, second, third] = ROWS as [(typeof ROWS)[0], (typeof ROWS)[0], (typeof ROWS)[0]];

  it('must be there for each review', () => {
    expect(faults({ reviews: [first, second] })).toEqual(['Review "R3" has no row.']);
  });

  it('are in order where one is missing before others', () => {
    expect(faults({ reviews: [first, third] })).toContain('Review "R2" has no row.');
    expect(faults({ reviews: [first, third] }).join()).not.toContain('order');
  });

  it('must not be repeated', () => {
    expect(faults({ reviews: [...ROWS, first] })).toEqual([
      'Row 4: review "R1" has a row already.',
    ]);
  });

  it('must name reviews of the problem', () => {
    expect(faults({ reviews: [...ROWS, row('X')] })).toEqual([
      'Row 4: review "X" is not in the problem.',
    ]);
  });

  it("must stand in the problem's order", () => {
    expect(faults({ reviews: [first, third, second] })).toEqual([
      'The rows are not in the problem\'s order: review "R3" stands where "R2" belongs.',
    ]);
  });

  it("must stand in the problem's order from the first", () => {
    expect(faults({ reviews: [second, first, third] })).toEqual([
      'The rows are not in the problem\'s order: review "R2" stands where "R1" belongs.',
    ]);
  });

  it('must name people and weeks of the problem', () => {
    expect(faults({ reviews: [first, { ...second, lead: 'X' }, third] })).toContain(
      'Review "R2", week 2027-01-18 MON_WED: lead "X" is not a person of the problem.',
    );
    expect(faults({ reviews: [first, { ...second, week: '2027-06-07' }, third] })).toContain(
      'Review "R2", week 2027-06-07 MON_WED: the week is not among the weeks of the problem.',
    );
  });
});

describe('the aims', () => {
  it('must be all seven in their order', () => {
    const swapped = [GOOD.aims[1]!, GOOD.aims[0]!, ...GOOD.aims.slice(2)];
    for (const aims of [GOOD.aims.slice(1), swapped, [...GOOD.aims, GOOD.aims[6]!], []]) {
      expect(faults({ aims })).toEqual([
        expect.stringMatching(
          /^The aims must be coverage, .*, each once and in this order; found: /,
        ),
      ]);
    }
  });

  it('are called none where there are none', () => {
    expect(faults({ aims: [] })).toEqual([expect.stringMatching(/; found: none\.$/)]);
    expect(faults({ aims: GOOD.aims.slice(5) })).toEqual([
      expect.stringMatching(/; found: fit, company\.$/),
    ]);
  });

  it.each(AIMS)('must state what %s comes to', (aim) => {
    const value = GOOD.aims.find((each) => each.aim === aim)?.value ?? 0;
    for (const wrong of [value + 1, value - 1]) {
      expect(faults({ status: 'FEASIBLE', aims: withAim(aim, { value: wrong }) })).toEqual([
        `Aim ${aim}: the plan states ${wrong}, and it comes to ${value}.`,
      ]);
    }
  });

  it.each<[AimName, 1 | -1, string]>([
    ['coverage', 1, 'below'],
    ['changes', -1, 'above'],
    ['shadowing', 1, 'below'],
    ['commitment', -1, 'above'],
    ['balance', -1, 'above'],
    ['fit', -1, 'above'],
    ['company', -1, 'above'],
  ])('must have the bound of %s on its side', (aim, better, side) => {
    const value = GOOD.aims.find((each) => each.aim === aim)?.value ?? 0;
    const bounded = (bound: number): string[] =>
      faults({ status: 'FEASIBLE', aims: withAim(aim, { bound }) });
    expect(bounded(value)).toEqual([]);
    expect(bounded(value + better)).toEqual([]);
    expect(bounded(value - better)).toEqual([
      `Aim ${aim}: the bound ${value - better} is on the wrong side, ${side} ${value}.`,
    ]);
  });

  it('must have whole bounds', () => {
    expect(faults({ status: 'FEASIBLE', aims: withAim('coverage', { bound: 3.5 }) })).toEqual([
      'Aim coverage: the bound 3.5 is not a whole number.',
    ]);
  });

  it('must have bounds equal to the values where the plan says OPTIMAL', () => {
    const aims = withAim('fit', { bound: 19 });
    expect(faults({ status: 'FEASIBLE', aims })).toEqual([]);
    expect(faults({ status: 'OPTIMAL', aims })).toEqual([
      'Aim fit: the plan says OPTIMAL, but its bound 19 is not its value 20.',
    ]);
  });

  it('must have neither value nor bound null', () => {
    expect(faults({ status: 'FEASIBLE', aims: withAim('fit', { value: null }) })).toEqual([
      'Aim fit: the value is null, which only an INFEASIBLE plan may state.',
    ]);
    expect(faults({ status: 'FEASIBLE', aims: withAim('fit', { bound: null }) })).toEqual([
      'Aim fit: the bound is null, which only an INFEASIBLE plan may state.',
    ]);
  });

  it('that no value can be computed of are not said to come to one', () => {
    const lost = { ...OF, reviews: OF.reviews.map((each) => ({ ...each, windows: [] })) };
    const found = (value: number | null): string[] =>
      checkPlan(
        lost,
        { ...GOOD, status: 'FEASIBLE', aims: withAim('fit', { value, bound: 1 }) },
        SHA256,
      ).faults.filter((fault) => fault.startsWith('Aim fit'));
    expect(found(7)).toEqual([]);
    expect(found(null)).toEqual([
      'Aim fit: the value is null, which only an INFEASIBLE plan may state.',
    ]);
  });

  it('are noted to be proven by the plan’s word alone', () => {
    expect(checkPlan(OF, GOOD, SHA256).notes).toEqual([
      'That the bounds hold was not verified, only which side they are on.',
    ]);
  });

  it('leave out what was not proven best in a note', () => {
    const plan: Plan = { ...GOOD, status: 'FEASIBLE', aims: withAim('fit', { bound: 19 }) };
    expect(checkPlan(OF, plan, SHA256).notes).toEqual([
      expect.stringContaining('not proven best: fit.'),
    ]);
  });
});

describe('a plan that says INFEASIBLE', () => {
  const nulls = AIMS.map((aim) => ({ aim, value: null, bound: null }));
  const infeasible: Plan = {
    ...GOOD,
    status: 'INFEASIBLE',
    aims: nulls,
    reviews: OF.reviews.map(({ id }) => row(id)),
    conflict: [{ pin: 1, rules: ['L is not available'] }],
  };
  const conflicting = (...conflict: ConflictingPin[]): string[] =>
    faults({ ...infeasible, conflict });

  it('is sound in shape, and says that the conflict was not verified', () => {
    const report = checkPlan(OF, infeasible, SHA256);
    expect(report.faults).toEqual([]);
    expect(report.notes).toEqual([expect.stringContaining('conflict itself was not verified')]);
    expect(report.aims).toEqual(nulls);
  });

  it('must name pins by their index, each once, and at least one', () => {
    const pin = (index: number): ConflictingPin => ({ pin: index, rules: [] });
    expect(conflicting(pin(0), pin(1))).toEqual([]);
    expect(conflicting(pin(2))).toEqual(['conflict[0]: 2 is not an index into the 2 pins.']);
    expect(conflicting(pin(-1))).toHaveLength(1);
    expect(conflicting(pin(0.5))).toHaveLength(1);
    expect(conflicting(pin(0), pin(0))).toEqual(['conflict[1]: pin 0 is named already.']);
    expect(conflicting()).toEqual(['The plan says INFEASIBLE, but its conflict names no pin.']);
  });

  it('must have no seats and no values, yet all rows and the right hash', () => {
    const seated = infeasible.reviews.map((each) => ({ ...each, lead: 'L' }));
    expect(faults({ ...infeasible, reviews: seated.slice(0, 1) })).toEqual([
      'Review "R2" has no row.',
      'Review "R3" has no row.',
      'Review "R1": the plan says INFEASIBLE, so lead must be null, not "L".',
    ]);
    expect(
      faults({
        ...infeasible,
        aims: withAim('fit', {}).map((a) =>
          a.aim === 'fit' ? a : { ...a, value: null, bound: null },
        ),
      }),
    ).toEqual([
      'Aim fit: the plan says INFEASIBLE, so the value must be null, not 20.',
      'Aim fit: the plan says INFEASIBLE, so the bound must be null, not 20.',
    ]);
    expect(checkPlan(OF, infeasible, '0'.repeat(64)).faults).toHaveLength(1);
  });

  it('is the only one that may name conflicting pins', () => {
    expect(faults({ conflict: infeasible.conflict })).toEqual([
      'The plan says OPTIMAL, so its conflict must be empty.',
    ]);
  });
});
