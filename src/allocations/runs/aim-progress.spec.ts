import { describe, expect, it } from '@jest/globals';
import { hasPlanSoFar, ProgressBoard } from './aim-progress.js';

function boardAt(): { board: ProgressBoard; wait: (milliseconds: number) => void } {
  let time = 1000;
  return {
    board: new ProgressBoard(() => time),
    wait: (milliseconds) => void (time += milliseconds),
  };
}

const settled = { phase: 'SETTLED' };

describe('the progress of a run', () => {
  it('keeps each aim in its order with the seconds from its start to its last word', () => {
    const { board, wait } = boardAt();
    board.hear({ aim: 'changes', value: null, bound: null, phase: 'started' });
    wait(250);
    board.hear({ aim: 'changes', value: 0, bound: 0, phase: 'settled' });
    board.hear({ aim: 'coverage', value: 9, bound: 9, phase: 'settled' });
    expect(board.rows()).toEqual([
      {
        ...settled,
        aim: 'coverage',
        value: 9,
        bound: 9,
        opening: { value: 9, bound: 9 },
        seconds: 0,
      },
      {
        ...settled,
        aim: 'changes',
        value: 0,
        bound: 0,
        opening: { value: 0, bound: 0 },
        seconds: 0.25,
      },
    ]);
  });

  it('keeps a value that a later message leaves open, and from where value and bound close in', () => {
    const { board } = boardAt();
    board.hear({ aim: 'fit', value: 50, bound: null, phase: 'improved' });
    expect(board.rows()[0]).not.toHaveProperty('opening');
    board.hear({ aim: 'fit', value: 40, bound: 10, phase: 'improved' });
    board.hear({ aim: 'fit', value: null, bound: 20, phase: 'improved' });
    const opening = { value: 40, bound: 10 };
    expect(board.rows()).toEqual([
      { aim: 'fit', phase: 'SOLVING', value: 40, bound: 20, opening, seconds: 0 },
    ]);
  });

  it('gives news once', () => {
    const { board } = boardAt();
    board.hear({ aim: 'coverage', value: 1, bound: 2, phase: 'improved' });
    expect(board.takeNews()).toHaveLength(1);
    expect(board.takeNews()).toBeUndefined();
  });

  it('ends with what the plan states, and 0 seconds for an aim that took none', () => {
    const { board, wait } = boardAt();
    board.hear({ aim: 'coverage', value: null, bound: 12, phase: 'started' });
    wait(1500);
    board.hear({ aim: 'coverage', value: 11, bound: 12, phase: 'improved' });
    expect(
      board.settledBy([
        { aim: 'coverage', value: 12, bound: 12 },
        { aim: 'changes', value: 0, bound: 0 },
      ]),
    ).toEqual([
      {
        ...settled,
        aim: 'coverage',
        value: 12,
        bound: 12,
        opening: { value: 11, bound: 12 },
        seconds: 1.5,
      },
      { aim: 'changes', phase: 'SETTLED', value: 0, bound: 0, seconds: 0 },
    ]);
  });

  it('knows a plan so far by its value, not by a bound', () => {
    const row = { aim: 'coverage', phase: 'SOLVING', seconds: 0 } as const;
    expect(hasPlanSoFar([{ ...row, value: null, bound: 5 }])).toBe(false);
    expect(hasPlanSoFar([{ ...row, value: 0, bound: 5 }])).toBe(true);
  });
});
