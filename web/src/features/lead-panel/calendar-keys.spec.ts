import { describe, expect, it } from '@jest/globals';
import { commandOf } from './calendar-keys';

const press = (key: string, more: object = {}) =>
  commandOf(
    { key, ctrlKey: false, metaKey: false, altKey: false, ...more },
    { row: 1, column: 0 },
    3,
  );
const go = (row: number, column: number) => ({ kind: 'GO', to: { row, column } });

describe('keys in the calendar', () => {
  it('move by week and window, and stop at the edges', () => {
    expect(press('ArrowDown')).toEqual(go(2, 0));
    expect(press('ArrowRight')).toEqual(go(1, 1));
    expect(press('ArrowLeft')).toEqual(go(1, 0));
    expect(press('Home', { ctrlKey: true })).toEqual(go(0, 0));
    expect(press('End')).toEqual(go(1, 1));
    expect(press('End', { ctrlKey: true })).toEqual(go(2, 1));
  });

  it('give a grade at once, open the choice, or take back what was pressed', () => {
    expect(press('P')).toEqual({ kind: 'GRADE', grade: 'PREFERRED' });
    expect(press('n')).toEqual({ kind: 'GRADE', grade: 'UNAVAILABLE' });
    expect(press('Enter')).toEqual({ kind: 'CHOOSE' });
    expect(press('Delete')).toEqual({ kind: 'GRADE', grade: null });
  });

  it('leave the browser its own', () => {
    expect(press('p', { ctrlKey: true })).toBeUndefined();
    expect(press('ArrowLeft', { altKey: true })).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
  });
});
