import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { everyLeadPlan, holdAllRest } from '../../../test/solver/lead-plans.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import type { Candidate } from '../candidates.js';
import type { Face } from '../model.js';
import type { HostGrade, Lead, Problem, Review } from '../problem.js';
import { choicesLeft, withShadows } from './choices-left.js';
import type { LeadArc } from './lead-arcs.js';
import { compare } from './limbs.js';

const SEED = 1;

interface Left {
  candidates: Candidate[];
  face: Face;
}

/** What is left within a gap, said in levels. */
function left(
  of: Problem,
  gap: readonly number[] = [0, 0, 0, 0, 0, 0],
  shadows: number | null = null,
): Left {
  const { network, seconds } = partsOf(of);
  network.solve(() => false);
  const found = choicesLeft(of, network, seconds, network.weighted(gap));
  if (shadows === null) return found;
  return { ...found, face: withShadows(found, shadows) };
}

const inWords = (of: Problem, candidates: Iterable<Candidate>): string[] =>
  [...candidates].map(
    ({ lead, role, review: at, slot }) =>
      `${of.leads[lead]?.id} ${role} ${of.reviews[at]?.id} ${slot.window}`,
  );

/** R1 in one week, whose windows the host grades so. */
function oneWeek(leads: Lead[], ...grades: [HostGrade, HostGrade]): Problem {
  const windows: Review['windows'] = [
    { week: WEEK_1, window: 'MON_WED', grade: grades[0] },
    { week: WEEK_1, window: 'WED_FRI', grade: grades[1] },
  ];
  return problem({ weeks: [WEEK_1], leads, reviews: [review('R1', { windows })] });
}

describe('the leads that are left', () => {
  const ada = person('Ada');
  const sam = person('Sam', {
    roles: ['SHADOW'],
    availability: { [WEEK_1]: { WED_FRI: 'PREFERRED' } },
  });

  it('are settled where there is one way to be best', () => {
    const of = oneWeek([ada], 'ACCEPTABLE', 'PREFERRED');
    const { candidates, face } = left(of);
    expect(inWords(of, candidates)).toEqual(['Ada LEAD R1 WED_FRI']);
    expect(face).toEqual({ taken: new Set(candidates), counts: [] });
  });

  it('have a window as good as the cheapest only where somebody can sit beside them', () => {
    const alone = oneWeek([ada], 'PREFERRED', 'PREFERRED');
    expect(inWords(alone, left(alone).candidates)).toEqual(['Ada LEAD R1 MON_WED']);
    const of = oneWeek([ada, sam], 'PREFERRED', 'PREFERRED');
    const { candidates } = left(of);
    expect(inWords(of, candidates)).toEqual(['Ada LEAD R1 WED_FRI', 'Sam SHADOW R1 WED_FRI']);
  });

  it('have both windows where both have somebody to sit beside them, one of which they take', () => {
    const sue = person('Sue', {
      roles: ['SHADOW'],
      availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } },
    });
    const of = oneWeek([ada, sam, sue], 'PREFERRED', 'PREFERRED');
    const { candidates, face } = left(of);
    expect(candidates.filter(({ role }) => role === 'LEAD')).toHaveLength(2);
    expect(face).toEqual({
      taken: new Set(),
      counts: [{ least: 1, most: 1, of: candidates.slice(0, 2) }],
    });
  });

  it('have a dearer window only within the gap', () => {
    const of = oneWeek([ada, sam], 'PREFERRED', 'ACCEPTABLE');
    expect(inWords(of, left(of).candidates)).toEqual(['Ada LEAD R1 MON_WED']);
    expect(inWords(of, left(of, [0, 0, 0, 0, 0, 14]).candidates)).toEqual(['Ada LEAD R1 MON_WED']);
    const { candidates, face } = left(of, [0, 0, 0, 0, 0, 15]);
    expect(inWords(of, candidates)).toEqual([
      'Ada LEAD R1 MON_WED',
      'Ada LEAD R1 WED_FRI',
      'Sam SHADOW R1 WED_FRI',
    ]);
    // She leads in one of them.
    expect(face.counts).toContainEqual({ least: 1, most: 1, of: candidates.slice(0, 2) });
    expect(face.taken.size).toBe(0);
  });

  it('are all who are as good as each other, one of whom leads', () => {
    const of = oneWeek([ada, person('Ben')], 'ACCEPTABLE', 'PREFERRED');
    const { candidates, face } = left(of);
    expect(inWords(of, candidates)).toEqual(['Ada LEAD R1 WED_FRI', 'Ben LEAD R1 WED_FRI']);
    expect(face.counts).toContainEqual({ least: 1, most: 1, of: candidates });
  });
});

describe('the second seats that are left', () => {
  const nia = person('Nia', { isNew: true });
  const others = [
    person('Qi', { roles: ['QUALITY_ASSURER'] }),
    person('Sam', { roles: ['SHADOW'] }),
  ];
  const roles = ({ candidates }: Left): string[] => [
    ...new Set(candidates.map(({ role }) => role)),
  ];

  it('are those beside a lead of the kind that they sit with', () => {
    expect(roles(left(oneWeek([nia, ...others], 'PREFERRED', 'PREFERRED')))).toEqual([
      'LEAD',
      'QUALITY_ASSURER',
    ]);
    const ada = person('Ada');
    expect(roles(left(oneWeek([ada, ...others], 'PREFERRED', 'PREFERRED')))).toEqual([
      'LEAD',
      'SHADOW',
    ]);
    // Published as it is, with Ada, it would be a change to let Nia lead.
    const of = {
      ...oneWeek([ada, nia, ...others], 'PREFERRED', 'PREFERRED'),
      published: [led('R1', 'Ada', WEEK_1)],
    };
    expect(roles(left(of))).toEqual(['LEAD', 'SHADOW']);
  });

  it('hold as many shadows as they are told', () => {
    const of = oneWeek([person('Ada'), ...others], 'PREFERRED', 'PREFERRED');
    const { candidates, face } = left(of, undefined, 1);
    const inShadow = candidates.filter(({ role }) => role === 'SHADOW');
    expect(inShadow).toHaveLength(2);
    expect(face.counts).toContainEqual({ least: 1, most: 1, of: inShadow });
    expect(left(of).face.counts).not.toContainEqual({ least: 1, most: 1, of: inShadow });
  });
});

describe('every plan of leads within the gap', () => {
  const small = tinyProblem({ people: 4, reviews: 3, weeks: 3 });

  it('is left, in windows as good, and has all that such plans have in common', () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 5 }), fc.nat({ max: 20 }), (of, level, units) => {
        const { network, arcs, seconds } = partsOf(of);
        const held = holdAllRest(of, network);
        if (network.values()[0] !== 0) return;
        const root = network.weighted(network.values());
        const gap = network.weighted(
          [0, 1, 2, 3, 4, 5].map((each) => (each === level ? units : 0)),
        );
        const { candidates, face } = choicesLeft(of, network, seconds, gap);
        const kept = new Set(candidates);
        for (const { used, levels } of everyLeadPlan(of, arcs, held)) {
          const above = network.weighted(levels).map((limb, i) => limb - (root[i] as number));
          if (compare(above, gap) > 0) continue;
          // The cheapest of each arc's windows that are left.
          const chosen = used.map((arc) => cheapestOf(arcs[arc] as LeadArc, kept));
          const isChosen = (each: Candidate): boolean => chosen.includes(each);
          const isLeft =
            !chosen.includes(undefined) &&
            [...face.taken].every(isChosen) &&
            face.counts.every(({ least, most, of: some }) => {
              const count = some.filter(isChosen).length;
              return count >= least && count <= most;
            });
          expect(isLeft).toBe(true);
        }
      }),
      { numRuns: 80, seed: SEED },
    );
  });

  it('keeps every window in which somebody could sit beside the lead', () => {
    fc.assert(
      fc.property(small, fc.nat({ max: 20 }), (of, units) => {
        const { network, arcs, seconds } = partsOf(of);
        network.solve(() => false);
        const gap = network.weighted([0, 0, 0, 0, 0, units]);
        const { candidates } = choicesLeft(of, network, seconds, gap);
        const { fixed, open } = network.face(gap);
        for (const index of [...fixed, ...open]) {
          const arc = arcs[index] as LeadArc;
          const role = of.leads[arc.person]?.isNew ? 'QUALITY_ASSURER' : 'SHADOW';
          for (const window of arc.windows) {
            const beside = seconds.of(role, arc.review, window.candidate.slot);
            const isWithin = compare(network.extraCost(index, window), gap) <= 0;
            if (beside.length === 0 || !isWithin) continue;
            const wanted = [window.candidate, ...beside.map(({ candidate }) => candidate)];
            expect(wanted.every((candidate) => candidates.includes(candidate))).toBe(true);
          }
        }
      }),
      { numRuns: 80, seed: SEED },
    );
  });
});

function cheapestOf(arc: LeadArc, kept: ReadonlySet<Candidate>): Candidate | undefined {
  return arc.windows
    .filter(({ candidate }) => kept.has(candidate))
    .sort((a, b) => a.changes - b.changes || a.fit - b.fit)[0]?.candidate;
}
