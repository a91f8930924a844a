import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { led, person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { brokenRuns } from '../../../test/solver/lead-plans.js';
import { leadsOnly, levelsOf, partsOf, withoutRest } from '../../../test/solver/network-parts.js';
import type { Ban, Lead, Problem, Review } from '../problem.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';

const SEED = 1;
const never = (): boolean => false;

/** A problem of leads alone, who need no rest: exactly what the network solves. */
const flows = tinyProblem().map((of) => withoutRest(leadsOnly(of)));

function solvedValues(network: LeadNetwork): readonly number[] {
  expect(network.solve(never)).toBe(true);
  return network.values();
}

/** The network breaks something exactly when the pins cannot hold; else it is as good as the best plan. */
function expectBest(network: LeadNetwork, of: Problem): void {
  const values = solvedValues(network);
  const best = bruteForce(of);
  if (best.status === 'INFEASIBLE') expect(values[0]).toBeGreaterThan(0);
  else expect(values).toEqual(levelsOf(of, best.values));
}

describe('the network of leads', () => {
  it('is as good as the best plan where there are no second seats and no rest', () => {
    fc.assert(
      fc.property(flows, (of) => {
        const { network, arcs } = partsOf(of);
        expectBest(network, of);
        // What carries a review is a plan of that value.
        const chosen = network.chosen().map((each) => arcs[each] as LeadArc);
        const uncovered = of.reviews.filter(
          (_, at) => !chosen.some(({ review: led }) => led === at),
        );
        const [, lost] = network.values();
        expect(uncovered.reduce((sum, { priority }) => sum + priority, 0)).toBe(lost);
        const weeks = [...network.weeksUsed()].flatMap(([who, used]) =>
          used.map((w) => `${who} ${w}`),
        );
        expect(weeks.sort()).toEqual(chosen.map((arc) => `${arc.person} ${arc.week}`).sort());
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('is no worse than the best plan of the whole problem', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const values = solvedValues(partsOf(of).network);
        expect(compare(values, levelsOf(of, best.values))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('says when it is stopped', () => {
    const ids = Array.from({ length: 70 }, (_, i) => `${i}`);
    const of = problem({
      weeks: [WEEK_1],
      leads: ids.map((id) => person(id)),
      reviews: ids.map((id) => review(id)),
    });
    const { network } = partsOf(of);
    expect(network.solve(() => true)).toBe(false);
    expect(network.pivots).toBe(64);
    expect(network.solve(never)).toBe(true);
  });
});

describe('restrictions', () => {
  /** A restriction of the network, and the problem that says the same. */
  interface Restricted {
    apply(network: LeadNetwork, times: 1 | -1): void;
    of: Problem;
  }

  const changeLead = (of: Problem, at: number, change: (lead: Lead) => Lead): Problem => ({
    ...of,
    leads: of.leads.map((lead, index) => (index === at ? change(lead) : lead)),
  });

  /** Each kind in turn, on whom and what the numbers pick. */
  const kinds: ((of: Problem, arc: LeadArc, index: number, most: number) => Restricted)[] = [
    (of, arc) => ({
      apply: (network, times) => network.requireLead(arc.review, times),
      of: { ...of, pins: [...of.pins, { review: of.reviews[arc.review]?.id ?? '' }] },
    }),
    (of, { person: who, week }) => ({
      apply: (network, times) => network.blockWeek(who, week, times),
      of: {
        ...of,
        bans: [...of.bans, { lead: of.leads[who]?.id ?? '', week: of.weeks[week] ?? '' }],
      },
    }),
    (of, { person: who }, _, most) => ({
      apply: (network, times) => network.limitLoad(who, most, times),
      of: changeLead(of, who, (lead) => ({
        ...lead,
        limits: { ...lead.limits, term: Math.min(most, lead.limits.term) },
      })),
    }),
    (of, arc, index) => {
      const [lead, at, week] = [of.leads[arc.person], of.reviews[arc.review], of.weeks[arc.week]];
      const ban = { lead: lead?.id, review: at?.id, week } as Ban;
      return {
        apply: (network, times) => network.forbid(index, times),
        of: { ...of, bans: [...of.bans, ban] },
      };
    },
  ];

  it('say what a ban, a pin or a limit says, and are gone when they are taken back', () => {
    const picks = fc.tuple(fc.nat({ max: kinds.length - 1 }), fc.nat(), fc.nat({ max: 2 }));
    fc.assert(
      fc.property(flows, fc.array(picks, { minLength: 1, maxLength: 3 }), (of, drawn) => {
        const { network, arcs } = partsOf(of);
        fc.pre(arcs.length > 0);
        const before = solvedValues(network);
        let all: Restricted = { of, apply: () => undefined };
        for (const [kind, pick, most] of drawn) {
          const index = pick % arcs.length;
          const make = kinds[kind] as (typeof kinds)[number];
          const [earlier, next] = [all, make(all.of, arcs[index] as LeadArc, index, most)];
          const apply: Restricted['apply'] = (to, times) => {
            earlier.apply(to, times);
            next.apply(to, times);
          };
          all = { of: next.of, apply };
        }
        all.apply(network, 1);
        expectBest(network, all.of);
        all.apply(network, -1);
        expect(solvedValues(network)).toEqual(before);
      }),
      { numRuns: 100, seed: SEED },
    );
  });

  it('add the cost of a window that is not the cheapest', () => {
    const windows: Review['windows'] = [
      { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
      { week: WEEK_1, window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ];
    const published = [led('R1', 'Ada', WEEK_1)];
    const of = problem({ leads: [person('Ada')], reviews: [review('R1', { windows })], published });
    const { network, arcs } = partsOf(of);
    const [arc] = arcs as [LeadArc];
    const [cheapest, other] = arc.windows as [LeadWindow, LeadWindow];
    expect(solvedValues(network)).toEqual([0, 0, -2, 0, 167, 10]);
    expect(network.extraCost(0, other)).toEqual(network.weighted([0, 0, 1, 0, 0, 15]));
    network.addCost(0, other.changes - arc.changes, other.fit - arc.fit);
    expect(solvedValues(network)).toEqual([0, 0, -1, 0, 167, 25]);
    expect(network.extraCost(0, other)).toEqual(network.weighted([0, 0, 0, 0, 0, 0]));
    expect(network.extraCost(0, cheapest)).toEqual(network.weighted([0, 0, -1, 0, 0, -15]));
    network.addCost(0, other.changes - arc.changes, other.fit - arc.fit, -1);
    expect(solvedValues(network)).toEqual([0, 0, -2, 0, 167, 10]);
  });
});

describe('rest', () => {
  it('that is held group by group gives the best plan, or says that it cannot hold the next', () => {
    const isHeldCount = { yes: 0, no: 0 };
    fc.assert(
      fc.property(tinyProblem().map(leadsOnly), (of) => {
        const { network } = partsOf(of);
        const best = bruteForce(of);
        for (;;) {
          const values = solvedValues(network);
          if (best.status === 'OPTIMAL') {
            expect(compare(values, levelsOf(of, best.values))).toBeLessThanOrEqual(0);
          }
          const broken = brokenRuns(of, network);
          if (broken.length === 0) return expectBest(network, of);
          const isHeld = broken.map(({ who, run }) => network.holdRest(who, run));
          isHeldCount[isHeld.includes(true) ? 'yes' : 'no']++;
          if (!isHeld.includes(true)) return;
        }
      }),
      { numRuns: 100, seed: SEED },
    );
    expect(isHeldCount.yes).toBeGreaterThan(10);
  });

  it('holds disjoint runs, not those that overlap', () => {
    const limits = { term: 6, restReviews: 1, restWeeks: 2, maxKm: null };
    const reviews = ['R1', 'R2', 'R3', 'R4'].map((id) => review(id));
    const of = problem({ leads: [person('Ada', { limits })], reviews });
    const { network } = partsOf(of);
    expect(solvedValues(network)[1]).toBe(0);
    expect(network.holdRest(0, { from: 0, to: 2 })).toBe(true);
    expect(solvedValues(network)[1]).toBe(1);
    expect(network.holdRest(0, { from: 1, to: 3 })).toBe(false);
    expect(network.holdRest(0, { from: 2, to: 4 })).toBe(true);
    expect(solvedValues(network)[1]).toBe(2);
  });
});
