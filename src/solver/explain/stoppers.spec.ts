import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { seatRules } from '../rules/seat-rules.js';
import { shutOutOf } from './shut-out.js';
import { HARDEST_FIRST, stoppersOf } from './stoppers.js';

describe('stoppersOf', () => {
  it('knows how hard every rule about one seat is to change', () => {
    expect([...HARDEST_FIRST].sort()).toEqual(seatRules.map(({ name }) => name).sort());
  });

  it('counts somebody once, under what is hardest to change', () => {
    const wanted = review('R1', {
      needs: ['ASD'],
      windows: [
        { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
        { week: WEEK_2, window: 'MON_WED', grade: 'ACCEPTABLE' },
      ],
    });
    const asked = problem({
      leads: [
        person('Ada', { needs: ['ASD'] }),
        person('Ben', { needs: ['ASD'], availability: {} }),
        person('Cy', { regions: { London: 'NO' }, availability: {} }),
        person('Di', {
          needs: ['ASD'],
          availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } },
        }),
        person('Eve', { roles: ['SHADOW'] }),
      ],
      reviews: [wanted],
      bans: [{ lead: 'Di', week: WEEK_1 }],
    });
    expect(stoppersOf(asked, wanted)).toEqual([
      { cause: 'leadSharesANeed', people: ['Cy'] },
      { cause: 'personIsAvailable', people: ['Ben'] },
      { cause: 'EACH_WINDOW', people: ['Di'] },
      { cause: 'ELSEWHERE', people: ['Ada'] },
    ]);
  });

  it('says so where the school accepts nothing that is open', () => {
    const wanted = review('R1', { windows: [] });
    const asked = problem({ leads: [person('Ada')], reviews: [wanted] });
    expect(stoppersOf(asked, wanted)).toEqual([{ cause: 'NO_WINDOW', people: ['Ada'] }]);
  });

  it('names everybody who may lead exactly once, and as free whom no rule refuses', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        for (const each of of.reviews) {
          const parts = stoppersOf(of, each);
          const shutOut = shutOutOf(of, each);
          const people = parts.flatMap((part) => part.people);
          expect(new Set(people).size).toBe(people.length);
          expect(people).toHaveLength(shutOut.leads);
          const free = parts.find(({ cause }) => cause === 'ELSEWHERE')?.people ?? [];
          expect(free).toEqual(shutOut.permitted);
        }
      }),
      { numRuns: 300 },
    );
  });
});
