import { beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1, WEEK_3 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import { type AimName, AIMS } from '../plan.js';
import { type Problem, REGION_GRADES } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { solve } from '../solve.js';
import { applyChanges } from './apply-changes.js';
import type { ScenarioChange } from './change.js';
import { scenario, type ScenarioOutcome } from './scenario.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const SEED = 20270301;
const london = { lat: 51.5, lon: -0.12 };
const joins = (changes: Partial<Extract<ScenarioChange, { kind: 'JOINS' }>> = {}) =>
  ({
    kind: 'JOINS',
    ids: ['NEW-1'],
    home: london,
    region: 'London',
    phases: ['special'],
    needs: ['ASD', 'SEMH', 'PMLD'],
    isServingLeader: false,
    from: null,
    ...changes,
  }) as const satisfies ScenarioChange;

/** One that fits the problem, more often than not. */
function changeOf(of: Problem): Arbitrary<ScenarioChange> {
  const someone = fc.constantFrom(...of.leads.map(({ id }) => id), 'nobody');
  const some = fc.constantFrom(...of.reviews.map(({ id }) => id), 'nothing');
  const day = fc.constantFrom('2027-01-01', '2027-01-13', '2027-01-15', '2027-02-05', '2028-01-01');
  const from = fc.option(day);
  const region = fc.constantFrom('North East', 'London');
  return fc.oneof(
    fc.record({ kind: fc.constant('LEAVES' as const), person: someone, from: day }),
    fc
      .record({ n: fc.integer({ min: 1, max: 2 }), from, isServingLeader: fc.boolean() })
      .map(({ n, ...given }) => joins({ ids: ['NEW-1', 'NEW-2'].slice(0, n), ...given })),
    fc.record({
      kind: fc.constant('SCHOOL_MOVES' as const),
      urn: fc.constantFrom(...of.reviews.map(({ urn }) => urn), 'none'),
      to: fc.constant(london),
      region,
    }),
    fc.record({ kind: fc.constant('REVIEW_DROPPED' as const), review: some }),
    fc.constantFrom(...of.reviews, review('X')).map((each): ScenarioChange => ({
      kind: 'REVIEW_ADDED',
      review: { ...each, id: 'ADDED', urn: '9' },
    })),
    fc.record({
      kind: fc.constant('LIMITS' as const),
      person: someone,
      limits: fc.record(
        { term: fc.nat(3), maxKm: fc.constantFrom(null, 50) },
        { requiredKeys: [] },
      ),
    }),
    fc.record({
      kind: fc.constant('REGION' as const),
      person: someone,
      region,
      grade: fc.constantFrom(...REGION_GRADES),
    }),
  );
}

const withoutPins = (reviews: number): Arbitrary<Problem> =>
  tinyProblem({ people: 4, reviews, weeks: 3 }).map((of) => ({ ...of, pins: [] }));
/** With one pin at most: to tell which of several clash takes long, and is tested where it is done. */
const withScenario = tinyProblem({ people: 4, reviews: 3, weeks: 3 })
  .map((of) => ({ ...of, pins: of.pins.slice(0, 1) }))
  .chain((of) => fc.tuple(fc.constant(of), fc.array(changeOf(of), { maxLength: 2 }), fc.boolean()));

function check<T>(arbitrary: Arbitrary<T>, cases: number, holds: (of: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns: propertyCases(cases), seed: SEED });
}

function compared(outcome: ScenarioOutcome): Extract<ScenarioOutcome, { kind: 'COMPARED' }> {
  if (outcome.kind !== 'COMPARED') throw new Error(`It is ${JSON.stringify(outcome)}.`);
  return outcome;
}

function aimOf(outcome: ScenarioOutcome, aim: AimName): [number, number] {
  const found = compared(outcome).effect.aims[AIMS.indexOf(aim)];
  return [found?.before ?? NaN, found?.after ?? NaN];
}

describe('a scenario', () => {
  it('is the difference of two independent solves, the second no less than a brute force finds', () => {
    check(withScenario, 50, ([of, changes, keepsPlan]) => {
      const untouched = JSON.stringify(of);
      const outcome = scenario(of, changes, engine, { keepsPlan });
      expect(JSON.stringify(of)).toBe(untouched);
      const applied = applyChanges(of, changes);
      if (applied.kind === 'REFUSED') return expect(outcome).toEqual(applied);
      const first = solve(of, engine);
      if (first.status === 'INFEASIBLE') return expect(outcome).toMatchObject({ when: 'BEFORE' });
      const published = first.reviews.filter(({ lead }) => lead !== null);
      const after = keepsPlan ? { ...applied.problem, published } : applied.problem;
      const best = bruteForce(after);
      if (best.status === 'INFEASIBLE') return expect(outcome).toMatchObject({ when: 'AFTER' });
      const { effect, isProven, after: rows } = compared(outcome);
      expect(isProven).toEqual({ before: true, after: true });
      expect(effect.aims.map(({ after: value }) => value)).toEqual(best.values);
      const known = effect.aims.map(({ before, aim }) => [aim, before]);
      const solved = first.aims.map(({ aim, value }) => [aim, value]);
      if (!keepsPlan) expect(known).toEqual(solved);
      expect(known.filter(([aim]) => aim === 'coverage' || aim === 'commitment')).toEqual(
        solved.filter(([aim]) => aim === 'coverage' || aim === 'commitment'),
      );
      expect(breachesOf(after, rows)).toEqual([]);
      expect(effect.covered.after - effect.covered.before).toBe(
        effect.gained.length - effect.lost.length - droppedWithLead(first.reviews, effect.dropped),
      );
    });
  });

  it('without a change has no effect', () => {
    check(fc.tuple(withoutPins(3), fc.boolean()), 20, ([of, keepsPlan]) => {
      const outcome = scenario(of, [], engine, { keepsPlan });
      const { effect, before, after } = compared(outcome);
      expect(after).toEqual(before);
      for (const aim of effect.aims) expect(aim.after).toBe(aim.before);
      for (const each of effect.people)
        expect([each.after, each.moves]).toEqual([each.before, false]);
      expect([effect.lost, effect.gained, effect.moved, effect.freed]).toEqual([[], [], [], []]);
    });
  });

  it('in which somebody only leaves never covers more, where nothing was accepted', () => {
    const leaving = withoutPins(4).filter(({ leads }) => leads.length > 0);
    const day = fc.constantFrom('2027-01-01', '2027-01-13', '2027-01-15', '2027-01-20');
    check(fc.tuple(leaving, fc.nat(), day), 60, ([of, who, from]) => {
      const leaver = of.leads[who % of.leads.length]?.id ?? '';
      const outcome = scenario(of, [{ kind: 'LEAVES', person: leaver, from }], engine);
      if (outcome.kind === 'REFUSED') return;
      const [before, after] = aimOf(outcome, 'coverage');
      expect(after).toBeLessThanOrEqual(before);
    });
  });

  it('in which somebody only joins never covers less', () => {
    check(withoutPins(4), 30, (of) => {
      const outcome = scenario(of, [joins({ ids: ['NEW-1', 'NEW-2'] })], engine);
      const [before, after] = aimOf(outcome, 'coverage');
      expect(after).toBeGreaterThanOrEqual(before);
    });
  });

  it('says who falls short, who is lost and what becomes free', () => {
    const wanted = { minimum: 6, done: 4, target: 2 };
    const of = problem({
      leads: [
        person('Ada', { commitment: wanted }),
        person('Ben', { commitment: { ...wanted, target: 1 } }),
      ],
      reviews: [review('R1'), review('R2'), review('R3')],
      pins: [{ review: 'R1', lead: 'Ada', week: WEEK_3, window: 'WED_FRI' }],
    });
    const tight = {
      ...of,
      leads: of.leads.map((lead) => ({ ...lead, limits: { ...lead.limits, term: 2 } })),
    };
    const outcome = scenario(
      tight,
      [{ kind: 'LEAVES', person: 'Ada', from: '2027-01-25' }],
      engine,
    );
    const { effect } = compared(outcome);
    expect(effect.freed).toEqual([
      { review: 'R1', role: 'LEAD', person: 'Ada', week: WEEK_3, window: 'WED_FRI' },
    ]);
    expect(effect.covered).toEqual({ before: 3, after: 3 });
    // Two of four weeks are left to her, so half of what was wanted.
    expect(effect.people.find(({ person: who }) => who === 'Ada')?.after.target).toBe(1);
    const atOnce = scenario(tight, [{ kind: 'LEAVES', person: 'Ada', from: '2027-01-01' }], engine);
    expect(compared(atOnce).effect).toMatchObject({
      covered: { before: 3, after: 2 },
      lost: [{ after: { lead: null } }],
      people: [
        { person: 'Ada', after: { led: 0, target: 0, short: 0 } },
        { person: 'Ben', after: { led: 2, target: 1, short: 0 }, moves: true },
      ],
    });
  });

  it('moves nobody whom it need not', () => {
    const of = problem({
      leads: ['Ada', 'Ben', 'Cy'].map((id) => person(id, { phases: [`phase of ${id}`] })),
      reviews: ['Cy', 'Ben', 'Ada'].map((id) => review(`of ${id}`, { phase: `phase of ${id}` })),
    });
    const outcome = scenario(of, [{ kind: 'LEAVES', person: 'Ben', from: WEEK_1 }], engine);
    const { effect } = compared(outcome);
    expect(effect.moved).toEqual([]);
    expect(effect.lost).toMatchObject([{ review: 'of Ben', before: { lead: 'Ben' } }]);
    expect(effect.people.map(({ person: who, moves }) => [who, moves])).toEqual([
      ['Ada', false],
      ['Ben', true],
      ['Cy', false],
    ]);
  });

  it('keeps the plan where it is asked to, before anything but coverage', () => {
    const wanted = { minimum: 6, done: 0, target: 2 };
    const of = problem({
      leads: [person('Ada')],
      reviews: [review('R1'), review('R2')],
    });
    const joiner = { ...of, leads: [person('Ada', { commitment: wanted })] };
    const afresh = compared(scenario(joiner, [joins()], engine)).effect;
    const kept = compared(scenario(joiner, [joins()], engine, { keepsPlan: true })).effect;
    expect(afresh.people.at(-1)?.after.led).toBe(1);
    expect(kept.people.at(-1)?.after.led).toBe(0);
    expect(kept.moved).toEqual([]);
  });

  it('is proven in each plan that no limit stopped, and tells of each as it is found', () => {
    const of = problem({
      leads: ['Ada', 'Ben', 'Cy'].map((id) => person(id)),
      reviews: ['R1', 'R2', 'R3'].map((id) => review(id)),
    });
    const stoppedIn = (part: number | null) => {
      const told: number[] = [];
      const outcome = scenario(of, [joins()], engine, {
        onPart: (done) => told.push(done),
        shouldStop: () => told.length === part,
      });
      return [compared(outcome).isProven, told];
    };
    expect(stoppedIn(null)).toEqual([{ before: true, after: true }, [1, 2]]);
    expect(stoppedIn(0)).toEqual([{ before: false, after: true }, [1, 2]]);
    expect(stoppedIn(1)).toEqual([{ before: true, after: false }, [1, 2]]);
  });

  it('has no effect to tell of where accepted reviews clash already', () => {
    const week = { week: WEEK_1, window: 'MON_WED' as const };
    const told: number[] = [];
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: ['R1', 'R2', 'R3'].map((id) => review(id)),
      pins: [
        { review: 'R1', lead: 'Ben', ...week },
        { review: 'R2', lead: 'Ada', ...week },
        { review: 'R3', lead: 'Ada', ...week },
      ],
    });
    const onPart = (done: number): unknown => told.push(done);
    const changes: ScenarioChange[] = [{ kind: 'LEAVES', person: 'Ada', from: '2027-01-01' }];
    expect(scenario(of, changes, engine, { onPart })).toMatchObject({
      kind: 'IMPOSSIBLE',
      when: 'BEFORE',
      conflict: [{ review: 'R2' }, { review: 'R3' }],
      freed: [],
    });
    expect(told).toEqual([]);
  });

  it('that no plan can keep says which accepted reviews clash', () => {
    const of = problem({
      leads: [
        person('Nia', { isNew: true }),
        person('Ben', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
      ],
      reviews: [review('R1')],
      pins: [{ review: 'R1', lead: 'Nia', qualityAssurer: 'Ben', week: WEEK_1, window: 'MON_WED' }],
    });
    const outcome = scenario(of, [{ kind: 'LEAVES', person: 'Ben', from: '2027-01-01' }], engine);
    expect(outcome).toMatchObject({
      kind: 'IMPOSSIBLE',
      when: 'AFTER',
      conflict: [{ review: 'R1' }],
    });
  });
});

function droppedWithLead(
  rows: readonly { review: string; lead: string | null }[],
  dropped: string[],
): number {
  return rows.filter(({ review: id, lead }) => lead !== null && dropped.includes(id)).length;
}
