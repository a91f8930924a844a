import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  changesInWords,
  countsInWords,
  editsOf,
  type History,
  nothingDone,
  readHistory,
  redo,
  type Step,
  undo,
  withStep,
} from './edit-history';

const step = (review: string, kind: Step['kind'] = 'REMOVE'): Step => ({
  edits: [{ kind: 'CLEAR', review }],
  kind,
  words: review,
});

describe('what was done since a version', () => {
  const two = withStep(withStep(nothingDone, step('R1')), step('R2', 'PIN'));

  it('keeps the edits in their order, and counts them in words', () => {
    expect(editsOf(two)).toEqual([
      { kind: 'CLEAR', review: 'R1' },
      { kind: 'CLEAR', review: 'R2' },
    ]);
    expect(countsInWords(two)).toBe('1 taken off, 1 pin');
    expect(changesInWords(two, 3)).toBe('2 changes since version 3');
    expect(changesInWords(undo(two), 3)).toBe('1 change since version 3');
    expect(changesInWords(nothingDone, 3)).toBe('No changes since version 3');
  });

  it('is undone and done again, until something else is done', () => {
    expect(redo(undo(two))).toEqual(two);
    expect(undo(undo(undo(two))).done).toEqual([]);
    const other = withStep(undo(two), step('R3'));
    expect(other.undone).toEqual([]);
    expect(redo(other).done.map(({ words }) => words)).toEqual(['R1', 'R3']);
  });

  it('forgets a pin that is taken back at once, but not one of another review or one changed since', () => {
    const pin = step('R3', 'PIN');
    const unpin = step('R3', 'UNPIN');
    const start = withStep(nothingDone, step('R1'));
    expect(withStep(withStep(start, pin), unpin)).toEqual(start);
    expect(withStep(withStep(nothingDone, unpin), pin)).toEqual(nothingDone);
    expect(withStep(withStep(start, pin), step('R4', 'UNPIN')).done).toHaveLength(3);
    expect(withStep(withStep(start, pin), pin).done).toHaveLength(3);
    expect(withStep([pin, step('R1')].reduce(withStep, start), unpin).done).toHaveLength(4);
  });

  it('comes back from where it was kept, and is nothing where that cannot be read', () => {
    expect(readHistory(JSON.stringify(two))).toEqual(two);
    for (const broken of [null, '', '{', '[]', '{"done":[1],"undone":[]}', '{"done":[]}']) {
      expect(readHistory(broken)).toEqual(nothingDone);
    }
  });

  it('never loses a step, whatever is undone and done again', () => {
    const moves = fc.array(fc.constantFrom('undo', 'redo'), { maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(6), moves, (count, keys) => {
        const all = Array.from({ length: count }, (_, n) => step(`R${n}`));
        const start = all.reduce(withStep, nothingDone);
        const end = keys.reduce((h: History, key) => (key === 'undo' ? undo(h) : redo(h)), start);
        expect([...end.done, ...end.undone]).toEqual(all);
      }),
    );
  });
});
