import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Lead, Problem } from '../problem.js';
import { solve } from '../solve.js';
import { levelsOf } from './aim-levels.js';
import { COMMITMENT, LEVELS, UNCOVERED } from './build-network.js';
import type { LeadNetwork } from './lead-network.js';
import { leastLeadingNothing } from './leading-nothing.js';
import { compare } from './limbs.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const going = (): boolean => false;

function networkOf(of: Problem): LeadNetwork {
  const { network } = partsOf(of);
  network.solve(going);
  return network;
}

const assurable = ({ assurances: all }: LeadNetwork): number[] => [
  ...new Set(all.map(({ newLead }) => newLead)),
];

/** What the best plan costs, in levels, in which somebody leads nothing; null: no plan keeps the pins. */
function bestWithout(of: Problem, index: number): number[] | null {
  const leads = of.leads.map((lead, i): Lead => {
    return i === index ? { ...lead, roles: lead.roles.filter((role) => role !== 'LEAD') } : lead;
  });
  const found = solve({ ...of, leads }, engine, {}, 'milp');
  if (found.status === 'INFEASIBLE') return null;
  return levelsOf(of, new Map(found.aims.map(({ aim, value }) => [aim, value ?? 0])));
}

describe('plans in which a new lead leads nothing', () => {
  it('cost no less than is said, whoever it is', () => {
    let told = 0;
    const withNew = tinyProblem({ people: 6, reviews: 5, weeks: 3 }).map((of) => ({
      ...of,
      leads: of.leads.map((lead, i) => ({
        ...lead,
        isNew: i < 3 && !lead.roles.includes('QUALITY_ASSURER'),
      })),
    }));
    fc.assert(
      fc.property(withNew, (of) => {
        const network = networkOf(of);
        const all = assurable(network);
        for (const first of all) {
          const inOrder = [first, ...all.filter((each) => each !== first)];
          const least = leastLeadingNothing(network, inOrder, going);
          if (least === null || least === 'STOPPED') continue;
          const best = bestWithout(of, first);
          if (best === null) continue;
          told += 1;
          const bound = least.get(first) as readonly number[];
          expect(bound).toHaveLength(LEVELS.length);
          expect(bound.every(Number.isFinite)).toBe(true);
          expect(compare(bound, best)).not.toBeGreaterThan(0);
        }
      }),
      { numRuns: propertyCases(100), seed: 5 },
    );
    expect(told).toBeGreaterThan(propertyCases(100) / 5);
  });

  const crowded = problem({
    weeks: [WEEK_1],
    leads: [
      person('Nia', { isNew: true }),
      person('Noa', { isNew: true }),
      person('Ada', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
      person('Ben', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
    ],
    reviews: ['R1', 'R2', 'R3', 'R4'].map((id) => review(id)),
  });

  it('are bounded by what their reviews and the assurers spared are worth', () => {
    const network = networkOf(crowded);
    const before = network.values();
    // Both led beside assurers: two of four are covered. One who leads nothing covers no more, for one who assures less.
    const least = leastLeadingNothing(network, [0, 1], going);
    expect(least).toBeInstanceOf(Map);
    expect(bestWithout(crowded, 0)?.slice(UNCOVERED, COMMITMENT)).toEqual([2, 0]);
    expect([0, 1].map((each) => (least as Map<number, number[]>).get(each)?.[UNCOVERED])).toEqual([
      2, 2,
    ]);
    network.solve(going);
    expect(network.values()).toEqual(before);
  });

  it('lose what a new lead alone can cover, and what was published of them', () => {
    const of = problem({
      weeks: [WEEK_1],
      leads: [
        person('Nia', { isNew: true }),
        person('Ada'),
        person('Qi', { roles: ['QUALITY_ASSURER'] }),
      ],
      reviews: [review('R1'), review('R2')],
    });
    const ada = led('R1', 'Ada', WEEK_1);
    const nia = led('R1', 'Nia', WEEK_1);
    for (const [reviews, published, expected] of [
      [of.reviews, [], [1, 0]],
      [of.reviews.slice(0, 1), [nia], [0, -1]],
      [of.reviews.slice(0, 1), [ada], [0, -2]],
    ] as const) {
      const those = { ...of, reviews: [...reviews], published: [...published] };
      const least = leastLeadingNothing(networkOf(those), [0], going);
      expect(least).toBeInstanceOf(Map);
      const bound = (least as Map<number, number[]>).get(0);
      expect(bound?.slice(UNCOVERED, COMMITMENT)).toEqual(expected);
      expect(bestWithout(those, 0)?.slice(UNCOVERED, COMMITMENT)).toEqual(expected);
    }
  });

  it.each([
    ['those after do as well where that is worth more', 1, [2, 6]],
    ['those after are assured where that is worth more', 5, [6, 6]],
  ])('cost what they do where %s', (_, priority, expected) => {
    const newLead: Partial<Lead> = { needs: ['ASD'], isNew: true };
    const assurer: Partial<Lead> = { roles: ['LEAD', 'QUALITY_ASSURER'], needs: ['SEMH'] };
    const of = problem({
      weeks: [WEEK_1],
      leads: [
        person('Nia', newLead),
        person('Noa', newLead),
        person('Ada', assurer),
        person('Ben', assurer),
      ],
      reviews: [
        ...['R1', 'R2'].map((id) => review(id, { needs: ['ASD'], priority })),
        ...['R3', 'R4'].map((id) => review(id, { needs: ['SEMH'], priority: 6 - priority })),
      ],
    });
    const least = leastLeadingNothing(networkOf(of), [0, 1], going) as Map<number, number[]>;
    expect([0, 1].map((each) => least.get(each)?.[UNCOVERED])).toEqual(expected);
    expect(bestWithout(of, 0)?.[UNCOVERED]).toBe(expected[0]);
  });

  it('are not bounded by a solve that was stopped', () => {
    const network = networkOf(crowded);
    // A solve asks now and then whether it should stop.
    const found = Array.from({ length: 64 }, () => {
      network.solve(going);
      return leastLeadingNothing(network, [0, 1], () => true);
    });
    expect(found).toContain('STOPPED');
  });

  it('are not bounded where not all can be assured, or one of them may assure', () => {
    const leads = crowded.leads.filter(({ id }) => id !== 'Ben');
    expect(leastLeadingNothing(networkOf({ ...crowded, leads }), [0, 1], going)).toBeNull();
    const both = crowded.leads.map((lead): Lead =>
      lead.id === 'Noa' ? { ...lead, roles: ['LEAD', 'QUALITY_ASSURER'] } : lead,
    );
    expect(leastLeadingNothing(networkOf({ ...crowded, leads: both }), [0, 1], going)).toBeNull();
  });
});
