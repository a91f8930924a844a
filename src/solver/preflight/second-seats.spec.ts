import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { review } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import type { Lead, Problem, Role } from '../problem.js';
import { bitsOf } from './bit-rows.js';
import { restBlocks } from './rest-blocks.js';
import { seatOptions } from './seat-options.js';
import { assurerSeats, shadowSeats } from './second-seats.js';

const RUNS = { numRuns: propertyCases(300), seed: 20270116 };

/** Many are new, and some of those assure others. */
const withNew = tinyProblem().map((problem) => ({
  ...problem,
  pins: [],
  leads: problem.leads.map((lead, i) => ({
    ...lead,
    isNew: lead.roles.includes('LEAD') && i % 3 > 0,
  })),
}));
const canSit = ({ limits: { term, restReviews } }: Lead): boolean => term > 0 && restReviews > 0;

interface Pair {
  lead: number;
  second: number;
  review: number;
  week: number;
}

/** Who could lead with whom in a second seat beside them, by the options alone. */
function pairsOf(problem: Problem, role: Role): Pair[] {
  const seats = seatOptions(problem);
  return seats.LEAD.flatMap((rows, slot) =>
    problem.reviews.flatMap((_, at) =>
      bitsOf(rows.row(at)).flatMap((lead) =>
        bitsOf(seats[role][slot]?.row(at) ?? new Uint32Array())
          .filter((second) => second !== lead)
          .map((second) => ({ lead, second, review: at, week: slot >> 1 })),
      ),
    ),
  );
}

describe('second seats', () => {
  it('of assurers are wanted by new leads who could lead, in the weeks in which somebody else could assure them', () => {
    fc.assert(
      fc.property(withNew, (problem) => {
        const { leads, weeks } = problem;
        const seats = seatOptions(problem);
        const { people, options, supply } = assurerSeats(problem, seats);
        const couldLead = leads.flatMap((lead, person) =>
          lead.isNew &&
          canSit(lead) &&
          seats.LEAD.some((rows) =>
            problem.reviews.some((_, at) => bitsOf(rows.row(at)).includes(person)),
          )
            ? [person]
            : [],
        );
        expect(people).toEqual(couldLead);
        const pairs = pairsOf(problem, 'QUALITY_ASSURER').filter(({ lead }) =>
          couldLead.includes(lead),
        );
        people.forEach((person, row) => {
          const places = pairs
            .filter(({ lead }) => lead === person)
            .map(({ second, week }) => supply.place(second, week));
          expect(bitsOf(options.row(row))).toEqual([...new Set(places)].sort((a, b) => a - b));
        });
        expect(supply.holders).toEqual(
          leads.map((lead, person) => {
            const usable = weeks.flatMap((_, week) =>
              pairs.some((pair) => pair.second === person && pair.week === week) ? [week] : [],
            );
            return { most: lead.limits.term, blocks: restBlocks(lead, weeks.length, usable, []) };
          }),
        );
      }),
      RUNS,
    );
  });

  it('of shadows are on the reviews that somebody else who is not new could lead', () => {
    const idle = Array.from({ length: 32 }, (_, i) => review(`Idle ${i}`, { windows: [] }));
    fc.assert(
      fc.property(withNew, ({ reviews, ...others }) => {
        const problem = { ...others, reviews: [...idle, ...reviews] };
        const { leads } = problem;
        const { people, options } = shadowSeats(problem, seatOptions(problem));
        expect(people.map((person) => leads[person])).toEqual(
          leads.filter(({ roles }) => roles.includes('SHADOW')),
        );
        const pairs = pairsOf(problem, 'SHADOW').filter(
          ({ lead, second }) => leads[lead]?.isNew === false && canSit(leads[second] as Lead),
        );
        people.forEach((person, row) => {
          const theirs = pairs.filter(({ second }) => second === person).map((pair) => pair.review);
          expect(bitsOf(options.row(row))).toEqual([...new Set(theirs)].sort((a, b) => a - b));
        });
      }),
      RUNS,
    );
  });
});
