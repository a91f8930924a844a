import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { led, person, problem, review, row, WEEK_1 } from '../../../test/solver/builders.js';
import { everyPlan } from '../../../test/solver/every-plan.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { isBetter, type LegalPlan } from '../../../test/solver/random-plans.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import { AIMS } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { solve } from '../solve.js';
import { type Change, withChanges } from './alternatives.js';
import { type PriceOfDisturbance, priceOfDisturbance, type RePlanOptions } from './re-plan.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

function priceOf(
  of: Problem,
  given: readonly SeatRow[],
  options?: RePlanOptions,
): PriceOfDisturbance {
  return priceOfDisturbance(of, given, solve(of, engine), engine, options);
}

/** Ada leads R1 in the first week, Ben R2; Cy and Di are free, Di only for R2. */
const term = problem({
  leads: [
    person('Ada'),
    person('Ben'),
    person('Cy'),
    person('Di', { conflicts: [{ urn: 'urn of R1', reason: 'own school' }] }),
  ],
  reviews: ['R1', 'R2'].map((id) => review(id, { windows: review(id).windows.slice(0, 1) })),
  published: [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_1)],
});
const known = [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_1)];

describe('priceOfDisturbance', () => {
  it('has one line at nobody where the plan given is the best', () => {
    const found = priceOf(term, known);
    expect(found).toMatchObject({ least: 0, ended: 'BEST', lines: [{ people: 0, disturbed: [] }] });
    expect(found.reaches.map(({ people }) => people)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('asks the engine nothing where the plan given is the best, nor where no plan keeps the pins', () => {
    const noEngine: MilpEngine = {
      version: 'none',
      open: () => {
        throw new Error('The engine was asked.');
      },
    };
    const best = solve(term, engine);
    const found = priceOfDisturbance(term, best.reviews, best, noEngine);
    expect(found).toMatchObject({ ended: 'BEST', lines: [{ people: 0, rows: best.reviews }] });
    const impossible = { ...term, pins: [{ review: 'R1', lead: 'Di' }] };
    const none = solve(impossible, engine);
    expect(priceOfDisturbance(impossible, known, none, noEngine).ended).toBe('INFEASIBLE');
  });

  it('tells what one more person buys when somebody has gone', () => {
    const found = priceOf(withChanges(term, [{ kind: 'GONE', person: 'Ada' }]), known);
    expect(found.least).toBe(0);
    expect(found.lines.map(({ people, disturbed }) => [people, disturbed])).toEqual([
      [0, []],
      [1, ['Cy']],
    ]);
    expect(found.lines[1]?.change[0]).toEqual({
      aim: 'coverage',
      given: 1,
      alternative: 2,
      loss: -1,
    });
    expect(found.reaches[0]).toEqual({ aim: 'coverage', people: 1 });
  });

  it('has no line where one more person gains nothing, though a second one does', () => {
    // Only Ben may lead R1, and Cy only R2: whoever moves alone leaves as much uncovered as before.
    const of = problem({
      leads: [
        person('Ben'),
        person('Cy', { conflicts: [{ urn: 'urn of R1', reason: 'own school' }] }),
      ],
      reviews: ['R1', 'R2'].map((id) => review(id, { windows: review(id).windows.slice(0, 1) })),
    });
    const tried: [number, boolean][] = [];
    const found = priceOf(of, known, {
      onTried: (people, line) => tried.push([people, line !== null]),
    });
    expect(found.lines.map(({ people, disturbed }) => [people, disturbed])).toEqual([
      [0, []],
      [2, ['Ben', 'Cy']],
    ]);
    expect(tried).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ]);
    expect(found.lines[0]?.change).toEqual([]);
    expect(found.best?.disturbed).toEqual(['Ben', 'Cy']);
    expect(found.best?.aims).toEqual(found.lines[1]?.aims);
    expect(found.reaches[0]).toEqual({ aim: 'coverage', people: 2 });
  });

  it('begins with those whom nothing can spare: a window of theirs has closed', () => {
    const closed = [{ week: WEEK_1, window: 'MON_WED' as const, reason: 'Snow' }];
    const found = priceOf({ ...term, closed }, known);
    expect(found).toMatchObject({ least: 2, lines: [{ people: 2, disturbed: ['Ada', 'Ben'] }] });
  });

  it('stops after as many people as asked for', () => {
    const of = withChanges(term, [{ kind: 'GONE', person: 'Ada' }]);
    const tried: number[] = [];
    const found = priceOf(of, known, { further: 0, onTried: (people) => tried.push(people) });
    expect([found.ended, tried]).toEqual(['LIMIT', [0]]);
    expect(found.reaches[0]).toEqual({ aim: 'coverage', people: null });
  });

  it('says so where a search was stopped, and where no plan keeps the pins', () => {
    const of = withChanges(term, [{ kind: 'GONE', person: 'Ada' }]);
    expect(priceOf(of, known, { shouldStop: () => true }).ended).not.toBe('INFEASIBLE');
    const pins = [{ review: 'R1', lead: 'Di' }];
    expect(priceOf({ ...term, pins }, known)).toMatchObject({
      ended: 'INFEASIBLE',
      least: null,
      lines: [],
      reaches: AIMS.map((aim) => ({ aim, people: null })),
    });
  });

  it('copes where nobody can take any seat', () => {
    const of = { ...term, leads: [person('Ada', { roles: ['SHADOW'] })] };
    expect(priceOf(of, known)).toMatchObject({ least: 1, lines: [{ disturbed: ['Ada'] }] });
    expect(priceOf(of, [row('R1'), row('R2')]).least).toBe(0);
  });
});

/** Plans to look at for one problem. */
const MOST_PLANS = 4000;

describe('the best plan for each number of people, tried against every plan', () => {
  it('is the best, and none disturbs fewer than the least', () => {
    let cases = 0;
    const drawn = fc.record({
      before: tinyProblem({ people: 4, reviews: 3, weeks: 2 }),
      who: fc.nat(4),
      forgets: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ before, who, forgets }) => {
        const given = bruteForce(before);
        if (given.status !== 'OPTIMAL') return;
        const gone = before.leads[who];
        const changes: Change[] = gone ? [{ kind: 'GONE', person: gone.id }] : [];
        const after = withChanges(forgets ? { ...before, published: [] } : before, changes);
        const plans = everyPlan(after, MOST_PLANS);
        if (!plans) return;
        cases++;
        const found = priceOf(after, given.rows);
        const list = expectedList(after, given.rows, plans);
        expect(listOf(found)).toEqual(list);
        expect(found.reaches.map(({ people }) => people)).toEqual(expectedReaches(list));
        expect(found.ended).toBe(plans.length > 0 ? 'BEST' : 'INFEASIBLE');
      }),
      {
        numRuns: propertyCases(125),
        seed: 20270111,
      },
    );
    expect(cases).toBeGreaterThan(10);
  }, 300_000);
});

describe('a list up to a plan that is not proven best', () => {
  it('has true lines, as far as it goes', () => {
    const met = { better: 0, lines: 0 };
    const drawn = fc.record({
      before: tinyProblem({ people: 4, reviews: 3, weeks: 2 }),
      who: fc.nat(3),
    });
    fc.assert(
      fc.property(drawn, ({ before, who }) => {
        const given = bruteForce(before);
        const gone = before.leads[who];
        if (given.status !== 'OPTIMAL' || gone === undefined) return;
        const after = withChanges({ ...before, published: [] }, [
          { kind: 'GONE', person: gone.id },
        ]);
        const plans = everyPlan(after, MOST_PLANS);
        const unproven = solve(after, engine, { shouldStop: () => true });
        if (!plans || unproven.status === 'INFEASIBLE') return;
        const found = priceOfDisturbance(after, given.rows, unproven, engine);
        const list = expectedList(after, given.rows, plans);
        expect(listOf(found)).toEqual(list.slice(0, found.lines.length));
        met.lines += found.lines.length;
        const reached = list[found.lines.length - 1]?.values as number[];
        const stated = unproven.aims.map(({ value }) => value as number);
        if (isBetter(reached, stated)) met.better++;
      }),
      { numRuns: propertyCases(125), seed: 20270112 },
    );
    expect(met.lines).toBeGreaterThan(propertyCases(50));
    expect(met.better).toBeGreaterThan(0);
  }, 120_000);
});

describe('a list whose search was given up', () => {
  it('ends with a plan that keeps the budget, and with bounds that hold', () => {
    let stopped = 0;
    const drawn = fc.record({
      before: tinyProblem({ people: 4, reviews: 3, weeks: 2 }),
      who: fc.nat(4),
      maxWork: fc.nat(12),
    });
    fc.assert(
      fc.property(drawn, ({ before, who, maxWork }) => {
        const given = bruteForce(before);
        const gone = before.leads[who];
        if (given.status !== 'OPTIMAL' || !gone) return;
        const after = withChanges({ ...before, published: [] }, [
          { kind: 'GONE', person: gone.id },
        ]);
        const whole = priceOf(after, given.rows);
        const found = priceOf(after, given.rows, { maxWork });
        if (found.ended === 'STOPPED') stopped++;
        else expect(listOf(found)).toEqual(listOf(whole));
        for (const line of found.lines) {
          expect(breachesOf(after, line.rows)).toEqual([]);
          expect(howManyDisturbed(after, given.rows, line.rows)).toBeLessThanOrEqual(line.people);
          const best = whole.lines.filter(({ people }) => people <= line.people).at(-1);
          const first = line.aims.findIndex(({ value, bound }) => value !== bound);
          line.aims.slice(0, first < 0 ? 7 : first + 1).forEach(({ aim, bound }, i) => {
            const is = best?.aims[i]?.value as number;
            const isMax = aim === 'coverage' || aim === 'shadowing';
            expect((bound as number) * (isMax ? 1 : -1)).toBeGreaterThanOrEqual(
              is * (isMax ? 1 : -1),
            );
          });
        }
      }),
      { numRuns: 100, seed: 20270111 },
    );
    expect(stopped).toBeGreaterThan(3);
  }, 120_000);
});

type List = { people: number; values: (number | null)[] }[];

function listOf({ lines }: PriceOfDisturbance): List {
  return lines.map(({ people, aims }) => ({ people, values: aims.map(({ value }) => value) }));
}

function expectedList(of: Problem, given: readonly SeatRow[], plans: readonly LegalPlan[]): List {
  const list: List = [];
  let best: LegalPlan | null = null;
  for (let people = 0; people <= of.leads.length; people++) {
    for (const plan of plans) {
      if (howManyDisturbed(of, given, plan.rows) > people) continue;
      if (best !== null && !isBetter(plan.values, best.values)) continue;
      best = plan;
      if (list.at(-1)?.people === people) list.pop();
      list.push({ people, values: plan.values });
    }
  }
  return list;
}

/** For each aim the people of the first line from which on it, and all before it, are as in the last. */
function expectedReaches(list: List): (number | null)[] {
  const best = list.at(-1)?.values;
  return AIMS.map((_, index) => {
    const upTo = JSON.stringify(best?.slice(0, index + 1));
    const first = list.find(({ values }) => JSON.stringify(values.slice(0, index + 1)) === upTo);
    return first?.people ?? null;
  });
}

function howManyDisturbed(
  of: Problem,
  given: readonly SeatRow[],
  rows: readonly SeatRow[],
): number {
  const theirs = (id: string, plan: readonly SeatRow[]): string =>
    plan
      .map((each) => [each.review, each.week, each.window, seat(id, each)].join(' '))
      .filter((text) => !text.endsWith('none'))
      .sort()
      .join();
  return of.leads.filter(({ id }) => theirs(id, given) !== theirs(id, rows)).length;
}

function seat(id: string, { lead, qualityAssurer, shadow }: SeatRow): string {
  if (lead === id) return 'lead';
  if (qualityAssurer === id) return 'assurer';
  return shadow === id ? 'shadow' : 'none';
}
