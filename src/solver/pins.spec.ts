import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce, canHoldTogether } from '../../test/solver/brute-force.js';
import { person, problem, review } from '../../test/solver/builders.js';
import { tinyProblem } from '../../test/solver/generate.js';
import { propertyCases } from '../../test/solver/property-cases.js';
import { smallestConflict } from './conflict.js';
import { loadHighs } from './milp/highs.js';
import type { MilpEngine } from './milp/milp.js';
import { aroundPins, planOfPins } from './pins.js';
import type { Pin } from './problem.js';
import { breachesOf, planRules } from './rules/plan-rules.js';
import { seatRules } from './rules/seat-rules.js';

const SEED = 1;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Problems with a pin or more, many of which cannot hold. */
const pinned = tinyProblem().filter(({ pins }) => pins.length > 0);

describe('a plan of the pins', () => {
  it('keeps them and every rule, and is found exactly where there is one', () => {
    const ends = { found: 0, none: 0 };
    fc.assert(
      fc.property(pinned, (of) => {
        const rows = planOfPins(of, engine);
        ends[rows ? 'found' : 'none']++;
        expect(rows !== null).toBe(canHoldTogether(of, of.pins));
        if (!rows) return;
        expect(rows.map(({ review }) => review)).toEqual(of.reviews.map(({ id }) => id));
        expect(breachesOf(of, rows)).toEqual([]);
        if (of.leads.some(({ isNew }) => isNew)) return;
        const others = rows.filter(({ review }) => !of.pins.some((pin) => pin.review === review));
        expect(others.every(({ lead }) => lead === null)).toBe(true);
      }),
      { numRuns: propertyCases(100), seed: SEED },
    );
    expect(ends.found).toBeGreaterThan(0);
    expect(ends.none).toBeGreaterThan(0);
  });

  describe('where a new lead is named', () => {
    const nia = person('Nia', { isNew: true });
    const qi = person('Qi', {
      roles: ['QUALITY_ASSURER'],
      conflicts: [{ urn: 'urn of R1', reason: 'own school' }],
    });
    const of = problem({
      leads: [person('Ada'), nia, qi],
      reviews: [review('R1'), review('R2')],
      pins: [{ review: 'R1', lead: 'Nia' }],
    });
    const established = { ...of, leads: [person('Ada'), person('Nia'), qi] };

    it('has their assurer on a review that is not pinned, if need be', () => {
      expect(
        planOfPins(of, engine)?.map(({ lead, qualityAssurer }) => [lead, qualityAssurer]),
      ).toEqual([
        ['Nia', null],
        ['Nia', 'Qi'],
      ]);
    });

    it('has pins that concern every review; else those alone that are pinned', () => {
      expect(aroundPins(of)).toBe(of);
      expect(aroundPins(established)).toEqual({ ...established, reviews: [of.reviews[0]] });
      expect(planOfPins(established, engine)?.map(({ lead }) => lead)).toEqual(['Nia', null]);
    });

    it('is none where nobody can assure them', () => {
      expect(planOfPins({ ...of, leads: [person('Ada'), nia] }, engine)).toBeNull();
    });
  });

  it('is none that an engine gives which stops unasked', () => {
    const of = problem({
      leads: [person('Ada')],
      reviews: [review('R1')],
      pins: [{ review: 'R1' }],
    });
    const idle: MilpEngine = {
      version: 'idle',
      open: (model) => {
        const session = engine.open(model);
        const stopped = { status: 'STOPPED', values: null, bound: -Infinity, work: 0 } as const;
        return Object.assign(session, { solveInteger: () => stopped });
      },
    };
    expect(() => planOfPins(of, idle)).toThrow('The engine stopped unasked.');
  });
});

describe('the smallest conflict of pins', () => {
  const ruleTitles = new Set([...planRules, ...seatRules].map(({ title }) => title));
  const impossible = pinned.filter((of) => !canHoldTogether(of, of.pins));

  it('cannot hold, has the size of the smallest, and is told in rules without which it could', () => {
    let single = 0;
    fc.assert(
      fc.property(impossible, (of) => {
        const around = aroundPins(of);
        expect(around.pins).toBe(of.pins);
        const conflict = smallestConflict(around, engine);
        const pins = conflict.map(({ pin }) => of.pins[pin] as Pin);
        expect(canHoldTogether(of, pins)).toBe(false);
        const best = bruteForce(of);
        expect(best).toEqual({ status: 'INFEASIBLE', smallestConflict: pins.length });
        if (pins.length === 1) single++;
        for (const { rules } of conflict) {
          expect(rules.length).toBeGreaterThan(0);
          // Two pins or more are told by titles alone, since no seat by itself is at fault.
          if (pins.length > 1) expect(rules.filter((each) => !ruleTitles.has(each))).toEqual([]);
        }
      }),
      { numRuns: propertyCases(60), seed: SEED },
    );
    expect(single).toBeGreaterThan(0);
  });
});
