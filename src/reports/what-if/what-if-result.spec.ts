import { describe, expect, it } from '@jest/globals';
import { type ScenarioFacts } from '../../allocations/scenarios/scenario-study.js';
import { type ScenarioOutcome, type SeatRow } from '../../allocations/scenarios/scenario-types.js';
import { resultOf } from './what-if-result.js';

const facts: ScenarioFacts = {
  asAt: '2026-12-21',
  academicYear: '2026/27',
  term: null,
  when: 'Spring 2027',
  keepsPlan: false,
  saved: [],
  changeWords: [],
  changes: [{ kind: 'LEAVES', person: 'L1', from: '2027-01-11' }],
  people: { L1: 'Ada Example', L2: 'Ben Example' },
  reviews: { R1: { urn: '100001', school: 'Vale School', region: 'London' } },
  notes: [],
};
const led: SeatRow = {
  ...{ review: 'R1', week: '2027-01-11', window: 'MON_WED', lead: 'L2' },
  ...{ qualityAssurer: null, shadow: null },
};
const nobody: SeatRow = { ...led, week: null, window: null, lead: null };

type Compared = Extract<ScenarioOutcome, { kind: 'COMPARED' }>;

function outcome(changes: Partial<Compared['effect']> = {}, isProven = true): Compared {
  const loads = (led: number, target: number) => ({
    led,
    target,
    short: Math.max(0, target - led),
  });
  const person = { presence: 'BOTH', minimum: 6, done: 0, moves: false } as const;
  return {
    kind: 'COMPARED',
    isProven: { before: true, after: isProven },
    before: [led],
    after: [nobody],
    effect: {
      aims: [
        { aim: 'coverage', before: 1, after: 0, bound: isProven ? 0 : 1 },
        { aim: 'commitment', before: 2, after: 2, bound: 2 },
      ],
      covered: { before: 1, after: 0 },
      reviews: { before: 1, after: 1 },
      lost: [{ review: 'R1', before: led, after: nobody }],
      ...{ gained: [], moved: [], added: [], dropped: [], freed: [] },
      people: [
        { ...person, person: 'L1', before: loads(0, 2), after: loads(0, 1) },
        { ...person, person: 'L2', before: loads(1, 1), after: loads(0, 1), moves: true },
      ],
      ...changes,
    },
  };
}

describe('what a scenario does, in words', () => {
  it('is one sentence, in which whoever leaves comes nearer to nothing', () => {
    const told = resultOf(outcome(), facts);
    expect(told.sentence).toBe('1 review would lose its Lead Reviewer; 1 person would fall short.');
    expect(told.people.map(({ name, change }) => [name, change])).toEqual([
      ['Ada Example', 'LEAVES'],
      ['Ben Example', 'FALLS_SHORT'],
    ]);
    expect(told.commitments).toMatchObject({
      shortBefore: 2,
      shortAfter: 2,
      farther: 1,
      nearer: 0,
    });
    expect(told.reviews[0]).toMatchObject({ school: 'Vale School', after: 'Nobody' });
    expect(told.coverage.regions).toEqual([
      { region: 'London', reviewsBefore: 1, reviewsAfter: 1, before: 1, after: 0 },
    ]);
  });

  it('is not told as lost where a limit stopped the search', () => {
    const told = resultOf(outcome({}, false), facts);
    expect(told.sentence).toBe(
      'At least 0 reviews would have a Lead Reviewer, instead of 1; a limit stopped the search before the best plan was found.',
    );
    expect(told.gaps).toHaveLength(1);
    const aims = [{ aim: 'commitment', before: 2, after: 5, bound: 0 }] as const;
    const coverage = { aim: 'coverage', before: 1, after: 0, bound: 0 } as const;
    const known = resultOf(outcome({ aims: [coverage, ...aims] }, false), facts);
    expect(known.sentence).toContain('how short people would be was not found');
  });

  it('has no figures where what was accepted cannot be kept', () => {
    const told = resultOf(
      {
        kind: 'IMPOSSIBLE',
        when: 'AFTER',
        conflict: [{ review: 'R1', rules: ['So.'] }],
        freed: [],
      },
      facts,
    );
    expect(told).toMatchObject({ isPossible: false, more: ['Vale School: So.'], people: [] });
  });
});
