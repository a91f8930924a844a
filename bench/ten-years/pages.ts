/**
 * How long pages take in the browser with ten years of history, 500 Lead Reviewers and 5,000 schools, and those of a plan of
 * 400 people and 600 reviews: from the address to the last paint, once with nothing kept and once more.
 *
 *     npm run bench:pages
 *
 * `--keep <folder>` keeps the database there, or takes it from there; `--only <words>` opens pages whose name holds them.
 */
import { parseArgs } from 'node:util';
import { type Browser } from 'playwright-core';
import { openWindow, startChromium } from '../../test/browser/chromium.js';
import { type MadeUpPlan, planOfMadeUpTerm } from '../made-up-term.js';
import { withTenYears } from './service.js';

const { values } = parseArgs({ options: { keep: { type: 'string' }, only: { type: 'string' } } });

const TERM = '/terms/spring-2027';
/** Playwright calls a network idle after so many milliseconds without a request. */
const IDLE_MS = 500;

const REGISTERS = [
  ['Term home', TERM],
  ['Pre-flight', `${TERM}/preflight`],
  ['Run', `${TERM}/run`],
  ['Reviews', `${TERM}/reviews`],
  ['Schools', '/schools'],
  ['Leads', `${TERM}/leads`],
  ['Availability', `${TERM}/availability`],
] as const;
const REPORTS = [
  ['Commitments', '/reports/commitments'],
  ['One person’s year', '/reports/commitments/leads/LR-0250'],
  ['Forecast', '/reports/forecast'],
  ['Coverage', '/reports/coverage'],
  ['Fairness', '/reports/fairness'],
  ['Fees and costs', '/reports/fees'],
  ['Payroll', '/reports/fees/payroll'],
  ['Contracts and checks', '/reports/gates'],
  ['Supply and demand', '/reports/balance'],
  ['What if', '/reports/what-if'],
  ['Termly report', '/reports/termly'],
] as const;

/** Not that of a review: prices go on coming there long after it can be read. */
function pagesOf(plan: MadeUpPlan): (readonly [page: string, address: string])[] {
  const address = `${TERM}/plans/${plan.id}`;
  return [
    ['Plan board', address],
    ['Map', `${address}/map`],
    ['Unplaced', `${address}/unplaced`],
    ['A lead', `${address}/leads/${plan.lead}`],
  ];
}

await withTenYears({ keep: values.keep, environment: {} }, async ({ baseUrl }) => {
  const plan = await planOfMadeUpTerm(baseUrl, 400, 600);
  const browser = await startChromium();
  try {
    const pages = [...REGISTERS, ...pagesOf(plan), ...REPORTS];
    for (const [page, address] of pages.filter(([name]) => name.includes(values.only ?? ''))) {
      const first = await opened(browser, baseUrl, address);
      const again = await opened(browser, baseUrl, address);
      console.log(
        `${page.padEnd(24)} first ${first.ms.toFixed(0).padStart(6)} ms  again ${again.ms.toFixed(0).padStart(6)} ms  ${again.elements} elements`,
      );
    }
  } finally {
    await browser.close();
  }
});

/** In a window that has kept nothing. @throws Error where the page shows a fault */
async function opened(
  browser: Browser,
  baseUrl: string,
  address: string,
): Promise<{ ms: number; elements: number }> {
  const { page, faults } = await openWindow(browser, { baseUrl });
  const begun = performance.now();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const ms = performance.now() - begun - IDLE_MS;
  const elements = await page.locator('*').count();
  await page.context().close();
  if (faults.length > 0) throw new Error(`${address}: ${faults.join('; ')}`);
  return { ms, elements };
}
