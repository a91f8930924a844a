import { describe, expect, it } from '@jest/globals';
import { tellerOf } from '../../../test/support/told-plan.js';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { movesBetween } from '../../solver/explain/moves.js';
import { priceOf } from '../../solver/explain/price.js';
import { AIMS } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';
import { type PriceView } from './explanation-parts.schema.js';
import { tellPrice } from './tell-price.js';

/** A price by what each aim loses. */
function told(
  losses: number[],
  before: SeatRow[],
  after: SeatRow[] = before,
  isProven = true,
): PriceView {
  const wanted = new Set(['coverage', 'shadowing']);
  const values = (of: number[]): Map<(typeof AIMS)[number], number> =>
    new Map(AIMS.map((aim, i) => [aim, wanted.has(aim) ? -(of[i] ?? 0) : (of[i] ?? 0)]));
  const price = priceOf(values([]), values(losses));
  const plan = { kind: 'PRICED', price, isProven, moves: movesBetween(before, after) } as const;
  return tellPrice(plan, tellerOf(before));
}

const [ada, ben] = [led('R-1', 'L-1', WEEK_1), led('R-1', 'L-2', WEEK_1)];
const [moor, empty] = [led('R-2', 'L-2', WEEK_2), row('R-2')];

describe('a price in words', () => {
  it('says so where it is nothing', () => {
    expect(told([], [ada, empty])).toMatchObject({
      headline: 'It costs nothing: no aim is served worse or better.',
      also: [],
      miles: 0,
    });
  });

  it('names the reviews that lose or get a lead', () => {
    expect(told([1], [ada, moor], [ada, empty]).headline).toBe(
      '1 review loses its lead: Moor School, Leeds.',
    );
    expect(told([-1], [row('R-1'), empty], [ada, moor]).headline).toBe(
      '2 reviews get a lead: Vale School, Leeds and Moor School, Leeds.',
    );
    expect(told([1], [ada, empty], [row('R-1'), moor]).headline).toBe(
      '1 review loses its lead: Vale School, Leeds; 1 review gets a lead: Moor School, Leeds.',
    );
    expect(told([-3], [ada, empty], [row('R-1'), moor]).headline).toBe(
      '1 review gets a lead: Moor School, Leeds; 1 review loses its lead: Vale School, Leeds.',
    );
    expect(told([2], [ada]).headline).toBe('Coverage falls by 2 points of priority.');
  });

  it('names those whose target is missed or met by it', () => {
    expect(told([0, 0, 0, 1], [ada, empty], [ben, empty]).headline).toBe(
      '1 review more short of the term’s targets: Ada Skylark leads 0 of a target of 1.',
    );
    expect(told([0, 0, 0, -1], [ben, empty], [ada, empty]).headline).toBe(
      '1 review fewer short of the term’s targets: Ada Skylark leads 1 of a target of 1.',
    );
  });

  it.each<[number[], string]>([
    [[0, 1], '1 more published lead or date changes.'],
    [[0, -2], '2 fewer published leads and dates change.'],
    [[0, 0, 1], '1 fewer person gets a shadow seat.'],
    [[0, 0, -2], '2 more people get a shadow seat.'],
    [[0, 0, 0, 0, 1200], 'The load is spread less evenly, by 1,200 points.'],
    [[0, 0, 0, 0, 0, -1], 'Leads, dates and schools suit each other better, by 1 point.'],
    [[0, 0, 0, 0, 0, 0, 30], 'Quality assurers and shadows suit less, by 30 points.'],
  ])('tells each aim: %j', (losses, words) => {
    expect(told(losses, [ada])).toMatchObject({ headline: words, also: [] });
  });

  it('begins with the first aim that differs and ends with the travel of all', () => {
    expect(told([0, 0, 0, 0, 1, 18, -3], [ada, empty], [ben, empty])).toMatchObject({
      firstAim: 'balance',
      headline:
        'The load is spread less evenly, by 1 point: Ada Skylark leads 0 instead of 1 and Ben Linnet leads 1 instead of 0.',
      also: [
        'Leads, dates and schools suit each other less, by 18 points.',
        'Quality assurers and shadows suit better, by 3 points.',
        'Leads travel 90 miles further in all, one way.',
      ],
      miles: 90,
    });
    expect(told([0, 0, 0, 0, 0, 1], [ben, empty], [ada, empty]).also).toEqual([
      'Leads travel 90 miles less in all, one way.',
    ]);
  });

  it('says where it is not proven', () => {
    expect(told([1], [ada], [ada], false).also).toEqual(['Not proven: the price is at most this.']);
  });
});
