import { expect, test } from '@jest/globals';
import { inTurns } from './turns.js';

test('others have their turn while many items are mapped, which stay in order', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  const busy = (item: number): number => {
    const until = performance.now() + 4;
    while (performance.now() < until);
    return item * 2;
  };
  const items = Array.from({ length: 30 }, (_, index) => index);
  expect(await inTurns(items, busy)).toEqual(items.map((item) => item * 2));
  clearInterval(others);
  expect(turns).toBeGreaterThan(3);
});
