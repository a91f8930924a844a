/**
 * Takes the pictures of the pages that the documentation shows, of the sample partnership, into `docs/screens`.
 *
 *     npm run screenshots
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
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
const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'docs/screens');
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
    name: 'lead',
    address: ({ plan, lead }) => `${term}/plans/${plan}/leads/${lead}`,
    ready: seen('Write down what they say'),
  },
  { name: 'map', address: () => `${term}/map`, ready: seen('Furthest') },
  { name: 'reviews', address: () => `${term}/reviews`, ready: seen('Download this view') },
];

const data = await mkdtemp(path.join(tmpdir(), 'qar-screens-'));
// PostgreSQL has an account of its own where this is run as root.
await chmod(data, 0o755);
const service = spawn(process.execPath, [path.join(root, 'dist/src/cli.js'), 'demo'], {
  cwd: data,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, QAR_DATA_DIR: path.join(data, 'data') },
});
const browser = await startChromium();
try {
  const url = await addressOf(service);
  await mkdir(folder, { recursive: true });
  const places = await placesIn(url);
  for (const picture of pictures) await take(browser, url, picture, places);
} finally {
  await browser.close();
  service.kill('SIGTERM');
  if (service.exitCode === null) await once(service, 'exit');
  await rm(data, { recursive: true, force: true });
}

/** Where the sample is served, once it is allocated. */
function addressOf(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    started.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^Open (http:\S+)/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    started.once('exit', () => reject(new Error(`The service ended.\n${said.slice(-2000)}`)));
  });
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
  await page.goto(address(places), { waitUntil: 'networkidle' });
  await ready(page);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`docs/screens/${name}.png`);
  await page.context().close();
}
