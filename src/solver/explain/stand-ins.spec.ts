import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bruteForce } from '../../../test/solver/brute-force.js';
import {
  freeIn,
  inWeeks,
  led,
  limits,
  person,
  problem,
  review,
  row,
  seatFaultsOf,
  WEEK_1,
  WEEK_2,
} from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { SeatRow } from '../problem.js';
import { standInsOf } from './stand-ins.js';

describe('stand-ins', () => {
  it('are exactly those with whom the independent checker finds no fault', () => {
    fc.assert(
      fc.property(tinyProblem(), (of) => {
        const best = bruteForce({ ...of, pins: [] });
        if (best.status !== 'OPTIMAL') return;
        const free = { ...of, pins: [] };
        const found = standInsOf(of, best.rows);
        const withLead = best.rows.filter(({ lead }) => lead !== null);
        expect(found.map((each) => each.review)).toEqual(withLead.map((each) => each.review));
        for (const { review: id, lead, people } of found) {
          const others = of.leads.map((each) => each.id).filter((each) => each !== lead);
          const may = others.filter((each) => {
            const rows = best.rows.map((row): SeatRow =>
              row.review === id ? { ...row, lead: each } : row,
            );
            return seatFaultsOf(free, rows).length === 0;
          });
          expect(people).toEqual(may);
        }
      }),
      { numRuns: propertyCases(100), seed: 20270112 },
    );
  }, 300_000);

  const ada = person('Ada');
  const ben = person('Ben', freeIn(WEEK_1));
  const of = problem({
    leads: [ada, ben, person('Cy')],
    reviews: [review('R1', inWeeks(WEEK_1)), review('R2', inWeeks(WEEK_2))],
  });

  it('are held to what they and the lead do elsewhere, and to nothing that others do', () => {
    // Cy leads more than a term allows, and Dee two reviews at once: nobody else need wait for that.
    const reviews = [...of.reviews, review('R3', inWeeks(WEEK_1)), review('R4', inWeeks(WEEK_1))];
    const leads = [...of.leads.slice(0, 2), person('Cy', limits({ term: 0 })), person('Dee')];
    const rows = [
      led('R1', 'Ada', WEEK_1),
      led('R2', 'Cy', WEEK_2),
      led('R3', 'Dee', WEEK_1),
      led('R4', 'Dee', WEEK_1),
    ];
    expect(standInsOf({ ...of, leads, reviews }, rows)[0]).toEqual({
      review: 'R1',
      lead: 'Ada',
      people: ['Ben'],
    });
  });

  it('are those who may lead in the slot of the plan, even where its lead may not any more', () => {
    const rows = [led('R1', 'Ben', WEEK_2), row('R2')];
    expect(standInsOf(of, rows)).toEqual([{ review: 'R1', lead: 'Ben', people: [] }]);
    const banned = { ...of, bans: [{ lead: 'Ada', review: 'R1' }] };
    expect(standInsOf(banned, [led('R1', 'Ada', WEEK_1), row('R2')])).toEqual([
      { review: 'R1', lead: 'Ada', people: ['Ben', 'Cy'] },
    ]);
  });

  it('may take the place of somebody whom a pin holds there', () => {
    const pinned = { ...of, pins: [{ review: 'R2', lead: 'Ada' }] };
    const rows = [row('R1'), led('R2', 'Ada', WEEK_2)];
    expect(standInsOf(pinned, rows)).toEqual([{ review: 'R2', lead: 'Ada', people: ['Cy'] }]);
  });
});
