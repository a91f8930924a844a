/**
 * Measures what people wait for in the browser, on the product as it is served: from a key press on the plan board to the
 * paint that shows it, with 100 and with 400 Lead Reviewers, how long prices take when a review is picked up, and how much
 * JavaScript the term home loads first.
 *
 *     npm run bench:board
 *
 * Fails where the first load is 250 kB or more.
 */
import { gzipSync } from 'node:zlib';
import { type Browser, type Page } from 'playwright-core';
import { demoFolder, startDemo } from '../scripts/demo-service.js';
import { openWindow, startChromium } from '../test/browser/chromium.js';
import { ask } from './ask.js';
import { planOfMadeUpTerm } from './made-up-term.js';

const TERM = '/terms/spring-2027';
const MOST_KB = 250;

/** Keeps, for each key press, milliseconds from the event until the frame after it has been painted. */
const WATCH = `
  window.paints = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.paints.push(performance.now() - timeStamp);
      channel.port2.postMessage(null);
    });
  }, true);`;

function told(name: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0);
  return `  ${name}: median ${at(0.5)} ms, nine in ten within ${at(0.9)} ms, slowest ${at(1)} ms (${times.length})`;
}

/** JavaScript that a page loads in a browser that has kept nothing, gzipped file by file, in kB of 1000 bytes. */
async function firstLoad(browser: Browser, baseUrl: string): Promise<number> {
  const { page } = await openWindow(browser, { baseUrl });
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(TERM, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const all = await Promise.all(sizes);
  await page.context().close();
  return all.reduce((sum, size) => sum + size, 0) / 1000;
}

async function keys(page: Page): Promise<void> {
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'ArrowUp', 'ArrowLeft']) {
    for (let count = 0; count < 20; count += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
    }
    console.log(told(key, await page.evaluate<number[]>('window.paints.splice(0)')));
  }
}

/** A review picked up, until its prices everywhere are there. */
async function prices(page: Page): Promise<void> {
  const waits: number[] = [];
  const chips = await page.locator('[role=gridcell]:has([data-review][draggable=true])').all();
  for (const chip of chips.slice(5, 15)) {
    await chip.focus();
    const started = performance.now();
    const answer = page.waitForResponse((response) => response.url().endsWith('/carry'));
    await page.keyboard.press('Space');
    await answer;
    waits.push(performance.now() - started);
    await page.keyboard.press('Escape');
  }
  console.log(told('Prices of one review everywhere', waits));
}

async function board(browser: Browser, baseUrl: string, plan: string): Promise<void> {
  const { page } = await openWindow(browser, { baseUrl });
  await page.goto(`${TERM}/plans/${plan}`);
  await page.getByRole('grid').waitFor();
  await page.locator('[role=grid] [tabindex="0"]').focus();
  await page.evaluate(WATCH);
  await keys(page);
  const rows = await page.locator('[role=grid] [role=row]').count();
  const elements = await page.locator('[role=grid] *').count();
  console.log(`  ${rows} rows and ${elements} elements are on the page.`);
  await prices(page);
  await page.context().close();
}

const service = startDemo(await demoFolder());
const browser = await startChromium();
try {
  const url = await service.url;
  const { items } = await ask<{ items: { id: string }[] }>(url, `${TERM}/plans`);
  console.log('The sample: 100 Lead Reviewers, 153 reviews. From key press to paint:');
  await board(browser, url, items[0]?.id ?? '');
  console.log('400 Lead Reviewers, 600 reviews. From key press to paint:');
  const { id } = await planOfMadeUpTerm(url, 400, 600);
  await board(browser, url, id);
  const kilobytes = await firstLoad(browser, url);
  console.log(`First load of the term home: ${kilobytes.toFixed(1)} kB of JavaScript, gzipped.`);
  if (kilobytes >= MOST_KB) {
    console.error(`That is ${MOST_KB} kB or more.`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await service.stop();
}
