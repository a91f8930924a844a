import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { row } from '../../../test/solver/builders.js';
import { planToEdit } from '../../../test/solver/hand-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { assess } from './assess.js';
import { applyEdits } from './edits.js';
import { gainsBetween } from './gains.js';
import { OpenPlan } from './open-plan.js';

describe('an open plan', () => {
  it('values any row of a review, led or not, as the whole plan with it is valued', () => {
    let cleared = 0;
    fc.assert(
      fc.property(planToEdit(), ({ problem: of, rows, edits }) => {
        const plan = new OpenPlan(of, rows);
        const changed = applyEdits(of, rows, edits.slice(0, 1));
        const differing = changed.filter((each, index) => each !== rows[index]);
        for (const each of [...differing, ...rows.map(({ review: id }) => row(id))]) {
          const after = rows.map((other) => (other.review === each.review ? each : other));
          expect(plan.gainsWith(each)).toEqual(
            gainsBetween(assess(of, rows).values, assess(of, after).values),
          );
          if (each.lead === null && plan.rowOf(each.review).lead !== null) cleared += 1;
        }
      }),
      { numRuns: propertyCases(60), seed: 20270114 },
    );
    expect(cleared).toBeGreaterThan(propertyCases(40));
  });
});
