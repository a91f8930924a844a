import { describe, expect, it } from '@jest/globals';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../test/solver/builders.js';
import { rulesBroken } from './conflict-rules.js';
import type { Pin, Problem } from './problem.js';
import { planRules } from './rules/plan-rules.js';
import { seatRules } from './rules/seat-rules.js';

const titleOf = (name: string): string =>
  [...planRules, ...seatRules].find((rule) => rule.name === name)?.title ?? '';

const pins: Pin[] = [
  { review: 'R1', lead: 'Ada', week: WEEK_1, window: 'MON_WED' },
  { review: 'R2', lead: 'Ada', week: WEEK_1, window: 'WED_FRI' },
];
const of = problem({ leads: [person('Ada')], reviews: [review('R1'), review('R2')], pins });

/** What is said of the first pin, and which sets of rules were left out, where leaving out any of `enough` lets the pins hold. */
function broken(
  enough: readonly string[][],
  from: Problem = of,
): { said: string[]; asked: string[][] } {
  const asked: string[][] = [];
  const said = rulesBroken(from, 0, ({ problem: relaxed, without }) => {
    expect(relaxed).toBe(from);
    asked.push([...without]);
    return enough.some((rules) => rules.every((rule) => without.has(rule)));
  });
  return { said, asked };
}

describe('the rules that a conflict of pins breaks', () => {
  it('are those of which leaving out one is enough', () => {
    expect(broken([['oneReviewAWeek']]).said).toEqual([titleOf('oneReviewAWeek')]);
    expect(broken([['withinTermLimit'], ['restIsKept']]).said.sort()).toEqual(
      [titleOf('restIsKept'), titleOf('withinTermLimit')].sort(),
    );
    expect(broken([['roleIsHeld']]).said).toEqual([titleOf('roleIsHeld')]);
  });

  it('are about the whole plan rather than about a seat, where either would do', () => {
    expect(broken([['roleIsHeld'], ['restIsKept']]).said).toEqual([titleOf('restIsKept')]);
  });

  it('are as few as suffice together where none does alone', () => {
    const enough = [['restIsKept', 'roleIsHeld']];
    expect(broken(enough).said).toEqual([titleOf('restIsKept'), titleOf('roleIsHeld')]);
    expect(broken([['roleIsHeld', 'noBan', 'restIsKept']]).said).toHaveLength(3);
  });

  it('are none of the problem where even without all of them the pins do not hold', () => {
    expect(broken([]).said).toEqual([
      'The pin names a week or a seat that this problem does not have.',
    ]);
  });

  it('are never that pins hold, or what only a plan that is nonsense breaks', () => {
    const asked = new Set(broken([]).asked.flat());
    for (const name of [
      'everySeatIsPermitted',
      'uncoveredReviewIsEmpty',
      'seatsAreDifferentPeople',
      'pinsHold',
    ]) {
      expect(asked.has(name)).toBe(false);
    }
    expect(asked.has('oneReviewAWeek')).toBe(true);
  });
});

describe('a pin that nobody could keep alone', () => {
  const one = (pin: Pin): Problem => ({
    ...of,
    leads: [
      person('Ada'),
      person('Qi', { roles: ['QUALITY_ASSURER'], availability: {} }),
      person('Sam', { roles: ['SHADOW'], phases: [] }),
    ],
    bans: [{ lead: 'Ada', review: 'R1' }],
    pins: [pin],
  });
  const at = { review: 'R1', week: WEEK_2, window: 'MON_WED' } as const;

  it('is told by what forbids the very seats it names, whoever they are for', () => {
    const said = (pin: Pin): string[] => broken([], one(pin)).said;
    expect(said({ ...at, lead: 'Ada' })).toEqual([
      'Ada has been ruled out for R1 on Monday 18 to Wednesday 20 January 2027.',
    ]);
    expect(said({ ...at, qualityAssurer: 'Qi' })).toEqual([
      'Qi is not available on Monday 18 to Wednesday 20 January 2027.',
    ]);
    expect(said({ ...at, shadow: 'Sam' })).toHaveLength(1);
    expect(said({ ...at, lead: 'Ada', qualityAssurer: 'Qi' })).toHaveLength(2);
  });

  it('is told by rules where it names no slot, or nobody, or seats that nothing forbids', () => {
    const enough = [['restIsKept']];
    for (const pin of [
      { review: 'R1', lead: 'Ada' },
      at,
      { ...at, review: 'R2', lead: 'Ada' },
      { ...at, lead: 'nobody here' },
    ]) {
      expect(broken(enough, one(pin)).said).toEqual([titleOf('restIsKept')]);
    }
  });

  it('is told by rules where it is one of several', () => {
    const several = {
      ...one({ ...at, lead: 'Ada' }),
      pins: [{ ...at, lead: 'Ada' }, { review: 'R2' }],
    };
    expect(broken([['restIsKept']], several).said).toEqual([titleOf('restIsKept')]);
  });
});
