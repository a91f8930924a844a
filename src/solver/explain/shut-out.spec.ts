import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Lead, Problem, Review, Role, Slot } from '../problem.js';
import { seatRules } from '../rules/seat-rules.js';
import { refusingRules, seatingOf, shutOutOf } from './shut-out.js';

const isIn = (slots: readonly Slot[], { week, window }: Slot): boolean =>
  slots.some((slot) => slot.week === week && slot.window === window);

function rulesAgainst(of: Problem, who: Lead, at: Review, slot: Slot, role: Role): string[] {
  return [...refusingRules({ ...seatingOf(of, who, at, slot), role })];
}

describe('whom the rules shut out', () => {
  it('is what they say, window by window and person by person', () => {
    const met = { shutOut: 0, alone: 0, together: 0, permitted: 0, closed: 0, assurers: 0 };
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const leads = of.leads.filter(({ roles }) => roles.includes('LEAD'));
        for (const each of of.reviews) {
          const found = shutOutOf(of, each);
          const open = each.windows.filter((slot) => !isIn(of.closed, slot));
          expect(found.openWindows).toEqual(open.map(({ week, window }) => ({ week, window })));
          expect(found.closedWindows.map(({ slot }) => slot)).toEqual(
            each.windows
              .filter((slot) => isIn(of.closed, slot))
              .map(({ week, window }) => ({ week, window })),
          );
          const against = (who: Lead): string[][] =>
            open.map((slot) => rulesAgainst(of, who, each, slot, 'LEAD'));
          const may = leads.filter((who) => against(who).some((rules) => rules.length === 0));
          const everywhere = (who: Lead, rule: string): boolean =>
            open.length > 0 && against(who).every((rules) => rules.includes(rule));
          expect(found).toMatchObject({ review: each.id, leads: leads.length });
          expect(found.permitted).toEqual(may.map(({ id }) => id));
          expect(found.permittedNew).toEqual(may.flatMap(({ id, isNew }) => (isNew ? [id] : [])));
          expect(found.shutOutTogether).toBe(
            leads.filter(
              (who) =>
                open.length > 0 &&
                !may.includes(who) &&
                !seatRules.some(({ name }) => everywhere(who, name)),
            ).length,
          );
          for (const { name, title, keepsOut } of seatRules) {
            const out = leads.filter((who) => everywhere(who, name));
            const alone = out.filter((who) => against(who).some((rules) => rules.length === 1));
            const told = found.rules.filter(({ rule }) => rule === name);
            expect(told).toEqual(
              out.length === 0
                ? []
                : [
                    {
                      rule: name,
                      title,
                      leads: out.length,
                      alone: alone.length,
                      words: keepsOut[out.length === 1 ? 'one' : 'many'],
                    },
                  ],
            );
            met.shutOut += out.length;
            met.alone += alone.length;
          }
          const counts = found.rules.map((rule) => rule.leads);
          expect(counts).toEqual([...counts].sort((a, b) => b - a));
          const ofNew = open.filter((slot) =>
            may.some((who) => who.isNew && rulesAgainst(of, who, each, slot, 'LEAD').length === 0),
          );
          const assurers = of.leads.filter((who) =>
            ofNew.some((slot) => rulesAgainst(of, who, each, slot, 'QUALITY_ASSURER').length === 0),
          );
          expect(found.assurers).toBe(assurers.length);
          met.together += found.shutOutTogether;
          met.permitted += may.length;
          met.closed += found.closedWindows.length;
          met.assurers += assurers.length;
        }
      }),
      { numRuns: propertyCases(500), seed: 20270111 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(propertyCases(500) / 50);
  });

  it('is nobody where the school accepts no window that is open', () => {
    const of = problem({
      leads: [person('Ada', { phases: ['primary'] })],
      reviews: [
        review('R1', { windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }] }),
      ],
      closed: [{ week: WEEK_1, window: 'MON_WED', reason: 'Training day' }],
    });
    expect(shutOutOf(of, of.reviews[0] as Review)).toEqual({
      review: 'R1',
      openWindows: [],
      closedWindows: [{ slot: { week: WEEK_1, window: 'MON_WED' }, reason: 'Training day' }],
      leads: 1,
      rules: [],
      shutOutTogether: 0,
      permitted: [],
      permittedNew: [],
      assurers: 0,
    });
  });

  it('closes a window only by the closure of that window of that week', () => {
    const reason = 'Training day';
    const of = problem({
      reviews: [
        review('R1', { windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }] }),
      ],
      closed: [
        { week: WEEK_1, window: 'WED_FRI', reason },
        { week: WEEK_2, window: 'MON_WED', reason },
      ],
    });
    expect(shutOutOf(of, of.reviews[0] as Review)).toMatchObject({
      openWindows: [{ week: WEEK_1, window: 'MON_WED' }],
      closedWindows: [],
    });
  });
});
