/**
 * Takes the pictures of the pages that the documentation shows, of the sample partnership, into `docs/screens`.
 *
 *     npm run screenshots
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoFolder, startDemo } from '../../scripts/demo-service.js';
import { openWindow, startChromium } from './chromium.js';

interface Picture {
  readonly name: string;
  readonly address: (places: Places) => string;
  /** What is on the page once all has come. */
  readonly ready: (page: Page) => Promise<void>;
  readonly width?: number;
  readonly dark?: boolean;
}

interface Places {
  readonly plan: string;
  /** A review and its lead. */
  readonly led: string;
  readonly lead: string;
}

const term = '/terms/spring-2027';
const folder = path.resolve(import.meta.dirname, '../../../docs/screens');
const patience = { timeout: 180_000 };

const seen = (words: string | RegExp) => (page: Page) =>
  page.getByText(words).first().waitFor(patience);

const pictures: readonly Picture[] = [
  { name: 'term-home', address: () => term, ready: seen('Needs attention') },
  {
    name: 'term-home-phone',
    address: () => term,
    ready: seen('Needs attention'),
    width: 390,
    dark: true,
  },
  {
    name: 'preflight',
    address: () => `${term}/preflight`,
    ready: seen(/^No plan covers more than/),
  },
  {
    name: 'plan-board',
    address: ({ plan, led }) => `${term}/plans/${plan}?review=${led}`,
    ready: seen('Another lead'),
  },
  {
    name: 'review',
    address: ({ plan, led }) => `${term}/plans/${plan}/reviews/${led}`,
    ready: seen('Who cannot, and what would mend it'),
  },
  {
    name: 'unplaced',
    address: ({ plan }) => `${term}/plans/${plan}/unplaced`,
    ready: seen(/^Checked by solving again, \d/),
  },
  {
    name: 'drop-outs',
    address: ({ plan }) => `${term}/plans/${plan}/drop-outs`,
    ready: seen(/^\d+ people have no seat in this plan/),
  },
  {
    name: 'lead',
    address: ({ plan, lead }) => `${term}/plans/${plan}/leads/${lead}`,
    ready: seen('Write down what they say'),
  },
  { name: 'map', address: () => `${term}/map`, ready: seen('Furthest') },
  { name: 'reviews', address: () => `${term}/reviews`, ready: seen('Download this view') },
];

const service = startDemo(await demoFolder());
const browser = await startChromium();
try {
  const url = await service.url;
  await mkdir(folder, { recursive: true });
  const places = await placesIn(url);
  for (const picture of pictures) await take(browser, url, picture, places);
} finally {
  await browser.close();
  await service.stop();
}

async function placesIn(url: string): Promise<Places> {
  const { items } = await asked<{ items: { id: string }[] }>(url, `${term}/plans`);
  const plan = items[0]?.id ?? '';
  const { chips } = await asked<{ chips: { review: string; lead: string | null }[] }>(
    url,
    `/plans/${plan}/board`,
  );
  const led = chips.find(({ lead }) => lead !== null);
  return { plan, led: led?.review ?? '', lead: led?.lead ?? '' };
}

async function asked<Body>(url: string, address: string): Promise<Body> {
  return (await (await fetch(`${url}/api/v1${address}`)).json()) as Body;
}

async function take(
  from: Browser,
  url: string,
  { name, address, ready, width = 1440, dark = false }: Picture,
  places: Places,
): Promise<void> {
  const { page } = await openWindow(from, { baseUrl: url, width, dark, reducedMotion: true });
  await page.goto(address(places));
  await ready(page);
  // Only then: what is worked out anew keeps the page asking until it is there.
  await page.waitForLoadState('networkidle', patience);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
  await page.context().close();
}
