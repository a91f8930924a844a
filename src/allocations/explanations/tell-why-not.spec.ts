import { beforeAll, describe, expect, it } from '@jest/globals';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tellerOf, toldProblem } from '../../../test/support/told-plan.js';
import { Alternatives } from '../../solver/explain/alternatives.js';
import { PlanPrices } from '../../solver/explain/plan-prices.js';
import { whyNot } from '../../solver/explain/why-not.js';
import { loadHighs } from '../../solver/milp/highs.js';
import { type MilpEngine } from '../../solver/milp/milp.js';
import { type Lead, type Problem, type Role } from '../../solver/problem.js';
import { measuredFrom } from './measured-from.js';
import { tellWhyNot } from './tell-why-not.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const [ada, ben, eve] = toldProblem.leads as [Lead, Lead, Lead];
const rows = [led('R-1', 'L-1', WEEK_1), row('R-2')];

/** Why Eve has no such seat on Vale School, which accepts the first week alone. */
function told(role: Role, changes: Partial<Problem>): string[] {
  const problem = { ...toldProblem, ...changes };
  const prices = new PlanPrices(new Alternatives(problem, engine), { rows, isProven: false });
  const teller = tellerOf(rows, problem);
  return tellWhyNot(whyNot(prices, 'R-1', 'L-3', role), measuredFrom('OPTIMAL', teller), teller)
    .words;
}

describe('why not a second seat that no plan has, in words', () => {
  it('is that no new lead fits where they may assure the quality', () => {
    const laterAlone = { [WEEK_2]: { MON_WED: 'AVAILABLE' as const } };
    const newBen = { ...ben, isNew: true, availability: laterAlone };
    const fits =
      'No new lead may lead Vale School, Leeds in a window in which Eve Wren may assure its quality.';
    expect(told('QUALITY_ASSURER', { leads: [ada, newBen, eve] })).toEqual([
      'Eve Wren may assure the quality of Vale School, Leeds.',
      'No plan can have it so, whatever else it gives up.',
      fits,
      'The rule against it: “A quality assurer sits with a new lead”.',
    ]);
    const free = { ...newBen, availability: ben.availability };
    expect(told('QUALITY_ASSURER', { leads: [ada, free, eve] })).not.toContain(fits);
    const silent = { ...eve, availability: {} };
    expect(told('QUALITY_ASSURER', { leads: [ada, newBen, silent] }).slice(-3)).toEqual([
      expect.stringMatching(/^No plan can have it so|^Even so, no plan could have it/),
      fits,
      'The rule against it: “A quality assurer sits with a new lead”.',
    ]);
  });

  it('is that nobody but new leads fits where they may shadow', () => {
    const leads = [{ ...ada, isNew: true }, { ...ben, phases: [] }, eve];
    expect(told('SHADOW', { leads })).toContain(
      'Nobody but new leads may lead Vale School, Leeds in a window in which Eve Wren may shadow it.',
    );
  });
});
