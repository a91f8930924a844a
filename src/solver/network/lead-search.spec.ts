import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEKS,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import {
  levelsOf,
  levelsOfPlan,
  type NetworkParts,
  partsOf,
  withoutRole,
} from '../../../test/solver/network-parts.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { withoutPoints } from '../recruiting/without-points.js';
import { breachesOf } from '../rules/plan-rules.js';
import { compare } from './limbs.js';
import { LeadSearch } from './lead-search.js';
import type { Restriction } from './restricted-network.js';
import type { SearchResult, SearchStrategy } from './search-strategy.js';

const SEED = 1;

interface Searched extends SearchResult {
  parts: NetworkParts;
  offered: SeatRow[][];
  nodes: number;
  /** What every branch that is left holds to. */
  left: (readonly Restriction[])[];
}

interface Options extends Partial<SearchStrategy> {
  /** What a plan that is known already costs, in levels. */
  known?: number[];
  mostNodes?: number;
  shouldStop?: () => boolean;
}

function search(of: Problem, options: Options = {}): Searched {
  const parts = partsOf(of);
  const offered: SeatRow[][] = [];
  let best: number[] | null = options.known ?? null;
  const limits = {
    mostNodes: options.mostNodes ?? 200,
    shouldStop: options.shouldStop ?? (() => false),
    offer: (rows: SeatRow[]) => {
      offered.push(rows.map((each) => ({ ...each })));
      const levels = levelsOfPlan(of, rows);
      if (!best || compare(levels, best) < 0) best = levels;
      return levels;
    },
    best: () => best,
    mostShadows: parts.seconds.mostShadows(),
  };
  const run = new LeadSearch(of, parts.network, parts.seconds, limits, {
    order: options.order ?? 'BEST_FIRST',
    assurers: options.assurers ?? 'ONE_BY_ONE',
  });
  const result = run.run();
  const left = run.frontier().map(({ restrictions }) => restrictions);
  run.release();
  return { ...result, parts, offered, nodes: run.nodes, left };
}

const reviews = (count: number): Problem['reviews'] =>
  Array.from({ length: count }, (_, i) => review(`R${i + 1}`));

describe.each(['ONE_BY_ONE', 'ALL_FIRST'] as const)('a search best first, %s', (assurers) => {
  /** Whether it ends at the best plan, with nothing illegal on the way, or short of it with a true bound. */
  function expectBest(of: Problem): SearchResult['status'] {
    const { status, bound, seated, offered, parts } = search(of, { assurers });
    expect(offered.flatMap((rows) => breachesOf(of, rows))).toEqual([]);
    const best = bruteForce(of);
    if (best.status === 'INFEASIBLE') {
      expect(['INFEASIBLE', 'LIMIT']).toContain(status);
      return status;
    }
    expect(['ATTAINED', 'LIMIT']).toContain(status);
    const least = parts.network.weighted(levelsOf(of, best.values));
    expect(compare(bound ?? [], least)).toBeLessThanOrEqual(0);
    if (status === 'ATTAINED') {
      expect(parts.network.weighted(levelsOfPlan(of, seated?.rows ?? []))).toEqual(least);
    }
    return status;
  }

  it('ends at the best plan of leads and assurers, or finds that there is none', () => {
    const ends = { ATTAINED: 0, INFEASIBLE: 0, LIMIT: 0, STOPPED: 0 };
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        ends[expectBest(withoutRole(of, 'SHADOW'))]++;
      }),
      { numRuns: 100, seed: SEED },
    );
    expect(ends.ATTAINED).toBeGreaterThan(50);
    expect(ends.INFEASIBLE).toBeGreaterThan(0);
  });

  it('does so where two new leads need assurers who lead too, and rest', () => {
    fc.assert(
      fc.property(tinyProblem({ people: 5, reviews: 5, weeks: 4 }), (of) => {
        const leads = of.leads.map((lead, index): Lead => ({
          ...lead,
          roles: index < 2 ? ['LEAD'] : ['LEAD', 'QUALITY_ASSURER'],
          isNew: index < 2,
          phases: ['special', 'primary'],
          regions: {},
          limits: { ...lead.limits, restReviews: 1, restWeeks: 2, maxKm: null },
        }));
        expectBest({ ...of, leads, pins: [] });
      }),
      { numRuns: 60, seed: 0 },
    );
  });

  it('has a bound that no plan is below, wherever it is cut short', () => {
    fc.assert(
      fc.property(tinyProblem(), fc.integer({ min: 1, max: 6 }), (of, mostNodes) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const { bound, parts } = search(of, { assurers, mostNodes });
        const least = parts.network.weighted(levelsOf(of, best.values));
        expect(compare(bound ?? [], least)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  it('leaves the network as it was', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const withoutHeldRest = {
          ...of,
          leads: of.leads.map((lead) => ({ ...lead, limits: { ...lead.limits, restReviews: 9 } })),
        };
        const { parts } = search(withoutHeldRest, { assurers });
        const { network } = partsOf(withoutHeldRest);
        network.solve(() => false);
        parts.network.solve(() => false);
        expect(parts.network.values()).toEqual(network.values());
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  it('branches on who assures, and spares nobody a seat that they need', () => {
    // Two new leads, one assurer who leads for three: two of those give way.
    const busy = person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'], ...limits({ term: 3 }) });
    const leads = [person('Nia', { isNew: true }), person('Noa', { isNew: true }), busy];
    const of = problem({ leads, weeks: [WEEK_1, WEEK_2], reviews: reviews(6) });
    const { status, offered } = search(of, { assurers });
    expect(status).toBe('ATTAINED');
    const rows = offered.at(-1) ?? [];
    expect(rows.filter(({ lead }) => lead !== null)).toHaveLength(4);
    expect(rows.filter(({ qualityAssurer }) => qualityAssurer === 'Qi')).toHaveLength(2);
  });

  it('finds that pins cannot hold', () => {
    const pins = [{ review: 'R1', lead: 'Nia' }];
    const of = problem({ leads: [person('Nia', { isNew: true })], reviews: reviews(1), pins });
    expect(search(of, { assurers })).toMatchObject({
      status: 'INFEASIBLE',
      bound: null,
      seated: null,
    });
  });

  it('has a pinned second seat filled by whom the need keeps free, else leaves it to the engine', () => {
    const leads = [
      person('Nia', { isNew: true }),
      person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
    ];
    const pins = [{ review: 'R1', qualityAssurer: 'Qi' }];
    const of = problem({ leads, weeks: [WEEK_1], reviews: reviews(2), pins });
    const status = assurers === 'ALL_FIRST' ? 'ATTAINED' : 'LIMIT';
    expect(search(of, { assurers })).toMatchObject({ status });
  });

  it('takes the same nodes to the same plan every time', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const [first, second] = [search(of, { assurers }), search(of, { assurers })];
        expect(second.nodes).toBe(first.nodes);
        expect(second.offered).toEqual(first.offered);
        expect(second.parts.network.pivots).toBe(first.parts.network.pivots);
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});

describe('a search that knows a plan', () => {
  it('ends at the best plan, or short of it with a true bound, by prices for assurers', () => {
    let raised = 0;
    const crowded = tinyProblem({ people: 6, reviews: 4, weeks: 3 }).map((of): Problem => ({
      ...of,
      leads: of.leads.map((lead, index) => ({
        ...lead,
        isNew: index % 2 === 0 && lead.roles.includes('LEAD'),
      })),
    }));
    fc.assert(
      fc.property(crowded, (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const known = levelsOfPlan(of, best.rows);
        const found = search(of, { assurers: 'ALL_FIRST', known });
        if (found.parts.network.assurances.length > 0) raised++;
        const { network } = found.parts;
        const least = network.weighted(known);
        // More shadows may have made the best plan dearer in the levels.
        expect(compare(found.bound ?? [], least)).toBeLessThanOrEqual(0);
        expect(found.status).not.toBe('INFEASIBLE');
        if (found.status !== 'ATTAINED') return;
        const cost = network.weighted(levelsOfPlan(of, found.seated?.rows ?? []));
        expect(cost).toEqual(found.bound);
      }),
      { numRuns: 150, seed: SEED },
    );
    expect(raised).toBeGreaterThan(20);
  });
});

describe('any search', () => {
  it('branches where runs of weeks overlap', () => {
    // The two weeks in the middle suit best, and lie in a run that overlaps those that can be held.
    const ada = person('Ada', {
      ...limits({ restReviews: 1, restWeeks: 2 }),
      availability: Object.fromEntries(
        WEEKS.map((week, index) => [
          week,
          { MON_WED: index === 1 || index === 2 ? 'PREFERRED' : 'AVAILABLE' },
        ]),
      ),
    });
    const { status, offered, nodes } = search(problem({ leads: [ada], reviews: reviews(4) }));
    expect(status).toBe('ATTAINED');
    expect(nodes).toBeGreaterThan(1);
    const weeks = offered
      .at(-1)
      ?.flatMap(({ week }) => (week === null ? [] : [WEEKS.indexOf(week)]));
    expect(weeks).toHaveLength(2);
  });

  it('leaves no branch that is part of another, and none at all where some flow of the whole is a plan', () => {
    let [divided, united] = [0, 0];
    fc.assert(
      fc.property(tinyProblem({ people: 5, reviews: 6, weeks: 5 }), (of) => {
        const leads = of.leads.map((lead): Lead => ({
          ...lead,
          phases: ['special', 'primary'],
          commitment: { minimum: 0, done: 0, target: 0 },
          limits: { term: 3, restReviews: 1, restWeeks: 2, maxKm: null },
        }));
        const { left, nodes } = search(withoutPoints({ ...of, leads, pins: [] }));
        const isPart = (part: readonly Restriction[], of: readonly Restriction[]): boolean =>
          part !== of && of.every((each, index) => each === part[index]);
        expect(left.filter((part) => left.some((whole) => isPart(part, whole)))).toEqual([]);
        if (left.length > 1) divided++;
        // Divided, and whole again.
        if (nodes > 1 && left.length === 1 && left[0]?.length === 0) united++;
      }),
      { numRuns: 400, seed: SEED },
    );
    expect(divided).toBeGreaterThan(5);
    expect(united).toBeGreaterThan(5);
  });

  it('stops when told', () => {
    const ids = Array.from({ length: 70 }, (_, i) => `${i}`);
    const of = problem({
      weeks: [WEEK_1],
      leads: ids.map((id) => person(id)),
      reviews: ids.map((id) => review(id)),
    });
    expect(search(of, { shouldStop: () => true })).toMatchObject({
      status: 'STOPPED',
      seated: null,
    });
  });

  it('looks at no more nodes than it may', () => {
    const of = problem({ leads: [person('Ada')], reviews: reviews(2) });
    expect(search(of, { mostNodes: 0 })).toMatchObject({ status: 'LIMIT', seated: null });
    expect(search(of, { mostNodes: 1 })).toMatchObject({ status: 'ATTAINED' });
  });

  it('that dives finds a plan that keeps every rule, or none where there is none', () => {
    const assurers = fc.constantFrom('ONE_BY_ONE' as const, 'ALL_FIRST' as const);
    fc.assert(
      fc.property(tinyProblem(), assurers, (of, each) => {
        const { status, offered } = search(of, { order: 'DIVE', assurers: each });
        expect(offered.flatMap((rows) => breachesOf(of, rows))).toEqual([]);
        const isImpossible = bruteForce(of).status === 'INFEASIBLE';
        if (status === 'ATTAINED') expect(isImpossible).toBe(false);
        if (status === 'INFEASIBLE') expect(isImpossible).toBe(true);
      }),
      { numRuns: 80, seed: SEED },
    );
  });
});
