import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  led,
  person,
  problem,
  review,
  row,
  valueOf,
  WEEK_1,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { emptyRows } from '../empty-rows.js';
import { loadHighs } from '../milp/highs.js';
import type { LinearModel, MilpEngine } from '../milp/milp.js';
import { breachesOf } from '../rules/plan-rules.js';
import { bestCoverage } from './best-coverage.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

describe('the best coverage', () => {
  it('is what brute force finds, with a legal plan that has it, wherever it begins', () => {
    const met = { none: 0, better: 0 };
    const drawn = fc.record({ of: tinyProblem(), fromBest: fc.boolean() });
    fc.assert(
      fc.property(drawn, ({ of, fromBest }) => {
        const best = bruteForce(of);
        const start = best.status === 'OPTIMAL' && fromBest ? best.rows : emptyRows(of);
        const found = bestCoverage(of, start, engine);
        if (best.status === 'INFEASIBLE') {
          expect(found).toBeNull();
          met.none++;
          return;
        }
        expect(found?.value).toBe(best.values[0]);
        const rows = [...(found?.rows ?? [])];
        expect(breachesOf(of, rows)).toEqual([]);
        expect(valueOf('coverage', of, rows)).toBe(best.values[0]);
        if (!fromBest && best.values[0] !== 0) met.better++;
      }),
      { numRuns: propertyCases(100), seed: 20270111 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(0);
  }, 120_000);

  const of = problem({ leads: [person('Ada'), person('Ben')], reviews: [review('R1')] });

  it('is nothing where nobody may take a seat, and cannot be had where a pin asks for one', () => {
    const nobody = { ...of, leads: [] };
    expect(bestCoverage(nobody, [row('R1')], engine)).toEqual({ value: 0, rows: [row('R1')] });
    expect(bestCoverage({ ...nobody, pins: [{ review: 'R1' }] }, [row('R1')], engine)).toBeNull();
  });

  it('keeps a plan to begin with that has it already, and looks for another where it breaks a rule', () => {
    for (const lead of ['Ada', 'Ben']) {
      const start = [led('R1', lead, WEEK_1)];
      expect(bestCoverage(of, start, engine)?.rows).toEqual(start);
    }
    const stranger = [led('R1', 'Cy', WEEK_1)];
    expect(bestCoverage(of, stranger, engine)?.rows[0]?.lead).not.toBe('Cy');
  });

  it('is found in a model that does not count what people lead', () => {
    const models: LinearModel[] = [];
    const watched: MilpEngine = {
      version: 'watched',
      open: (model) => {
        models.push(model);
        return engine.open(model);
      },
    };
    bestCoverage(of, [row('R1')], watched);
    expect(models.map(({ isInteger }) => isInteger.includes(0))).not.toContain(true);
    expect(models.length).toBeGreaterThan(0);
  });
});
