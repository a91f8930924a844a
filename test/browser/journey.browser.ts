import { expect, it } from '@jest/globals';
import { byMouse } from './hands.js';
import { inBrowser } from './in-browser.js';
import { Journey } from './journey.js';

const product = inBrowser('NOTHING', '2026-12-21');

it('A whole term is done by mouse: import, check, run, understand a gap, change, compare, download', async () => {
  const { page, faults } = await product.open({ height: 1400 });
  await new Journey(product, page, byMouse).run();
  expect(faults).toEqual([]);
}, 400_000);
