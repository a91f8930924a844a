import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../api/problem-error';
import { changedSinceIn, onTopOf } from './meanwhile';

describe('one’s own change on what somebody else made', () => {
  const base = { byName: { Standard: { need: 8, step: 1 }, Least: { need: 8 } }, name: 'Standard' };

  it('keeps theirs where it was not touched, and one’s own where it was', () => {
    const mine = { ...base, byName: { ...base.byName, Standard: { need: 9, step: 1 } } };
    const theirs = {
      ...base,
      byName: { Standard: { need: 7, step: 2 }, Least: { need: 5 }, New: {} },
    };
    expect(onTopOf(base, mine, theirs)).toEqual({
      byName: { Standard: { need: 9, step: 2 }, Least: { need: 5 }, New: {} },
      name: 'Standard',
    });
  });

  it('takes away what was taken away, and does not bring back what they took away', () => {
    const { Standard } = base.byName;
    expect(onTopOf(base, { ...base, byName: { Standard } }, base)).toEqual({
      byName: { Standard },
      name: 'Standard',
    });
    expect(onTopOf(base, { ...base, name: 'Least' }, { ...base, byName: { Standard } })).toEqual({
      byName: { Standard },
      name: 'Least',
    });
  });

  it('takes lists of things one by one where none came or went, else as they are', () => {
    const halves = (first: string, second: string) => [{ on: first }, { on: second }];
    expect(onTopOf(halves('1', '2'), halves('1', '3'), halves('0', '2'))).toEqual(halves('0', '3'));
    expect(onTopOf(['a'], ['a', 'b'], ['c'])).toEqual(['a', 'b']);
  });
});

describe('a refusal to overwrite', () => {
  const problem = {
    ...{ type: 'x', title: 'x', status: 412, detail: 'x', instance: '/', correlationId: 'x' },
    code: 'CHANGED_SINCE',
  };

  it('tells who was first and the version to go on from; others tell nothing', () => {
    const details = { version: 3, meanwhile: [] };
    expect(changedSinceIn(new ProblemError({ ...problem, details }))).toEqual(details);
    expect(changedSinceIn(new ProblemError({ ...problem, code: 'OTHER', details }))).toBeNull();
    expect(changedSinceIn(new ProblemError(problem))).toBeNull();
    expect(changedSinceIn(null)).toBeNull();
  });
});
