import { expect, it } from '@jest/globals';
import { rowAfter } from './row-keys';

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

it('leaves other keys alone', () => {
  expect(rowAfter('a', 3, 20)).toBeUndefined();
  expect(rowAfter(' ', 3, 20)).toBeUndefined();
});
