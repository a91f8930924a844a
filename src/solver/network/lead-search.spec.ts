import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { person, problem, review, WEEK_1, WEEK_2, WEEKS } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import {
  levelsOf,
  levelsOfPlan,
  type NetworkParts,
  partsOf,
  withoutRole,
} from '../../../test/solver/network-parts.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { compare, LeadSearch, type SearchResult, type SearchStrategy } from './lead-search.js';

const SEED = 1;

interface Searched extends SearchResult {
  parts: NetworkParts;
  offered: SeatRow[][];
  nodes: number;
}

interface Options extends Partial<SearchStrategy> {
  mostNodes?: number;
  shouldStop?: () => boolean;
}

function search(of: Problem, options: Options = {}): Searched {
  const parts = partsOf(of);
  const offered: SeatRow[][] = [];
  const limits = {
    mostNodes: options.mostNodes ?? 200,
    shouldStop: options.shouldStop ?? (() => false),
    offer: (rows: SeatRow[]) => {
      offered.push(rows.map((each) => ({ ...each })));
      return parts.network.weighted(levelsOfPlan(of, rows));
    },
  };
  const run = new LeadSearch(of, parts.network, parts.seconds, limits, {
    order: options.order ?? 'BEST_FIRST',
    assurers: options.assurers ?? 'ONE_BY_ONE',
  });
  const result = run.run();
  run.release();
  return { ...result, parts, offered, nodes: run.nodes };
}

const limits = (changes: Partial<Lead['limits']>): Pick<Lead, 'limits'> => ({
  limits: { term: 6, restReviews: 4, restWeeks: 4, maxKm: null, ...changes },
});
const reviews = (count: number): Problem['reviews'] =>
  Array.from({ length: count }, (_, i) => review(`R${i + 1}`));

describe('a search best first', () => {
  it('ends at the best plan, and is never above it before', () => {
    const ends = { ATTAINED: 0, INFEASIBLE: 0, LIMIT: 0, STOPPED: 0 };
    fc.assert(
      fc.property(
        tinyProblem().map((of) => withoutRole(of, 'SHADOW')),
        fc.constantFrom('ONE_BY_ONE' as const, 'ALL_FIRST' as const),
        (of, assurers) => {
          const { status, bound, seated, offered, parts } = search(of, { assurers });
          ends[status]++;
          expect(offered.flatMap((rows) => breachesOf(of, rows))).toEqual([]);
          const best = bruteForce(of);
          if (best.status === 'INFEASIBLE') {
            expect(['INFEASIBLE', 'LIMIT']).toContain(status);
            return;
          }
          expect(['ATTAINED', 'LIMIT']).toContain(status);
          const least = parts.network.weighted(levelsOf(of, best.values));
          if (status === 'LIMIT') expect(compare(bound ?? [], least)).toBeLessThanOrEqual(0);
          else {
            expect(bound).toEqual(least);
            expect(parts.network.weighted(levelsOfPlan(of, seated?.rows ?? []))).toEqual(least);
          }
        },
      ),
      { numRuns: 200, seed: SEED },
    );
    expect(ends.ATTAINED).toBeGreaterThan(120);
    expect(ends.INFEASIBLE).toBeGreaterThan(10);
  });

  it('has a bound that no plan is below, wherever it is cut short', () => {
    fc.assert(
      fc.property(tinyProblem(), fc.integer({ min: 1, max: 6 }), (of, mostNodes) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        const { bound, parts } = search(of, { mostNodes });
        const least = parts.network.weighted(levelsOf(of, best.values));
        expect(compare(bound ?? [], least)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('leaves the network as it was', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const withoutHeldRest = {
          ...of,
          leads: of.leads.map((lead) => ({ ...lead, limits: { ...lead.limits, restReviews: 9 } })),
        };
        const { parts } = search(withoutHeldRest);
        const { network } = partsOf(withoutHeldRest);
        network.solve(() => false);
        parts.network.solve(() => false);
        expect(parts.network.values()).toEqual(network.values());
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  it('branches where runs of weeks overlap', () => {
    const ada = person('Ada', limits({ restReviews: 1, restWeeks: 2 }));
    const { status, offered, nodes } = search(problem({ leads: [ada], reviews: reviews(4) }));
    expect(status).toBe('ATTAINED');
    expect(nodes).toBeGreaterThan(1);
    const weeks = offered
      .at(-1)
      ?.flatMap(({ week }) => (week === null ? [] : [WEEKS.indexOf(week)]));
    expect(weeks).toHaveLength(2);
  });

  it('branches on who assures, and spares nobody a seat that they need', () => {
    // Two new leads, one assurer who leads for three: two of those give way.
    const busy = person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'], ...limits({ term: 3 }) });
    const leads = [person('Nia', { isNew: true }), person('Noa', { isNew: true }), busy];
    const of = problem({ leads, weeks: [WEEK_1, WEEK_2], reviews: reviews(6) });
    const { status, offered } = search(of);
    expect(status).toBe('ATTAINED');
    const rows = offered.at(-1) ?? [];
    expect(rows.filter(({ lead }) => lead !== null)).toHaveLength(4);
    expect(rows.filter(({ qualityAssurer }) => qualityAssurer === 'Qi')).toHaveLength(2);
  });

  it('finds that pins cannot hold', () => {
    const pins = [{ review: 'R1', lead: 'Nia' }];
    const of = problem({ leads: [person('Nia', { isNew: true })], reviews: reviews(1), pins });
    expect(search(of)).toMatchObject({ status: 'INFEASIBLE', bound: null, seated: null });
  });

  it('leaves a pinned second seat that nobody is free for to the engine', () => {
    const leads = [
      person('Nia', { isNew: true }),
      person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
    ];
    const pins = [{ review: 'R1', qualityAssurer: 'Qi' }];
    const of = problem({ leads, weeks: [WEEK_1], reviews: reviews(2), pins });
    expect(search(of)).toMatchObject({ status: 'LIMIT', seated: null });
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
    const of = problem({
      leads: [person('Ada', limits({ restReviews: 1, restWeeks: 2 }))],
      reviews: reviews(4),
    });
    expect(search(of, { mostNodes: 1 })).toMatchObject({ status: 'LIMIT', seated: null });
  });

  it('takes the same nodes to the same plan every time', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const [first, second] = [search(of), search(of)];
        expect(second.nodes).toBe(first.nodes);
        expect(second.offered).toEqual(first.offered);
        expect(second.parts.network.pivots).toBe(first.parts.network.pivots);
      }),
      { numRuns: 40, seed: SEED },
    );
  });
});

describe('a dive', () => {
  it('finds a plan that keeps every rule, or none where there is none', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const { status, offered } = search(of, { order: 'DIVE' });
        expect(offered.flatMap((rows) => breachesOf(of, rows))).toEqual([]);
        const isImpossible = bruteForce(of).status === 'INFEASIBLE';
        if (status === 'ATTAINED') expect(isImpossible).toBe(false);
        if (status === 'INFEASIBLE') expect(isImpossible).toBe(true);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe('compare', () => {
  it('is the lexicographic order, in which what is missing comes first', () => {
    expect(compare([1, 2], [1, 2])).toBe(0);
    expect(compare([1, 9], [2, 0])).toBeLessThan(0);
    expect(compare([1, 3], [1, 2])).toBeGreaterThan(0);
    expect(compare([], [-5])).toBeLessThan(0);
    expect(compare([1, 0], [1])).toBeGreaterThan(0);
  });
});
