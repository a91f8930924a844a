import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import { AIMS } from '../plan.js';
import type { Lead, Problem, Window } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import type { LeadArc } from './lead-arcs.js';
import { keepsRest, SecondSeating, tied } from './seat-seconds.js';

describe('seating seconds beside any leads', () => {
  it('succeeds exactly when that is possible, without a broken rule', () => {
    fc.assert(
      fc.property(tinyProblem({ people: 5, reviews: 3, weeks: 3 }), (of) => {
        const { network, arcs, seconds } = partsOf(of);
        network.solve(() => false);
        const chosen = network.chosen().map((each) => arcs[each] as LeadArc);
        const isRested = [...network.weeksUsed()].every(([who, weeks]) =>
          keepsRest(weeks, (of.leads[who] as Lead).limits),
        );
        fc.pre((network.values()[0] as number) === 0 && isRested && chosen.length > 0);
        const { rows, shadows } = new SecondSeating(of, seconds, chosen, []).run();
        const best = bruteForce(onlyThese(of, chosen));
        expect(rows === null).toBe(best.status === 'INFEASIBLE');
        if (!rows || best.status === 'INFEASIBLE') return;
        expect(breachesOf(of, rows)).toEqual([]);
        expect(rows.filter((each) => each.shadow !== null)).toHaveLength(shadows);
        expect(shadows).toBeLessThanOrEqual(best.values[AIMS.indexOf('shadowing')] as number);
      }),
      { numRuns: 120, seed: 1 },
    );
  });
});

/** The problem of these reviews alone, with these leads in these weeks, in the windows that cost least. */
function onlyThese(of: Problem, chosen: readonly LeadArc[]): Problem {
  const windowsOf = new Map(
    chosen.map((arc) => [arc.review, tied(arc).map(({ candidate }) => candidate.slot)]),
  );
  const pins = chosen.map(({ review: at, person: who }) => ({
    review: of.reviews[at]?.id ?? '',
    lead: of.leads[who]?.id ?? '',
  }));
  return {
    ...of,
    reviews: of.reviews.flatMap((each, number) => {
      const slots = windowsOf.get(number);
      const isTied = (week: string, window: Window): boolean =>
        slots?.some((slot) => slot.week === week && slot.window === window) ?? false;
      return slots
        ? [{ ...each, windows: each.windows.filter((w) => isTied(w.week, w.window)) }]
        : [];
    }),
    pins: [...of.pins, ...pins],
  };
}
