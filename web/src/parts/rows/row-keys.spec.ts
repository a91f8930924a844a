import { expect, it } from '@jest/globals';
import { rowAfter, stopNear } from './row-keys';

it('goes from row to row by the arrows, by pages, and to the ends', () => {
  expect(rowAfter('ArrowDown', 3, 20)).toBe(4);
  expect(rowAfter('ArrowDown', 19, 20)).toBe(19);
  expect(rowAfter('ArrowUp', 0, 20)).toBe(0);
  expect(rowAfter('PageDown', 3, 20)).toBe(13);
  expect(rowAfter('PageDown', 15, 20)).toBe(19);
  expect(rowAfter('PageUp', 3, 20)).toBe(0);
  expect(rowAfter('Home', 7, 20)).toBe(0);
  expect(rowAfter('End', 7, 20)).toBe(19);
});

it('passes over what lies behind a row, and turns back where nothing follows it', () => {
  const isBehind = (index: number) => index === 4 || index === 19;
  expect(stopNear(4, 3, 20, isBehind)).toBe(5);
  expect(stopNear(4, 5, 20, isBehind)).toBe(3);
  expect(stopNear(3, 4, 20, isBehind)).toBe(3);
  expect(stopNear(19, 18, 20, isBehind)).toBe(18);
  expect(stopNear(19, 2, 20, isBehind)).toBe(18);
  expect(stopNear(0, 1, 2, (index) => index === 1)).toBe(0);
});

it('leaves other keys alone', () => {
  expect(rowAfter('a', 3, 20)).toBeUndefined();
  expect(rowAfter(' ', 3, 20)).toBeUndefined();
});
