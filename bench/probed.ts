/** Reads what `event-loop-probe.ts` writes. */
import { readFile } from 'node:fs/promises';
import type { ProbeLine } from './event-loop-probe.js';

/** Milliseconds that nobody may be kept waiting (docs/architecture.md). */
export const MOST_STALL_MS = 50;

/** What a service needs in its environment to be probed. @param file that the probe writes */
export function probing(file: string, isProfiled: boolean): Record<string, string> {
  return {
    NODE_OPTIONS: `--import ${new URL('./event-loop-probe.js', import.meta.url).href}`,
    QAR_BENCH_PROBE: file,
    ...(isProfiled ? { QAR_BENCH_PROFILE: 'yes' } : {}),
  };
}

/** @param since milliseconds since 1970 */
export async function probeLines(file: string, since = 0): Promise<ProbeLine[]> {
  const text = await readFile(file, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ProbeLine)
    .filter(({ at }) => at >= since);
}

/** Milliseconds that the loop itself kept others waiting. */
export function own({ late = 0, busy }: ProbeLine): number {
  return busy ?? late;
}

/** The line of the longest stall; undefined where there was none worth telling. */
export function longestStall(lines: readonly ProbeLine[]): ProbeLine | undefined {
  return lines
    .filter(({ late }) => late !== undefined)
    .reduce<ProbeLine | undefined>(
      (most, each) => (most && own(most) >= own(each) ? most : each),
      undefined,
    );
}
