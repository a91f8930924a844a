import { describe, expect, it } from '@jest/globals';
import { commandOf } from './board-keys';

const press = (key: string, more: object = {}, letters = true): unknown =>
  commandOf(
    { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more },
    letters,
  );

describe('a key on the board', () => {
  it.each([
    ['ArrowUp', { kind: 'MOVE', key: 'Up' }],
    ['End', { kind: 'MOVE', key: 'End' }],
    ['PageDown', { kind: 'MOVE', key: 'PageDown' }],
    ['Enter', { kind: 'OPEN' }],
    [' ', { kind: 'CARRY' }],
    ['Escape', { kind: 'ESCAPE' }],
    ['Delete', { kind: 'REMOVE' }],
    ['m', { kind: 'MOVE_TO' }],
    ['P', { kind: 'PIN' }],
    ['w', { kind: 'WHY' }],
    ['f', { kind: 'NEXT_PROBLEM' }],
    ['/', { kind: 'FILTER' }],
    ['?', { kind: 'HELP' }],
    ['x', null],
    ['Tab', null],
  ])('%s asks for %o', (key, command) => expect(press(key)).toEqual(command));

  it('with Control jumps to a corner, undoes or redoes', () => {
    const control = { ctrlKey: true };
    expect(press('Home', control)).toEqual({ kind: 'MOVE', key: 'Start' });
    expect(press('End', control)).toEqual({ kind: 'MOVE', key: 'Last' });
    expect(press('z', control)).toEqual({ kind: 'UNDO' });
    expect(press('Z', { ...control, shiftKey: true })).toEqual({ kind: 'REDO' });
    expect(press('z', { metaKey: true })).toEqual({ kind: 'UNDO' });
    expect(press('p', control)).toBeNull();
    expect(press('ArrowUp', { altKey: true })).toBeNull();
  });

  it('that is one character is nothing once these are turned off; the others stay', () => {
    expect(press('p', {}, false)).toBeNull();
    expect(press('?', {}, false)).toBeNull();
    expect(press('Delete', {}, false)).toEqual({ kind: 'REMOVE' });
    expect(press('z', { ctrlKey: true }, false)).toEqual({ kind: 'UNDO' });
  });
});
