import { describe, expect, it } from '@jest/globals';
import { type AimProgress } from './aim-progress.js';
import { aimStandings } from './aim-standing.js';

function row(changes: Partial<AimProgress>): AimProgress {
  return { aim: 'coverage', phase: 'SOLVING', value: null, bound: null, seconds: 1, ...changes };
}
function words(changes: Partial<AimProgress>): string | undefined {
  const aim = changes.aim ?? 'coverage';
  return aimStandings([row(changes)]).find((each) => each.aim === aim)?.words;
}

describe('how far a run has come', () => {
  it('names all seven aims in their order, those that have not begun as well', () => {
    const standings = aimStandings([row({})]);
    expect(standings.map(({ name }) => name)).toEqual(
      'Coverage Changes Shadowing Commitment Balance Fit Company'.split(' '),
    );
    expect(standings.map(({ phase }) => phase)).toEqual([
      'SOLVING',
      ...Array<string>(6).fill('WAITING'),
    ]);
    expect(standings[1]?.words).toBe('waits for the aims before it');
  });

  it('says how value and bound close in', () => {
    expect(words({})).toBe('looking for a first plan');
    expect(words({ value: 168 })).toBe('168 by priority so far, nothing proven yet');
    expect(words({ value: 168, bound: 171 })).toBe(
      '168 by priority so far, no plan has more than 171',
    );
    expect(words({ aim: 'commitment', value: 9, bound: 4 })).toBe(
      '9 reviews short so far, no plan has fewer than 4',
    );
    expect(words({ value: 171, bound: 171 })).toBe('171 by priority, as good as any plan');
  });

  it('says when an aim is settled whether it is proven, and how far from it', () => {
    const phase = 'SETTLED';
    expect(words({ phase, value: 171, bound: 171 })).toBe('171 by priority, proven');
    expect(words({ phase, value: 168, bound: 171 })).toBe(
      '168 by priority, not proven: up to 171 may be possible',
    );
    expect(words({ phase, aim: 'changes', value: 1, bound: 0 })).toBe(
      '1 change, not proven: as few as 0 may be possible',
    );
    expect(words({ phase })).toBe('no plan');
  });
});
