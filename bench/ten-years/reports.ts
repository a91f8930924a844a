/**
 * How fast report pages answer with ten years of history, 500 Lead Reviewers, 5,000 schools and 20 people at once: fills a
 * built-in database of its own, starts the service on it, and lets 20 users at once ask for each report over and over, while
 * something is recorded every ten seconds, so that it must be worked out anew.
 *
 *     npm run bench:reports -- --seconds 20 --users 20 --changes 10
 *
 * Prints for each page how many answers there were, their size, and how long they took; "anew" is one alone that nothing was
 * kept of, and "stall" the longest time that it kept everybody else waiting. Exits 1 where an answer failed, or one in a hundred took over a second. `--keep <folder>` keeps the database there, or
 * takes it from there; `--only <words>` asks for pages whose name holds them; `--profile` tells where the longest stall was.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { ask } from '../ask.js';
import { longestStall, own, probeLines, probing } from '../probed.js';
import { THIS_YEAR } from './fill.js';
import { type TenYears, withTenYears } from './service.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    users: { type: 'string', default: '20' },
    changes: { type: 'string', default: '10' },
    keep: { type: 'string' },
    only: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const MOST_MS = 1_000;
const YEAR_BEGAN = `${THIS_YEAR.slice(0, 4)}-08-31`;
/** A stall is written down shortly after it. */
const PROBE_LAG_MS = 100;

/** What each page asks for. */
const PAGES: readonly (readonly [page: string, address: string])[] = [
  ['Commitments', '/reports/commitments'],
  ['Commitments, nine years ago', '/reports/commitments?asAt=2018-03-25'],
  ['Commitments, compared', '/reports/commitments?compareWith=2026-12-21'],
  ['Reviews behind a number', '/reports/commitments/reviews?figure=led'],
  ['One person’s year', '/reports/commitments/leads/LR-0250'],
  ['Forecast', '/reports/forecast'],
  ['Coverage', '/reports/coverage'],
  ['Coverage by trust, years ago', '/reports/coverage?by=TRUST&asAt=2018-03-25'],
  ['Reviews of coverage', '/reports/coverage/reviews?figure=covered'],
  ['Schools without a lead', '/reports/coverage/schools'],
  ['Member schools', '/reports/coverage/members'],
  ['Fairness', '/reports/fairness'],
  ['Fairness of ten years', '/reports/fairness?years=10'],
  ['Costs', '/reports/fees'],
  ['Seats behind a cost', '/reports/fees/reviews?figure=all'],
  ['Payroll', '/reports/fees/payroll?lines=FIRST'],
  ['Contracts and checks', '/reports/gates'],
  ['Supply and demand', '/reports/balance'],
  ['What if', '/reports/what-if'],
  ['Termly report', '/reports/termly'],
];

const probeFolder = await mkdtemp(path.join(tmpdir(), 'qar-probe-'));
const probeFile = path.join(probeFolder, 'lines');
try {
  process.exitCode = await withTenYears(
    { keep: values.keep, environment: probing(probeFile, values.profile) },
    measure,
  );
} finally {
  await rm(probeFolder, { recursive: true, force: true });
}

/** @returns the exit code */
async function measure({ databaseUrl, baseUrl }: TenYears): Promise<number> {
  const api = `${baseUrl}/api/v1`;
  await prepare(baseUrl);
  const stopRecording = recordNowAndThen(databaseUrl);
  try {
    const wanted = PAGES.filter(([page]) => page.includes(values.only ?? ''));
    let isGood = true;
    console.log(
      `${values.users} users at once, ${values.seconds} s each, something recorded every ${values.changes} s; milliseconds:`,
    );
    for (const [page, address] of wanted) isGood = (await askOver(page, api + address)) && isGood;
    return isGood ? 0 : 1;
  } finally {
    await stopRecording();
  }
}

/** As people do who work in the registers meanwhile. @returns ends it */
function recordNowAndThen(url: string): () => Promise<void> {
  const client = new pg.Client({ connectionString: url });
  const ready = client.connect();
  const record = (): void =>
    void ready.then(() =>
      client.query(`UPDATE lead_reviewer SET version = version + 1 WHERE code = 'LR-0001'`),
    );
  const timer = setInterval(record, Number(values.changes) * 1000);
  return async () => {
    clearInterval(timer);
    await ready;
    await client.end();
  };
}

/** What reports read because somebody had it found, and what payroll was handed until the year began. */
async function prepare(baseUrl: string): Promise<void> {
  await ask(baseUrl, '/reports/commitments/limits', { academicYear: THIS_YEAR });
  const payroll = '/reports/fees/payroll';
  const { batches } = await ask<{ batches: unknown[] }>(baseUrl, payroll);
  if (batches.length > 0) return;
  await ask(baseUrl, `${payroll}/batches`, { upTo: YEAR_BEGAN, corrections: true });
}

/** @returns whether all answers were good and 99 of 100 came within a second */
async function askOver(page: string, address: string): Promise<boolean> {
  const from = Date.now();
  const first = performance.now();
  const alone = await (await fetch(address)).text();
  const firstMs = performance.now() - first;
  await pause(PROBE_LAG_MS);
  const stall = longestStall(await probeLines(probeFile, from));
  const histogram = createHistogram();
  const until = performance.now() + Number(values.seconds) * 1000;
  let failed = 0;
  const user = async (): Promise<void> => {
    while (performance.now() < until) {
      const begun = performance.now();
      const answer = await fetch(address);
      await answer.arrayBuffer();
      if (!answer.ok) failed += 1;
      histogram.record(Math.max(1, Math.round(performance.now() - begun)));
    }
  };
  await Promise.all(Array.from({ length: Number(values.users) }, user));
  const at = (percent: number): string => String(histogram.percentile(percent)).padStart(5);
  const isGood = failed === 0 && histogram.percentile(99) <= MOST_MS;
  console.log(
    `${page.padEnd(30)} ${String(histogram.count).padStart(6)} answers of ${String(Math.ceil(alone.length / 1024)).padStart(5)} KiB` +
      `  anew ${firstMs.toFixed(0).padStart(5)}  stall ${(stall ? own(stall) : 0).toFixed(0).padStart(4)}  p50 ${at(50)}  p95 ${at(95)}  p99 ${at(99)}  ${isGood ? '' : `TOO SLOW${failed > 0 ? `, ${failed} failed` : ''}`}`,
  );
  for (const line of stall?.where ?? []) console.log(`      ${line}`);
  return isGood;
}
