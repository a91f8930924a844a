import { describe, expect, it } from '@jest/globals';
import { tellerOf } from '../../../test/support/told-plan.js';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { movesBetween } from '../../solver/explain/moves.js';
import { priceOf } from '../../solver/explain/price.js';
import { type SeatRow } from '../../solver/problem.js';
import { tellAlternative } from './tell-alternative.js';

describe('who else moves, in words', () => {
  const nothing = priceOf(new Map(), new Map());
  const told = (before: SeatRow, after: SeatRow): string[] => {
    const moves = movesBetween([before], [after]);
    return tellAlternative(
      { kind: 'PRICED', price: nothing, isProven: true, moves },
      tellerOf([before]),
    ).moves.map(({ words }) => words);
  };
  const ada = led('R-1', 'L-1', WEEK_1);
  const days = 'Monday 11 to Wednesday 13 January 2027';
  const later = 'Monday 18 to Wednesday 20 January 2027';

  it.each<[SeatRow, SeatRow, string]>([
    [row('R-1'), ada, `Vale School, Leeds gets Ada Skylark as its lead, on ${days}.`],
    [ada, row('R-1'), `Vale School, Leeds loses its lead, Ada Skylark, on ${days}.`],
    [ada, led('R-1', 'L-2', WEEK_1), 'Vale School, Leeds goes from Ada Skylark to Ben Linnet.'],
    [
      ada,
      led('R-1', 'L-2', WEEK_2),
      `Vale School, Leeds goes from Ada Skylark to Ben Linnet, and moves from ${days} to ${later}.`,
    ],
    [
      ada,
      led('R-1', 'L-1', WEEK_2),
      `Vale School, Leeds moves from ${days} to ${later}, still led by Ada Skylark.`,
    ],
    [ada, { ...ada, qualityAssurer: 'L-3' }, 'Eve Wren quality assures Vale School, Leeds.'],
    [
      { ...ada, shadow: 'L-3' },
      { ...ada, shadow: 'L-2' },
      'Ben Linnet shadows Vale School, Leeds instead of Eve Wren.',
    ],
    [
      { ...ada, qualityAssurer: 'L-3' },
      led('R-1', 'L-2', WEEK_1),
      'Vale School, Leeds goes from Ada Skylark to Ben Linnet. Eve Wren no longer quality assures Vale School, Leeds.',
    ],
  ])('%#', (before, after, words) => {
    expect(told(before, after)).toEqual([words]);
  });

  it('names everybody concerned', () => {
    const moves = movesBetween([ada], [led('R-1', 'L-2', WEEK_1)]);
    expect(
      tellAlternative({ kind: 'PRICED', price: nothing, isProven: true, moves }, tellerOf([ada]))
        .people,
    ).toEqual([
      { person: 'L-1', name: 'Ada Skylark' },
      { person: 'L-2', name: 'Ben Linnet' },
    ]);
  });
});

describe('a conflict in words', () => {
  it('says which pins cannot hold with what is asked, and the rules', () => {
    const told = tellAlternative(
      {
        kind: 'IMPOSSIBLE',
        conflict: [
          {
            pin: { review: 'R-2', lead: 'L-1', week: WEEK_1, window: 'MON_WED' },
            isAsked: false,
            rules: ['At most one review a week'],
          },
          {
            pin: { review: 'R-1', lead: 'L-1', qualityAssurer: 'L-3' },
            isAsked: true,
            rules: ['At most one review a week', 'L-1 may not'],
          },
        ],
      },
      tellerOf([]),
    );
    expect(told).toMatchObject({ isPossible: false, price: null, moves: [], people: [] });
    expect(told.whyNone).toEqual([
      'Pins rule it out. These cannot hold together:',
      'Moor School, Leeds is to be led by Ada Skylark on Monday 11 to Wednesday 13 January 2027.',
      'Vale School, Leeds is to be led by Ada Skylark and quality assured by Eve Wren, as is asked here.',
      'The rules that together stand against it: “At most one review a week”; “Ada Skylark may not”.',
    ]);
  });

  it('says so where no pin is to blame', () => {
    const told = tellAlternative(
      {
        kind: 'IMPOSSIBLE',
        conflict: [{ pin: { review: 'R-1', shadow: 'L-3' }, isAsked: true, rules: ['A rule'] }],
      },
      tellerOf([]),
    );
    expect(told.whyNone).toEqual([
      'No plan can have it so, whatever else it gives up.',
      'The rule against it: “A rule”.',
    ]);
  });

  it('tells a pin that names nobody', () => {
    expect(tellerOf([]).pin({ review: 'R-1' })).toBe('Vale School, Leeds is to be given a lead');
    expect(tellerOf([]).pin({ review: 'R-1', shadow: 'L-3' })).toBe(
      'Vale School, Leeds is to be shadowed by Eve Wren',
    );
  });
});
