/**
 * Whether the web process stays awake while everybody asks at once: starts the service as a user would (`qar demo`, built-in
 * database, the sample partnership), then at once two runs (one freezes the term, one comes as a file of 100 people and 160
 * reviews), a ranking, what it would take, drop-outs, a re-plan and a why-not, while light requests come all the time.
 *
 *     npm run bench:stall -- --seconds 60
 *
 * Prints the delays of the web process's event loop (`event-loop-probe.ts`), how long each request took and the memory of the
 * process with all its solver threads. Exits 1 where the loop was busy by itself for over 50 ms. `--profile` tells in which
 * functions; it slows the process a little.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { demoFolder, startDemo } from '../scripts/demo-service.js';
import { generateProblem } from '../scripts/generate-problem.js';
import { writeProblem } from '../src/solver/file/write-files.js';
import type { ProbeLine } from './event-loop-probe.js';
import { longestStall, MOST_STALL_MS, own, probeLines, probing } from './probed.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    profile: { type: 'boolean', default: false },
  },
});
const LIGHT_EACH_MS = 50;
const PAUSE_MS = 300;

const folder = await demoFolder();
const probeFile = path.join(folder, 'probe.jsonl');
const service = startDemo(folder, probing(probeFile, values.profile));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void service.stop().then(() => process.exit(130)));
}
try {
  process.exitCode = await measure(await service.url);
} finally {
  await service.stop();
}

interface Asked {
  what: string;
  from: number;
  to: number;
}

/** @returns the exit code */
async function measure(address: string): Promise<number> {
  const api = `${address}/api/v1`;
  const asked: Asked[] = [];
  const failed: string[] = [];
  const until = new AbortController();
  const ask = async (what: string, at: string, request: RequestInit = {}): Promise<string> => {
    const from = Date.now();
    try {
      const response = await fetch(`${api}${at}`, { ...request, signal: until.signal });
      const text = await response.text();
      if (!response.ok) failed.push(`${what}: ${response.status} ${text.slice(0, 300)}`);
      return text;
    } catch (error) {
      if (!until.signal.aborted) failed.push(`${what}: ${String(error)}`);
      return '';
    } finally {
      asked.push({ what, from, to: Date.now() });
    }
  };
  const { items } = JSON.parse(await ask('runs', '/allocation-runs')) as {
    items: { id: string; planId: string }[];
  };
  const [run] = items;
  if (!run) throw new Error('The demonstration left no run.');
  const plan = `/plans/${run.planId}`;
  const { reviews } = JSON.parse(await ask('plan', plan)) as {
    reviews: { review: string; lead: string | null }[];
  };
  const led = reviews.filter(({ lead }) => lead !== null);
  const [first, second, third] = led as [(typeof led)[0], (typeof led)[0], (typeof led)[0]];
  const json = { 'content-type': 'application/json' };
  const post = (body: string): RequestInit => ({ method: 'POST', headers: json, body });
  const file = writeProblem(generateProblem({ seed: 1, leads: 100, reviews: 160, weeks: 12 }));
  const large = writeProblem(generateProblem({ seed: 1, leads: 120, reviews: 500, weeks: 12 }));

  const requests = [
    ['light: live', '/../../health/live'],
    ['light: a run', `/allocation-runs/${run.id}`],
    ['a plan', plan],
    ['runs', '/allocation-runs'],
    ['summary of a plan', `${plan}/summary`],
    ['reviews without a lead', `${plan}/uncovered`],
    ['places of a review', `${plan}/reviews/${third.review}/places`],
    ['the term’s people', '/terms/spring-2027/lead-reviewers'],
    ['pre-flight', '/terms/spring-2027/preflight'],
    ['problem file', `/allocation-runs/${run.id}/problem`],
    ['spreadsheet of a plan', `${plan}/export.xlsx`],
    ['all data as a spreadsheet', '/exports/all.xlsx'],
    ['places for a person', `${plan}/lead-reviewers/${third.lead ?? ''}/places`],
    ['board of a plan', `${plan}/board`],
    ['commitments as a spreadsheet', '/reports/commitments/files/xlsx'],
  ] as const;
  console.log('Each by itself, the second time it is asked:');
  for (const [what, at] of requests) await alone(what, () => ask(what, at));
  const ranked = `${plan}/reviews/${third.review}/candidates`;
  await alone('ranking', () => ask('ranking', `${ranked}/events`));
  const discarded = async (body: string): Promise<void> => {
    const { id } = JSON.parse(await ask('run', '/allocation-runs', post(body))) as { id: string };
    await ask('cancel', `/allocation-runs/${id}/cancel`, post('{"mode":"DISCARD"}'));
  };
  await alone('run of the term (POST)', () => discarded('{"termId":"spring-2027"}'));
  await alone('run of a file (POST)', () => discarded(file));
  await alone('run of 500 reviews (POST)', () => discarded(large));

  console.log('All at once:');
  asked.length = 0;
  const begin = Date.now();
  const questions = [
    ask('run of the term (POST)', '/allocation-runs', post('{"termId":"spring-2027"}')),
    ask('run of a file (POST)', '/allocation-runs', post(file)),
    ask('ranking', `${plan}/reviews/${first.review}/candidates/events`),
    ask('why-not', `${plan}/reviews/${second.review}/why-not/${third.lead ?? ''}`),
    ...['what-would-it-take?', 'drop-outs?', `disturbance?gone=${first.lead ?? ''}&`].map(
      async (what) => {
        while (!until.signal.aborted) {
          const said = await ask(what, `${plan}/${what}wait=5`);
          if (said.includes('"state":"DONE"')) return;
        }
      },
    ),
  ];
  const light = keepAsking(requests.slice(0, 2), LIGHT_EACH_MS);
  const others = keepAsking(requests.slice(2), 1000);
  await pause(Number(values.seconds) * 1000);
  until.abort();
  await Promise.all([...questions, light, others]);
  for (const each of failed) console.log(`Failed: ${each}`);
  const code = report(asked, begin, await probeLines(probeFile));
  return failed.length > 0 ? 1 : code;

  async function keepAsking(
    of: typeof requests | readonly (readonly [string, string])[],
    every: number,
  ): Promise<void> {
    for (let i = 0; !until.signal.aborted; i++) {
      const [what, at] = of[i % of.length] as readonly [string, string];
      await ask(what, at);
      await pause(every);
    }
  }
}

/** Asks twice; tells how long the loop was busy without a pause, the second time. */
async function alone(what: string, ask: () => Promise<unknown>): Promise<void> {
  await ask();
  await pause(PAUSE_MS);
  const from = Date.now();
  await ask();
  await pause(PAUSE_MS);
  const longest = longestStall(await probeLines(probeFile, from));
  const took = Date.now() - from - PAUSE_MS;
  console.log(
    `${what.padEnd(32)} ${took} ms; busy at most ${(longest ? own(longest) : 0).toFixed(0)} ms`,
  );
  if (longest && own(longest) > MOST_STALL_MS) {
    for (const line of longest.where ?? []) console.log(`      ${line}`);
  }
}

function report(asked: readonly Asked[], begin: number, probed: readonly ProbeLine[]): number {
  const during = probed.filter(({ at }) => at >= begin);
  const stalls = during.filter(
    (each): each is ProbeLine & { late: number } => each.late !== undefined,
  );
  const before = Math.max(...probed.filter(({ at }) => at < begin).map(({ rss }) => rss));
  console.log(
    `Node ${process.version}; memory of the web process: at most ${before} MiB before, ${Math.max(...during.map(({ rss }) => rss))} MiB with all solver threads busy`,
  );
  for (const [what, took] of groupedTimes(asked)) {
    console.log(
      `${what.padEnd(32)} ${took.length} times, median ${at(took, 0.5)} ms, 95 of 100 within ${at(took, 0.95)} ms, at most ${at(took, 1)} ms`,
    );
  }
  const worst = stalls.filter((each) => own(each) > MOST_STALL_MS);
  console.log(
    `Event loop: latest by ${Math.max(0, ...stalls.map(({ late }) => late)).toFixed(0)} ms, busy by itself at most ${Math.max(0, ...stalls.map(own)).toFixed(0)} ms; over ${MOST_STALL_MS} ms ${worst.length} times`,
  );
  for (const each of worst.sort((a, b) => own(b) - own(a)).slice(0, 15)) {
    const meanwhile = asked.filter(({ from, to }) => from <= each.at && to >= each.at - each.late);
    console.log(
      `  busy ${own(each).toFixed(0)} ms, ${((each.at - begin) / 1000).toFixed(1)} s after the start; meanwhile ${[...new Set(meanwhile.map(({ what }) => what))].join(', ')}`,
    );
    for (const line of each.where ?? []) console.log(`      ${line}`);
  }
  return worst.length > 0 ? 1 : 0;
}

function groupedTimes(asked: readonly Asked[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { what, from, to } of asked) times.set(what, [...(times.get(what) ?? []), to - from]);
  return times;
}

function at(took: readonly number[], share: number): number {
  const sorted = [...took].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
