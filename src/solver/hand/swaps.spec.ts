import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { planToEdit } from '../../../test/solver/hand-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { effectOf } from './effect.js';
import { compareGains } from './gains.js';
import { swapsOf } from './swaps.js';

const SEED = 20270113;

describe('swaps of two reviews', () => {
  it('come to exactly what their edits come to', () => {
    let permitted = 0;
    fc.assert(
      fc.property(planToEdit(), ({ problem: of, rows, isLegal }) => {
        for (const { id } of of.reviews) {
          for (const swap of swapsOf(of, rows, id)) {
            const effect = effectOf(of, rows, swap.edits);
            if (swap.breaches.length === 0) expect(swap.gains).toEqual(effect.gains);
            expect(effect.appearing).toEqual(expect.arrayContaining(swap.breaches));
            expect(effect.appearing.length === 0).toBe(swap.breaches.length === 0);
            const changed = [id, swap.review].map((name) =>
              effect.rows.find((each) => each.review === name),
            );
            expect(changed).toEqual(swap.rows);
            if (isLegal && effect.isLegal) permitted += 1;
          }
        }
      }),
      { numRuns: propertyCases(40), seed: SEED },
    );
    expect(permitted).toBeGreaterThan(0);
  });

  it('stand with the best first, then those against which least speaks', () => {
    fc.assert(
      fc.property(planToEdit(), ({ problem: of, rows }) => {
        const swaps = swapsOf(of, rows, of.reviews[0]?.id ?? '');
        const refused = swaps.findIndex(({ breaches }) => breaches.length > 0);
        const permitted = refused < 0 ? swaps : swaps.slice(0, refused);
        permitted.forEach((swap, index) => {
          expect(swap.breaches).toEqual([]);
          const next = permitted[index + 1];
          if (next) expect(compareGains(swap.gains, next.gains)).toBeLessThanOrEqual(0);
        });
        expect(swaps.slice(permitted.length).every(({ breaches }) => breaches.length > 0)).toBe(
          true,
        );
      }),
      { numRuns: propertyCases(40), seed: SEED },
    );
  });

  const of = problem({
    leads: [person('Ada'), person('Ben'), person('Cy', { phases: [] })],
    reviews: [review('R1'), review('R2'), review('R3'), review('R4')],
  });
  const rows = [
    led('R1', 'Ada', WEEK_1),
    led('R2', 'Ben', WEEK_2),
    led('R3', 'Cy', WEEK_1),
    row('R4'),
  ];

  it('leave out what is pinned, has no lead or the same one, and are of reviews that there are', () => {
    const others = (from: typeof of, review: string): string[] =>
      swapsOf(from, rows, review).map((swap) => swap.review);
    expect(others(of, 'R1').sort()).toEqual(['R2', 'R3']);
    expect(others(of, 'R4')).toEqual([]);
    expect(others({ ...of, pins: [{ review: 'R2' }] }, 'R1')).toEqual(['R3']);
    expect(others({ ...of, pins: [{ review: 'R1' }] }, 'R1')).toEqual([]);
    expect(() => swapsOf(of, rows, 'R9')).toThrow(RangeError);
  });

  it('are told in their order: what is gained, then how much speaks against it', () => {
    const [north, south] = [
      { lat: 54, lon: -1 },
      { lat: 51, lon: -1 },
    ];
    const strangers = problem({
      leads: [
        person('Ada'),
        person('Ben', { home: north }),
        person('Cy', { home: south }),
        person('Dee', { phases: [], regions: { London: 'NO' } }),
        person('Eve', { phases: [] }),
      ],
      reviews: ['R1', 'R2', 'R3', 'R4', 'R5'].map((id) =>
        review(id, id === 'R2' ? north : id === 'R3' ? { ...south, phase: 'special' } : {}),
      ),
    });
    const taken = strangers.leads.map(({ id }, index) => led(`R${index + 1}`, id, WEEK_1));
    expect(swapsOf(strangers, taken, 'R1').map((swap) => swap.review)).toEqual([
      'R3',
      'R2',
      'R5',
      'R4',
    ]);
  });

  it('put each lead where the other was, on the days that the reviews have', () => {
    const swap = swapsOf(of, rows, 'R1').find((each) => each.review === 'R2');
    expect(swap?.rows).toEqual([led('R1', 'Ben', WEEK_1), led('R2', 'Ada', WEEK_2)]);
    expect(swap?.breaches).toEqual([]);
  });
});
