/**
 * Loaded into every process of the service by `bench:stall` (`NODE_OPTIONS=--import`); it measures in the web process alone.
 * Every stall of the event loop over 20 ms and the memory are written, a line of JSON each, to the file that
 * QAR_BENCH_PROBE names. Of a stall is told how long the loop's own thread was busy meanwhile, and how long it was kept
 * waiting for a processor: on a crowded machine only the former is the program's fault.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { isMainThread } from 'node:worker_threads';

/** A line of the probe's file. */
export interface ProbeLine {
  /** When it ended, milliseconds since 1970. */
  at: number;
  /** Milliseconds that the loop was late; left out: only memory is told. */
  late?: number;
  /** Of them spent on a processor, and waiting for one; null where the system does not tell. */
  busy?: number | null;
  waited?: number | null;
  /** Where the time went, the most first, where a profile was asked for. */
  where?: string[];
  /** Resident memory of the process with all its threads, in MiB. */
  rss: number;
}

const TICK_MS = 5;
const WORTH_TELLING_MS = 20;
const MEMORY_EACH_MS = 250;

function watch(to: string): void {
  const profile = process.env['QAR_BENCH_PROFILE'] === undefined ? null : new RunningProfile();
  let last = performance.now();
  let lastMemory = last;
  let times = threadTimes();
  setInterval(() => {
    const now = performance.now();
    const late = now - last - TICK_MS;
    const spent = threadTimes();
    const since = (of: 'busy' | 'waited'): number | null => spent && times && spent[of] - times[of];
    if (late > WORTH_TELLING_MS) {
      const where = profile?.hottest(late);
      write(to, {
        late,
        busy: since('busy'),
        waited: since('waited'),
        ...(where === undefined ? {} : { where }),
      });
    } else if (now - lastMemory > MEMORY_EACH_MS) {
      write(to, {});
      lastMemory = now;
    }
    last = performance.now();
    times = threadTimes();
  }, TICK_MS).unref();
}

function write(to: string, line: Omit<ProbeLine, 'at' | 'rss'>): void {
  const rss = Math.round(process.memoryUsage.rss() / 2 ** 20);
  appendFileSync(to, `${JSON.stringify({ at: Date.now(), rss, ...line })}\n`);
}

/** Milliseconds that this thread has been on a processor, and waiting for one; null where the system does not tell. */
function threadTimes(): { busy: number; waited: number } | null {
  try {
    const [busy = 0, waited = 0] = readFileSync('/proc/thread-self/schedstat', 'utf8')
      .split(' ')
      .map(Number);
    return { busy: busy / 1e6, waited: waited / 1e6 };
  } catch {
    return null;
  }
}

/** A profile of the process that is looked into after each stall. */
class RunningProfile {
  private readonly session = new Session();

  constructor() {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.setSamplingInterval', { interval: 1000 });
    this.session.post('Profiler.start');
  }

  /** The functions of our own, or else of others, that were on top of the stack most in the last so many milliseconds. */
  hottest(milliseconds: number): string[] {
    let profile: Profiler.Profile | undefined;
    this.session.post('Profiler.stop', (error, stopped) => {
      if (error === null) profile = stopped.profile;
    });
    this.session.post('Profiler.start');
    return profile ? hottestIn(profile, milliseconds * 1000) : [];
  }
}

function hottestIn(profile: Profiler.Profile, microseconds: number): string[] {
  const { nodes, samples = [], timeDeltas = [], endTime, startTime } = profile;
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shares = new Map<string, number>();
  let time = startTime;
  samples.forEach((id, i) => {
    const delta = timeDeltas[i] ?? 0;
    time += delta;
    if (time < endTime - microseconds) return;
    const stack: string[] = [];
    for (let node = byId.get(id); node; node = parents.get(node.id)) {
      const { functionName, url } = node.callFrame;
      if (functionName !== '(root)')
        stack.push(`${functionName} ${url.split('/').slice(-3).join('/')}`);
    }
    const key = stack.slice(0, 6).join(' < ');
    shares.set(key, (shares.get(key) ?? 0) + delta / 1000);
  });
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([key, ms]) => `${ms.toFixed(0)} ms ${key}`);
}

const file = process.env['QAR_BENCH_PROBE'];
if (file !== undefined && isMainThread && process.argv[1]?.endsWith('main.js')) watch(file);
