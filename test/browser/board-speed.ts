/**
 * Measures the plan board of a running service: from a key press to the paint that shows it, and how long prices take
 * when a review is picked up.
 *
 *     node dist/test/browser/board-speed.js http://localhost:3000 /terms/spring-2027/plans/<id>
 */
import { openWindow, startChromium } from './chromium.js';

const [baseUrl = 'http://localhost:3000', address = '/'] = process.argv.slice(2);

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

const inOrder = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

function told(name: string, times: readonly number[]): string {
  const sorted = inOrder(times);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  return `${name}: median ${at(0.5)} ms, nine in ten within ${at(0.9)} ms, slowest ${at(1)} ms (${times.length})`;
}

const browser = await startChromium();
try {
  const { page } = await openWindow(browser, { baseUrl });
  await page.goto(address);
  await page.getByRole('grid').waitFor();
  await page.locator('[role=grid] [tabindex="0"]').focus();
  await page.evaluate(WATCH);
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'ArrowUp', 'ArrowLeft']) {
    for (let count = 0; count < 20; count += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
    }
    const times = await page.evaluate<number[]>('window.paints.splice(0)');
    console.log(told(key, times));
  }
  const rows = await page.locator('[role=grid] [role=row]').count();
  const elements = await page.locator('[role=grid] *').count();
  console.log(`${rows} rows and ${elements} elements are on the page.`);
  const waits: number[] = [];
  for (const chip of (await page.locator('[role=gridcell]:has([data-review])').all()).slice(
    5,
    15,
  )) {
    await chip.focus();
    const started = performance.now();
    const answer = page.waitForResponse((response) => response.url().endsWith('/carry'));
    await page.keyboard.press('Space');
    await answer;
    waits.push(performance.now() - started);
    await page.keyboard.press('Escape');
  }
  console.log(told('Prices of one review everywhere', waits));
} finally {
  await browser.close();
}
