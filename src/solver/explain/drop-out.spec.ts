import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  checkedValues,
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Lead, Problem, Review, SeatRow } from '../problem.js';
import { solve } from '../solve.js';
import { Alternatives, withChanges } from './alternatives.js';
import { dropOuts, inOrderOfLoss, type DropOut, type DropOuts } from './drop-out.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const limits: Lead['limits'] = { term: 1, restReviews: 4, restWeeks: 4, maxKm: null };
const oneWindow = review('R').windows.slice(0, 1);
const away = { lat: 53, lon: -1 };

function all(of: Problem): DropOuts & { of(person: string): DropOut } {
  const found = dropOuts(new Alternatives(of, engine), solve(of, engine).reviews, engine);
  return { ...found, of: (id) => found.people.find((each) => each.person === id) as DropOut };
}

/** Ada alone may lead R1; Ben and Cy may both lead R2, one review each; Di has nothing. */
const small = problem({
  leads: [
    person('Ada', { limits, phases: ['special'] }),
    person('Ben', { limits, phases: ['primary'], commitment: { minimum: 6, done: 0, target: 3 } }),
    person('Cy', { limits, phases: ['primary'] }),
    person('Di', { roles: ['SHADOW'], phases: [] }),
  ],
  reviews: [
    review('R1', { windows: oneWindow }),
    review('R2', { windows: oneWindow, phase: 'primary' }),
  ],
});

describe('dropOuts', () => {
  it('puts first without whom most is lost, and says who takes over', () => {
    const found = all(small);
    expect(found.people[0]).toMatchObject({ person: 'Ada', leads: ['R1'], uncovered: ['R1'] });
    expect(found.people[0]?.losses?.[0]).toEqual({
      aim: 'coverage',
      given: 2,
      alternative: 1,
      loss: 1,
    });
    expect(found.of('Ben')).toMatchObject({
      takenOver: [{ review: 'R2', by: 'Cy' }],
      standIns: [{ review: 'R2', lead: 'Ben', people: ['Cy'] }],
      disturbed: ['Cy'],
      uncovered: [],
    });
    expect(found.standbys).toEqual([{ person: 'Cy', takesOver: 1, couldStepIn: 1 }]);
  });

  it('does not count their own shortfall of commitment', () => {
    // Ben leads one of the three that are wanted of him; nobody is wanted for the other two.
    const losses = all(small).of('Ben').losses ?? [];
    expect(losses.find(({ aim }) => aim === 'commitment')).toMatchObject({ given: 0, loss: 0 });
  });

  it('does not count their own shadow seat: a trainee’s is lost with them, and nothing else is', () => {
    const of = problem({
      leads: [
        person('Tom', { roles: ['SHADOW'] }),
        person('Ada', { limits }),
        person('Una', { roles: ['SHADOW'] }),
      ],
      reviews: [review('R1', { windows: oneWindow })],
    });
    const found = all(of);
    const [seated] = found.people.filter(({ person: id, seats }) => id !== 'Ada' && seats === 1);
    const losses = (seated as DropOut).losses ?? [];
    // The other trainee gets the seat: one person shadows where the others had none.
    expect(losses.find(({ aim }) => aim === 'shadowing')).toMatchObject({ given: 0, loss: -1 });
    const alone = all({ ...of, leads: of.leads.slice(0, 2) }).of('Tom').losses ?? [];
    expect(alone.map(({ loss }) => loss)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(found.people.map((each) => each.person)[0]).toBe('Ada');
  });

  it('leaves the plan as it is where they have no seat', () => {
    const found = all(small).of('Di');
    expect(found).toMatchObject({ seats: 0, disturbed: [], uncovered: [] });
    expect(found.losses?.every(({ loss }) => loss === 0)).toBe(true);
  });

  it('does not tell what a better plan would gain where they have no seat', () => {
    const rows = [row('R1'), row('R2')];
    const found = dropOuts(new Alternatives(small, engine), rows, engine);
    for (const each of found.people) {
      expect(each).toMatchObject({ seats: 0, disturbed: [], isProven: true, rows });
      expect(each.losses?.map(({ loss }) => loss)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    }
    expect(found).toMatchObject({ singlePoints: [], standbys: [], standIns: [] });
  });

  it('names the reviews that stand or fall with one person', () => {
    expect(all(small).singlePoints).toEqual([{ review: 'R1', person: 'Ada', why: 'ONLY_LEAD' }]);
    // Ben and Cy could each lead both, and both are needed: neither review hangs on one of them.
    const reviews = ['R1', 'R2'].map((id) => review(id, { windows: oneWindow, phase: 'primary' }));
    expect(all({ ...small, reviews }).singlePoints).toEqual([]);
    // That others may sit beside her, and lead elsewhere, is no help to R1.
    const beside = person('Sam', { roles: ['LEAD', 'SHADOW'], phases: ['primary'] });
    const trainee = { ...beside, id: 'Tom', roles: ['SHADOW' as const], phases: ['special'] };
    const seen = all({ ...small, leads: [...small.leads, beside, trainee] });
    expect(seen.singlePoints).toEqual([{ review: 'R1', person: 'Ada', why: 'ONLY_LEAD' }]);
    // Where one of them is worth more, the other goes without, whoever drops out.
    const [first, second] = reviews as [Review, Review];
    const weighty = all({ ...small, reviews: [{ ...first, priority: 2 }, second] });
    expect(weighty.singlePoints.map((each) => [each.review, each.why])).toEqual([
      ['R2', 'NEEDED'],
      ['R2', 'NEEDED'],
    ]);
  });

  it('says so where the pins need them', () => {
    const of = problem({
      leads: [person('New', { isNew: true }), person('Eve', { roles: ['QUALITY_ASSURER'] })],
      reviews: [review('R1')],
      pins: [{ review: 'R1', lead: 'New' }],
    });
    expect(all(of).people[0]).toMatchObject({ person: 'Eve', losses: null, uncovered: ['R1'] });
  });
});

describe('what is told of drop-outs', () => {
  it('has last whoever has no seat, and of equal losses first the one that disturbs more', () => {
    const losses = (loss: number): DropOut['losses'] => [
      { aim: 'coverage', given: 2, alternative: 2 - loss, loss },
    ];
    const lost = (id: string, loss: number, others: number, seats = 1): DropOut => ({
      ...{ person: id, seats, leads: [], losses: losses(loss), isProven: true, rows: [] },
      ...{ uncovered: [], singlePointFor: [], takenOver: [], standIns: [] },
      disturbed: Array<string>(others).fill('Zoe'),
    });
    const people = [lost('Idle', 0, 0, 0), lost('Gain', -1, 1), lost('Few', 1, 1)];
    const pinned = { ...lost('Pinned', 0, 0), losses: null };
    const all = [...people, lost('Many', 1, 2), pinned];
    for (const from of all.keys()) {
      for (const given of [all, [...all].reverse()]) {
        const turned = [...given.slice(from), ...given.slice(0, from)];
        const order = inOrderOfLoss(turned).map((each) => each.person);
        expect(order).toEqual(['Pinned', 'Many', 'Few', 'Gain', 'Idle']);
      }
    }
  });

  it('has first whom pins need, though others come before, and counts only reviews that had a lead', () => {
    const of = problem({
      leads: [
        person('Ada'),
        person('New', { isNew: true }),
        person('Eve', { roles: ['QUALITY_ASSURER'] }),
        person('Zoe'),
      ],
      reviews: [
        review('R1', { windows: oneWindow }),
        review('R2', { windows: oneWindow, phase: 'primary' }),
      ],
      pins: [{ review: 'R1', lead: 'New' }],
    });
    const found = all(of);
    expect(found.people.map((each) => each.losses === null)).toEqual([true, false, false, false]);
    expect(found.people[0]?.person).toBe('Eve');
    expect(found.of('Eve')).toMatchObject({
      uncovered: ['R1'],
      isProven: true,
      singlePointFor: [],
      takenOver: [],
      disturbed: [],
    });
  });

  it('is told person by person as it is found, with how many there are', () => {
    const told: [string, number, number][] = [];
    const { reviews } = solve(small, engine);
    dropOuts(new Alternatives(small, engine), reviews, engine, (each, done, of) =>
      told.push([each.person, done, of]),
    );
    expect(told).toEqual([
      ['Ada', 1, 4],
      ['Ben', 2, 4],
      ['Cy', 3, 4],
      ['Di', 4, 4],
    ]);
  });

  it('is the plan itself, proven, where they have no seat, and says where a re-plan is not proven', () => {
    const { reviews } = solve(small, engine);
    expect(all(small).of('Di')).toMatchObject({
      isProven: true,
      rows: reviews,
      takenOver: [],
      singlePointFor: [],
    });
    expect(all(small).of('Ben').isProven).toBe(true);
    const stopped = new Alternatives(small, engine, { shouldStop: () => true });
    const found = dropOuts(stopped, reviews, engine).people;
    expect(found.find((each) => each.person === 'Ben')?.isProven).toBe(false);
  });

  it('has the standbys in order: who takes over most, then who could step in for most, then by reference', () => {
    const may = (id: string, ...phases: string[]): Lead => person(id, { limits, phases });
    const far = (lead: Lead): Lead => ({ ...lead, home: away });
    const of = problem({
      leads: [
        ...[may('L1', 'A'), may('L2', 'B'), may('L3', 'C'), may('L4', 'D')],
        // These three live next door, and take over; the others live far away.
        ...[may('Yan', 'B'), may('Zoe', 'C', 'D'), may('Xi', 'A')],
        ...[far(may('Will', 'A', 'B', 'C')), far(may('Vic', 'C')), far(may('Uma', 'C'))],
        far(may('Tess', 'A', 'B')),
      ],
      reviews: ['A', 'B', 'C', 'D'].map((phase) => review(phase, { windows: oneWindow, phase })),
      weeks: [WEEK_1],
    });
    const rows = ['A', 'B', 'C', 'D'].map((id, i) => led(id, `L${i + 1}`, WEEK_1));
    const { standbys } = dropOuts(new Alternatives(of, engine), rows, engine);
    expect(standbys).toEqual([
      { person: 'Zoe', takesOver: 2, couldStepIn: 2 },
      { person: 'Xi', takesOver: 1, couldStepIn: 1 },
      { person: 'Yan', takesOver: 1, couldStepIn: 1 },
      { person: 'Will', takesOver: 0, couldStepIn: 3 },
      { person: 'Tess', takesOver: 0, couldStepIn: 2 },
      { person: 'Uma', takesOver: 0, couldStepIn: 1 },
      { person: 'Vic', takesOver: 0, couldStepIn: 1 },
    ]);
  });
});

/** What a plan is worth to the others: whoever goes is wanted for nothing, and learns nothing. */
function valuesForOthers(of: Problem, rows: readonly SeatRow[], gone: string): (number | null)[] {
  const leads = of.leads.map((each) =>
    each.id === gone ? { ...each, commitment: { ...each.commitment, target: 0 } } : each,
  );
  const taught = rows.map((each) => (each.shadow === gone ? { ...each, shadow: null } : each));
  return checkedValues({ ...of, leads }, taught);
}

describe('drop-outs of tiny problems', () => {
  const cases = propertyCases(100);

  it('lose what brute force loses', () => {
    fc.assert(
      fc.property(tinyProblem({ people: 4, reviews: 3, weeks: 3 }), (of) => {
        const before = bruteForce(of);
        if (before.status !== 'OPTIMAL') return;
        const found = dropOuts(new Alternatives(of, engine), before.rows, engine);
        for (const each of found.people) {
          if (each.seats === 0) continue;
          const without = withChanges(of, [{ kind: 'GONE', person: each.person }]);
          const after = bruteForce(without);
          expect(each.losses === null).toBe(after.status === 'INFEASIBLE');
          if (after.status === 'INFEASIBLE') continue;
          expect(each.losses?.map(({ alternative }) => alternative)).toEqual(after.values);
          expect(each.losses?.map(({ given }) => given)).toEqual(
            valuesForOthers(of, before.rows, each.person),
          );
          const led = before.rows.filter((row) => row.lead !== null).map((row) => row.review);
          const ledAfter = each.rows.filter((row) => row.lead !== null).map((row) => row.review);
          expect(each.uncovered).toEqual(led.filter((id) => !ledAfter.includes(id)));
          for (const id of each.uncovered) {
            const pinned = { ...without, pins: [...without.pins, { review: id }] };
            const best = bruteForce(pinned);
            const isLost = best.status !== 'OPTIMAL' || best.values[0] !== after.values[0];
            expect(each.singlePointFor.includes(id)).toBe(isLost);
          }
        }
      }),
      { numRuns: cases, seed: 20270111 },
    );
  }, 300_000);
});
