import { beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Problem } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { Alternatives, type Change, withChanges } from './alternatives.js';

const SEED = 1;

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Changes that only restrict, and now and then one that permits more. */
function changesOf({ leads, reviews, weeks, pins }: Problem): Arbitrary<Change[]> {
  const who = fc.constantFrom(...leads.map(({ id }) => id));
  const which = fc.constantFrom(...reviews.map(({ id }) => id));
  const week = fc.constantFrom(...weeks);
  const window = fc.constantFrom('MON_WED' as const, 'WED_FRI' as const);
  const change: Arbitrary<Change> = fc.oneof(
    fc.record({ review: which, lead: who }).map((pin): Change => ({ kind: 'PIN', pin })),
    fc.record({ review: which, week, window }).map((pin): Change => ({ kind: 'PIN', pin })),
    fc.record({ review: which, shadow: who }).map((pin): Change => ({ kind: 'PIN', pin })),
    fc.record({ review: which, qualityAssurer: who }).map((pin): Change => ({ kind: 'PIN', pin })),
    fc.record({ lead: who, review: which }).map((ban): Change => ({ kind: 'BAN', ban })),
    fc.record({ lead: who, week }).map((ban): Change => ({ kind: 'BAN', ban })),
    who.map((gone): Change => ({ kind: 'GONE', person: gone })),
    fc.record({ lead: who, reviews: fc.nat(4) }).map(({ lead, reviews: most }): Change => ({
      kind: 'FACT',
      fact: { kind: 'TERM_LIMIT', lead, reviews: most },
    })),
    fc.nat(Math.max(0, pins.length - 1)).map((pin): Change => ({ kind: 'UNPIN', pin })),
  );
  return fc.array(change, { maxLength: 2 });
}

describe('alternatives', () => {
  it('are the best plans of the changed problems, whatever was asked before', () => {
    const asked = tinyProblem()
      .filter(({ leads, reviews }) => leads.length > 0 && reviews.length > 0)
      .chain((of) =>
        fc.record({
          of: fc.constant(of),
          questions: fc.array(changesOf(of), { minLength: 1, maxLength: 6 }),
        }),
      );
    fc.assert(
      fc.property(asked, ({ of, questions }) => {
        const alternatives = new Alternatives(of, engine);
        for (const changes of questions) {
          const found = alternatives.with(changes);
          const changed = withChanges(of, changes);
          const best = bruteForce(changed);
          if (best.status === 'INFEASIBLE') {
            expect(found.status).toBe('INFEASIBLE');
            continue;
          }
          expect(found.status).toBe('OPTIMAL');
          expect(found.aims.map(({ value }) => value)).toEqual(best.values);
          expect(breachesOf(changed, found.reviews)).toEqual([]);
        }
      }),
      { numRuns: propertyCases(120), seed: SEED },
    );
  });

  it('ask of somebody who is gone neither seats nor a commitment, and of nobody else anything new', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: [review('R1'), review('R2')],
      pins: [{ review: 'R1', lead: 'Ada' }],
    });
    const gone = new Alternatives(of, engine).with([{ kind: 'GONE', person: 'Ada' }]);
    expect(gone.reviews.map(({ lead }) => lead)).toEqual(['Ben', 'Ben']);
    expect(withChanges(of, [{ kind: 'GONE', person: 'Ada' }]).pins).toEqual([]);
  });

  it('keep a pinned slot and lead', () => {
    const of = problem({ leads: [person('Ada'), person('Ben')], reviews: [review('R1')] });
    const pin = { review: 'R1', lead: 'Ben', week: WEEK_2, window: 'MON_WED' as const };
    const alternatives = new Alternatives(of, engine);
    expect(alternatives.best().reviews[0]?.week).toBe(WEEK_1);
    expect(alternatives.with([{ kind: 'PIN', pin }]).reviews).toEqual([led('R1', 'Ben', WEEK_2)]);
  });
});
