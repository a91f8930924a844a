import { describe, expect, it } from '@jest/globals';
import { dotsOf, scaleOf, signed, ticksOf } from './strip';

describe('the strip of people', () => {
  const people = [-2.5, 0, 0, 1].map((difference) => ({ difference }));

  it('has one scale that holds everybody, with nobody’s share in the middle', () => {
    const scale = scaleOf(people);
    expect(scale.reach).toBe(3);
    expect([scale.at(-3), scale.at(0), scale.at(3)]).toEqual([0, 50, 100]);
    expect(ticksOf(scale)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(ticksOf(scaleOf([{ difference: 9 }]))).toEqual([-9, -6, -3, 0, 3, 6, 9]);
    expect(scaleOf([]).reach).toBe(2);
  });

  it('puts those at the same place on each other', () => {
    const dots = dotsOf(people, scaleOf(people));
    expect(dots.map(({ person, level }) => [person.difference, level])).toEqual([
      [-2.5, 0],
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(dots[1]?.left).toBe(50);
  });

  it('says a difference with its sign', () => {
    expect([2, 0, -1.5].map(signed)).toEqual(['+2', '0', '−1.5']);
  });
});
