import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { companionable } from '../../../test/solver/companionable.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { faultsOf } from '../../../test/solver/solved-by-network.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Lead, Problem, SeatRow, Window } from '../problem.js';
import { NetworkSolve } from './solve-network.js';

const CASES = Math.ceil(Number(process.env['QAR_PROPERTY_CASES'] ?? 500) / 4);

/** The general engine was asked, which has no place here. */
class Asked extends Error {}
const noEngine: MilpEngine = {
  version: 'none',
  open: () => {
    throw new Asked('The general engine was asked.');
  },
};

/** Without the general engine: the best plan, checked, and what it adds to each aim. */
function closed(of: Problem): { rows: SeatRow[]; values: number[] } {
  const solved = new NetworkSolve(of, noEngine, {}).run(() => {
    throw new Asked('The search found no plan.');
  });
  if (!solved) throw new Asked('Nothing keeps the pins.');
  expect(faultsOf(of, solved)).toEqual([]);
  expect(solved.aims.every(({ value, bound }) => value === bound)).toBe(true);
  return { rows: solved.incumbent.rows, values: solved.aims.map(({ value }) => value as number) };
}

const free = (...slots: [string, Window][]): Lead['availability'] =>
  Object.fromEntries(slots.map(([week, window]) => [week, { [window]: 'PREFERRED' as const }]));
const shadow = (id: string, changes: Partial<Lead> = {}): Lead =>
  person(id, { roles: ['SHADOW'], ...changes });
const inWeek = (id: string, ...weeks: string[]): ReturnType<typeof review> =>
  review(id, {
    windows: weeks.map((week) => ({
      week,
      window: 'MON_WED' as const,
      grade: 'PREFERRED' as const,
    })),
  });

describe('the best company, without the general engine', () => {
  it('moves leads who are as good to where a shadow suits better', () => {
    // Either review may be in either week; Sam would rather come in the second, to the review that is near.
    const of = problem({
      leads: [
        person('Ada'),
        shadow('Sam', {
          availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED' }, ...free([WEEK_2, 'MON_WED']) },
        }),
      ],
      reviews: [inWeek('R1', WEEK_1, WEEK_2)],
      weeks: [WEEK_1, WEEK_2],
    });
    expect(closed(of).rows).toEqual([led('R1', 'Ada', WEEK_2, { shadow: 'Sam' })]);
  });

  it('gives up the best places of two where no leads can stand beside both', () => {
    // Sam and Sue would both come in the first week; of the two reviews only one can be in it.
    const late = {
      availability: { [WEEK_1]: { MON_WED: 'PREFERRED' }, [WEEK_2]: { MON_WED: 'AVAILABLE' } },
    } as const;
    const of = problem({
      leads: [person('Ada'), shadow('Sam', late), shadow('Sue', late)],
      reviews: [inWeek('R1', WEEK_1, WEEK_2), inWeek('R2', WEEK_1, WEEK_2)],
      weeks: [WEEK_1, WEEK_2],
    });
    const { rows, values } = closed(of);
    expect(rows.map(({ week }) => week).sort()).toEqual([WEEK_1, WEEK_2]);
    expect(values[2]).toBe(2);
    // One of them comes in the week that is only available, which is 10 more than preferred; both regions are willing.
    expect(values[6]).toBe(10 + 2 * 10);
  });

  it('keeps a published assurer beside the one whom a new lead needs anyway, where that is a gain', () => {
    const nia = person('Nia', { isNew: true });
    const assurers = ['Qi', 'Quy'].map((id) => person(id, { roles: ['QUALITY_ASSURER'] }));
    const published = [
      led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Qi' }),
      led('R2', 'Nia', WEEK_2, { qualityAssurer: 'Quy' }),
    ];
    const reviews = [inWeek('R1', WEEK_1), inWeek('R2', WEEK_2)];
    const of = problem({ leads: [nia, ...assurers], reviews, published, weeks: [WEEK_1, WEEK_2] });
    expect(closed(of).rows).toEqual(published);
  });

  /** How many of these problems are closed without the general engine, as brute force has them, and how many are not. */
  function compared(problems: fc.Arbitrary<Problem>, numRuns: number): [number, number] {
    let [alone, asked] = [0, 0];
    fc.assert(
      fc.property(problems, (of) => {
        const best = bruteForce(of);
        if (best.status === 'INFEASIBLE') return;
        try {
          expect(closed(of).values).toEqual(best.values);
          alone++;
        } catch (error) {
          if (!(error instanceof Asked)) throw error;
          asked++;
        }
      }),
      { numRuns, seed: 1 },
    );
    return [alone, asked];
  }

  it('is that of brute force where the general engine is not needed, which is nearly always', () => {
    const [alone, asked] = compared(tinyProblem(), CASES);
    expect(asked).toBeLessThan((alone + asked) / 5);
  });

  it('is that of brute force where leads suit alike and little but company is in doubt', () => {
    const [alone] = compared(companionable, Math.ceil(CASES / 2));
    expect(alone).toBeGreaterThan(CASES / 4);
  });
});
