import { describe, expect, it } from '@jest/globals';
import { aims } from '../aims/aims.js';
import type { AimResult } from '../plan.js';
import { withBounds } from './with-bounds.js';

const [coverage, changes, shadowing] = aims as [Aim, Aim, Aim];
type Aim = (typeof aims)[number];

/** Of a plan with 7 covered, 3 changes and 2 shadows, with these bounds. */
const results = (...bounds: (number | null)[]): AimResult[] =>
  [coverage, changes, shadowing].map(({ name }, index) => ({
    aim: name,
    value: [7, 3, 2][index] as number,
    bound: bounds[index] ?? null,
  }));

const bounded = (known: readonly AimResult[], proven: readonly AimResult[]): (number | null)[] =>
  withBounds(known, [coverage, changes, shadowing], ({ name }) => {
    const found = proven.find(({ aim }) => aim === name);
    if (!found) throw new RangeError(`Nothing is proven of ${name}.`);
    return found;
  }).map(({ bound }) => bound);

describe('what else is proven of a solve that ended early', () => {
  it('is a bound for the aims that the plan attains, and for the first that it does not', () => {
    expect(bounded(results(9, 0, 4), results(7, 1, 2))).toEqual([7, 1, 4]);
    expect(bounded(results(9, 0, 4), results(8, 3, 2))).toEqual([8, 0, 4]);
  });

  it('is a bound for all where the plan attains all', () => {
    expect(bounded(results(9, 0, 4), results(7, 3, 2))).toEqual([7, 3, 2]);
  });

  it('leaves bounds that are as near, or nearer', () => {
    expect(bounded(results(7, 2, 4), results(7, 1, 2))).toEqual([7, 2, 4]);
    const known = results(9, 0, 4);
    expect(withBounds(known, [], () => known[0] as AimResult)).toEqual(known);
    const same = results(7, 3, 2);
    const kept = withBounds(same, [coverage], () => same[0] as AimResult);
    expect(kept[0]).toBe(same[0]);
  });

  it('takes the place of no bound at all', () => {
    expect(bounded(results(null, null, null), results(7, 1, 2))).toEqual([7, 1, null]);
  });

  it('is not more than was known of aims that are not among those proven', () => {
    const known = results(9, 0, 4);
    const found = withBounds(known, [coverage], () => results(7)[0] as AimResult);
    expect(found.map(({ bound }) => bound)).toEqual([7, 0, 4]);
  });
});
