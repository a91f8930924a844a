import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generateProblem } from '../../scripts/generate-problem.js';
import { seededRandom } from '../../scripts/seeded-random.js';
import { readProblem } from '../../src/solver/file/read-problem.js';
import type { Problem } from '../../src/solver/problem.js';
import { row, seatFaultsOf } from './builders.js';
import { tinyProblem } from './generate.js';

function readAgain(generated: Problem): Problem {
  return readProblem(new TextEncoder().encode(JSON.stringify(generated)));
}

const TERM = { seed: 1, leads: 100, reviews: 160, weeks: 12 };

describe('a generated problem', () => {
  it('is the same for the same options, and another for another seed', () => {
    expect(generateProblem(TERM)).toEqual(generateProblem(TERM));
    expect(generateProblem({ ...TERM, seed: 2 }).reviews).not.toEqual(
      generateProblem(TERM).reviews,
    );
  });

  it.each([
    TERM,
    { ...TERM, published: 60, pins: 20, bans: 10, shortOfAssurers: true },
    { seed: 3, leads: 0, reviews: 5, weeks: 1 },
    { seed: 4, leads: 5, reviews: 0, weeks: 40, published: 3, pins: 3, bans: 3 },
  ])('is a sound problem file: %j', (options) => {
    const generated = generateProblem(options);
    expect(readAgain(generated)).toEqual(generated);
  });

  it('has people in the proportions of the programme', () => {
    const { leads, reviews } = generateProblem(TERM);
    const howMany = (is: (lead: (typeof leads)[number]) => boolean): number =>
      leads.filter(is).length;
    expect(howMany(({ isNew }) => isNew)).toBe(10);
    expect(howMany(({ roles }) => roles.includes('QUALITY_ASSURER'))).toBe(25);
    expect(howMany(({ roles }) => roles.includes('SHADOW'))).toBe(6);
    expect(howMany(({ roles }) => roles.includes('LEAD'))).toBe(94);
    expect(howMany(({ phases }) => phases.includes('special'))).toBe(30);
    expect(howMany(({ commitment }) => commitment.minimum === 3)).toBe(35);
    expect(new Set(reviews.map(({ region }) => region)).size).toBe(9);
    const few = generateProblem({ ...TERM, shortOfAssurers: true }).leads;
    expect(few.filter(({ roles }) => roles.includes('QUALITY_ASSURER'))).toHaveLength(2);
  });

  it('has pins that hold together and bans beside them', () => {
    const generated = generateProblem({ ...TERM, pins: 20, bans: 10 });
    const rows = generated.reviews.map(({ id }) => {
      const pin = generated.pins.find(({ review }) => review === id);
      return row(id, pin ?? {});
    });
    expect(generated.pins).toHaveLength(20);
    expect(generated.bans).toHaveLength(10);
    expect(seatFaultsOf(generated, rows)).toEqual([]);
  });
});

describe('a tiny problem', () => {
  it('is a sound problem file', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        expect(readAgain(of)).toEqual(of);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('stresses what is rare: each of these occurs', () => {
    const drawn = fc.sample(tinyProblem(), { numRuns: 1000, seed: 1 });
    const occurs = (is: (of: (typeof drawn)[number]) => boolean): number => drawn.filter(is).length;
    const someone = (is: (lead: (typeof drawn)[number]['leads'][number]) => boolean): number =>
      occurs(({ leads }) => leads.some(is));
    for (const times of [
      occurs(({ leads }) => leads.length === 0),
      occurs(({ reviews }) => reviews.length === 0),
      occurs(({ reviews }) => new Set(reviews.map(({ urn }) => urn)).size < reviews.length),
      occurs(({ published }) => published.some(({ lead }) => lead === 'gone')),
      occurs(({ published }) => published.some(({ review }) => review === 'gone')),
      occurs(({ pins }) => new Set(pins.map((pin) => JSON.stringify(pin))).size < pins.length),
      occurs(({ bans }) => bans.some((ban) => Object.keys(ban).length === 1)),
      occurs(({ weeks, closed }) => closed.some(({ week }) => !weeks.includes(week))),
      someone(({ isNew }) => isNew),
      someone(({ roles }) => roles.length === 3),
      someone(({ roles }) => roles.length === 0),
      someone(({ limits }) => limits.restWeeks === 1000),
      someone(({ limits }) => limits.restReviews === 0),
      someone(({ limits }) => limits.term === 0),
      someone(({ limits }) => limits.maxKm === 0),
      someone(({ regions }) => Object.values(regions).includes('NO')),
      someone(({ conflicts }) => conflicts.some(({ urn, trust }) => Boolean(urn && trust))),
      someone(({ commitment }) => commitment.minimum === 0),
    ]) {
      expect(times).toBeGreaterThan(0);
    }
  });
});

describe('seeded numbers', () => {
  it('keep to their ranges, and sample without repeating', () => {
    const random = seededRandom(7);
    const drawn = Array.from({ length: 1000 }, () => random.between(2, 4));
    expect(new Set(drawn)).toEqual(new Set([2, 3, 4]));
    expect(random.sample([1, 2, 3], 5).sort()).toEqual([1, 2, 3]);
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
