import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import type { Lead, Problem } from '../problem.js';
import { type Assurance, assurances } from './assurances.js';

const found = (of: Problem): Assurance[] => {
  const { arcs, seconds } = partsOf(of);
  return assurances(of, arcs, seconds);
};

const inWords = (of: Problem): string[] =>
  found(of).map(
    ({ newLead, assurer, week }) => `${of.leads[newLead]?.id} ${week + 1} ${of.leads[assurer]?.id}`,
  );

const only = (week: string, window: 'MON_WED' | 'WED_FRI'): Pick<Lead, 'availability'> => ({
  availability: { [week]: { [window]: 'PREFERRED' } },
});

describe('assurances', () => {
  const of = problem({
    weeks: [WEEK_1, WEEK_2],
    leads: [
      person('Ada'),
      person('Nia', { isNew: true }),
      person('Qi', { roles: ['QUALITY_ASSURER'], ...only(WEEK_2, 'WED_FRI') }),
      person('Noa', { isNew: true, ...only(WEEK_1, 'WED_FRI') }),
      person('Quy', { roles: ['LEAD', 'QUALITY_ASSURER'], ...only(WEEK_1, 'MON_WED') }),
    ],
    reviews: [review('R1'), review('R2')],
  });

  it('are all weeks in which a new lead and an assurer can meet, in order', () => {
    // Noa and Quy are free in the same week, never in the same slot.
    expect(inWords(of)).toEqual(['Nia 1 Quy', 'Nia 2 Qi']);
  });

  it('need a review that both may take', () => {
    const reviews = [review('R1', { urn: '1' }), review('R2', { urn: '2' })];
    const conflict = (urn: string): Pick<Lead, 'conflicts'> => ({
      conflicts: [{ urn, reason: 'own' }],
    });
    const leads = (...urns: [string, string]): Lead[] => [
      person('Nia', { isNew: true, ...conflict(urns[0]) }),
      person('Qi', { roles: ['QUALITY_ASSURER'], ...conflict(urns[1]) }),
    ];
    const weeks = [WEEK_1];
    expect(inWords({ ...of, weeks, reviews, leads: leads('1', '2') })).toEqual([]);
    expect(inWords({ ...of, weeks, reviews, leads: leads('1', '1') })).toEqual(['Nia 1 Qi']);
  });

  it('leave out those who may have no seat, and the new lead themselves', () => {
    const none = { term: 0, restReviews: 4, restWeeks: 4, maxKm: null };
    const leads = [
      person('Nia', { isNew: true, roles: ['LEAD', 'QUALITY_ASSURER'] }),
      person('Qi', { roles: ['QUALITY_ASSURER'], limits: none }),
    ];
    expect(inWords({ ...of, leads })).toEqual([]);
  });

  it('are those that somebody sees who looks at every pair of seats', () => {
    fc.assert(
      fc.property(tinyProblem(), (drawn) => {
        const { candidates } = partsOf(drawn);
        const expected = new Set<string>();
        for (const lead of candidates) {
          if (lead.role !== 'LEAD' || !drawn.leads[lead.lead]?.isNew) continue;
          for (const second of candidates) {
            const isThere = second.review === lead.review && second.slot === lead.slot;
            const isOther =
              second.lead !== lead.lead && drawn.leads[second.lead]?.limits.term !== 0;
            if (second.role === 'QUALITY_ASSURER' && isThere && isOther) {
              expected.add(`${lead.lead} ${second.lead} ${lead.week}`);
            }
          }
        }
        const all = found(drawn).map((each) => `${each.newLead} ${each.assurer} ${each.week}`);
        expect(all.sort()).toEqual([...expected].sort());
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
