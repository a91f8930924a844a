import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2, WEEK_3 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { everyLeadPlan, holdAllRest, type LeadPlan } from '../../../test/solver/lead-plans.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import type { Problem, Review } from '../problem.js';
import type { LeadFace } from './lead-face.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';

const SEED = 1;
const ascending = (a: number, b: number): number => a - b;
const small = tinyProblem({ people: 4, reviews: 3, weeks: 3 });

interface Solved {
  network: LeadNetwork;
  plans: LeadPlan[];
  /** What the network's optimum costs, in limbs. */
  root: number[];
}

/** A network with all the rest that it can hold, and every plan of leads that keeps what it keeps; null where none does. */
function solved(of: Problem): Solved | null {
  const { network, arcs } = partsOf(of);
  const held = holdAllRest(of, network);
  const [penalty] = network.values();
  if (penalty !== 0) return null;
  return {
    network,
    plans: everyLeadPlan(of, arcs, held),
    root: network.weighted(network.values()),
  };
}

/** How much a plan costs more than the optimum, in limbs. */
const above = ({ network, root }: Solved, { levels }: LeadPlan): number[] =>
  network.weighted(levels).map((limb, index) => limb - (root[index] as number));

function allows({ fixed, open, counts }: LeadFace, { used }: LeadPlan): boolean {
  const may = [...fixed, ...open];
  return (
    fixed.every((arc) => used.includes(arc)) &&
    used.every((arc) => may.includes(arc)) &&
    counts.every(({ least, most, leadArcs }) => {
      const carried = leadArcs.filter((arc) => used.includes(arc)).length;
      return carried >= least && carried <= most;
    })
  );
}

describe('the face of a network of leads', () => {
  it('without a gap has fixed what all optimal plans share, and open what they differ in', () => {
    fc.assert(
      fc.property(small, (of) => {
        const at = solved(of);
        if (!at) return;
        const { fixed, open } = at.network.face(at.root.map(() => 0));
        const optimal = at.plans.filter((plan) => above(at, plan).every((limb) => limb === 0));
        const some = new Set(optimal.flatMap(({ used }) => used));
        const isInAll = (arc: number): boolean => optimal.every(({ used }) => used.includes(arc));
        expect(fixed).toEqual([...some].filter(isInAll).sort(ascending));
        expect(open).toEqual([...some].filter((arc) => !isInAll(arc)).sort(ascending));
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it('holds every plan within the gap', () => {
    const counted = { plans: 0 };
    fc.assert(
      fc.property(small, fc.nat({ max: 5 }), fc.nat({ max: 20 }), (of, level, units) => {
        const at = solved(of);
        if (!at) return;
        const gap = at.network.weighted(
          [0, 1, 2, 3, 4, 5].map((each) => (each === level ? units : 0)),
        );
        const face = at.network.face(gap);
        const within = at.plans.filter((plan) => compare(above(at, plan), gap) <= 0);
        expect(within.filter((plan) => !allows(face, plan))).toEqual([]);
        counted.plans += within.length;
      }),
      { numRuns: 150, seed: SEED },
    );
    expect(counted.plans).toBeGreaterThan(500);
  });

  it('allows for the reviews that somebody assures in the flow', () => {
    let met = 0;
    const inNeed = tinyProblem({ people: 5, reviews: 4, weeks: 3 }).map((of): Problem => ({
      ...of,
      leads: of.leads.map((lead, index) => ({
        ...lead,
        isNew: index === 0 && lead.roles.includes('LEAD'),
      })),
    }));
    fc.assert(
      fc.property(inNeed, fc.nat({ max: 5 }), fc.nat({ max: 20 }), (of, level, units) => {
        const { network } = partsOf(of);
        for (const newLead of new Set(network.assurances.map((each) => each.newLead))) {
          network.needAssurer(newLead);
        }
        network.solve(() => false);
        const asked = new Set(network.assurances.map((each) => each.newLead)).size;
        if (asked === 0 || (network.values()[0] as number) + asked !== 0) return;
        const gap = network.weighted(
          [0, 1, 2, 3, 4, 5].map((each) => (each === level ? units : 0)),
        );
        // A flow that spares somebody else's load is no plan.
        const assurers = network.met().map((index) => network.assurances[index]?.assurer as number);
        const isPlan = network.assurances.every(
          ({ assurer }) =>
            network.exits(assurer) === assurers.filter((each) => each === assurer).length,
        );
        if (!isPlan) return;
        met += assurers.length;
        expect(allows(network.face(gap), { used: network.chosen(), levels: [] })).toBe(true);
      }),
      { numRuns: 300, seed: SEED },
    );
    expect(met).toBeGreaterThan(20);
  });

  it('counts what is open beside what is fixed, for a person and for a run of weeks', () => {
    const at = (week: string): Review['windows'][0] => ({
      week,
      window: 'MON_WED',
      grade: 'PREFERRED',
    });
    const limits = { term: 6, restReviews: 1, restWeeks: 2, maxKm: null };
    const of = problem({
      leads: [person('Ada', { limits })],
      reviews: [
        review('R1', { windows: [at(WEEK_3)] }),
        review('R2', { windows: [at(WEEK_1), at(WEEK_2)] }),
      ],
    });
    const { network } = partsOf(of);
    network.solve(() => false);
    network.holdRest(0, { from: 0, to: 2 });
    network.solve(() => false);
    const { fixed, open, counts } = network.face(network.weighted([0, 0, 0, 0, 0, 0]));
    expect([fixed, open]).toEqual([[0], [1, 2]]);
    // The review, the person and the run: one of the two weeks each time.
    expect(counts).toEqual(Array(3).fill({ least: 1, most: 1, leadArcs: open }));
  });

  it('prices an arc no higher than the plans that use it', () => {
    fc.assert(
      fc.property(small, (of) => {
        const at = solved(of);
        if (!at) return;
        const chosen = at.network.chosen();
        const reduced = [...Array(at.network.arcs.length).keys()].map((arc) =>
          at.network.reducedCosts(arc),
        );
        const isCheaper = (plan: LeadPlan): boolean =>
          plan.used.some(
            (arc) =>
              !chosen.includes(arc) && compare(above(at, plan), reduced[arc] as number[]) < 0,
          );
        expect(at.plans.filter(isCheaper)).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});
