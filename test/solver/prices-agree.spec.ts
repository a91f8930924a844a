import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateProblem, type GenerateOptions } from '../../scripts/generate-problem.js';
import { Alternatives, type Change, withChanges } from '../../src/solver/explain/alternatives.js';
import { loadHighs } from '../../src/solver/milp/highs.js';
import type { MilpEngine } from '../../src/solver/milp/milp.js';
import { solve } from '../../src/solver/solve.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const pin = (review: string, lead: string): Change => ({ kind: 'PIN', pin: { review, lead } });
const ban = (review: string, lead: string): Change => ({ kind: 'BAN', ban: { review, lead } });
const gone = (person: string): Change => ({ kind: 'GONE', person });

/** Questions one after another of one network, each with the answer of solving anew. */
const cases: [string, GenerateOptions, Change[]][] = [
  [
    // A new lead's need flows by the only assurer there is, whose week the face fills.
    'scarce assurers whose need flows',
    { seed: 2008, leads: 9, reviews: 41, weeks: 7, published: 4, bans: 1 },
    [pin('R4', 'L7'), pin('R24', 'L1'), ban('R40', 'L7')],
  ],
  [
    'few people, much published',
    { seed: 11, leads: 14, reviews: 24, weeks: 8, published: 12 },
    [pin('R3', 'L2'), gone('L4'), ban('R8', 'L9')],
  ],
  [
    'two assurers for everybody',
    { seed: 12, leads: 20, reviews: 30, weeks: 9, shortOfAssurers: true },
    [pin('R5', 'L6'), gone('L1'), pin('R20', 'L17')],
  ],
];

describe('questions asked of one network', () => {
  it.each(cases)('have the values of solving anew: %s', (_, options, changes) => {
    const problem = generateProblem(options);
    const alternatives = new Alternatives(problem, engine);
    alternatives.best();
    for (const change of changes) {
      const warm = alternatives.with([change]);
      const anew = solve(withChanges(problem, [change]), engine);
      expect([warm.status, warm.aims]).toEqual([anew.status, anew.aims]);
    }
  });
});
