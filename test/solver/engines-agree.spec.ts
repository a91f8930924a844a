import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateProblem } from '../../scripts/generate-problem.js';
import { checkPlan } from '../../src/solver/check.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import type { MilpEngine } from '../../src/solver/milp/milp.js';
import { PLAN_FORMAT, type Plan } from '../../src/solver/plan.js';
import type { Problem } from '../../src/solver/problem.js';
import { type EngineName, solve } from '../../src/solver/solve.js';
import { SHA256 } from './builders.js';

/** How many generated problems are solved by both; more in continuous integration. */
const CASES = Math.ceil(Number(process.env['QAR_PROPERTY_CASES'] ?? 500) / 17);
const FIRST_SEED = 20270111;
const WHOLE_RUN_MS = 60_000 + CASES * 3_000;

/** Middling, with everything in it; every other one has hardly any assurers. */
function middlingProblem(number: number): Problem {
  return generateProblem({
    seed: FIRST_SEED + number,
    leads: 15,
    reviews: 25,
    weeks: 6,
    published: 8,
    pins: 3,
    bans: 4,
    shortOfAssurers: number % 2 === 1,
  });
}

/** One review in any three weeks: runs that overlap, and more branches than a search may look at. */
function restfulProblem(number: number): Problem {
  const of = generateProblem({ seed: FIRST_SEED + number, leads: 12, reviews: 30, weeks: 8 });
  const leads = of.leads.map((lead) => ({
    ...lead,
    limits: { ...lead.limits, restReviews: 1, restWeeks: 3 },
  }));
  return { ...of, leads };
}

/** Hardly anybody has a review to spare; [people, reviews, seed] of problems whose fit the search leaves open. */
const TIGHT = [
  [20, 75, 7],
  [20, 75, 31],
  [20, 75, 101],
  [20, 75, 109],
  [16, 60, 3],
  [16, 60, 15],
] as const;

describe('the engines', () => {
  let engine: MilpEngine;
  beforeAll(async () => {
    engine = await loadHighs();
  });

  const planOf = (of: Problem, name: EngineName): Plan => ({
    format: PLAN_FORMAT,
    problem: SHA256,
    ...solve(of, engine, {}, name),
  });

  function expectAgreement(of: Problem): void {
    const [network, milp] = [planOf(of, 'network'), planOf(of, 'milp')];
    expect([of.name, network.status, network.aims]).toEqual([of.name, 'OPTIMAL', milp.aims]);
    for (const plan of [network, milp]) {
      expect([of.name, checkPlan(of, plan, SHA256).faults]).toEqual([of.name, []]);
    }
  }

  it(
    `give the same values on ${CASES} middling problems, and plans without a fault`,
    () => {
      for (let number = 0; number < CASES; number++) expectAgreement(middlingProblem(number));
    },
    WHOLE_RUN_MS,
  );

  it(
    'do so where everybody rests so long that the search over flows has to give up',
    () => {
      for (let number = 0; number < CASES / 6; number++) expectAgreement(restfulProblem(number));
    },
    WHOLE_RUN_MS,
  );

  it.each(TIGHT)(
    'do so where plans are sought within reach of a branch: %i people, %i reviews, seed %i',
    (leads, reviews, seed) => {
      expectAgreement(generateProblem({ leads, reviews, weeks: 12, radius: 250, seed }));
    },
    WHOLE_RUN_MS,
  );
});
