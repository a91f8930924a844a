import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_POLICY, type Problem, PROBLEM_FORMAT } from '../../src/solver/problem.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** Runs the built `qar` as its own process; `meanwhile` sees what it has said on stderr, and on stdout, as it comes. */
export function qar(
  args: readonly string[],
  cwd: string,
  meanwhile?: (child: ChildProcess, stderr: string, stdout: string) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      meanwhile?.(child, stderr, stdout);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      meanwhile?.(child, stderr, stdout);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr });
    });
  });
}

/** A folder of its own for one test file. */
export async function workFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qar cli '));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function write(folder: string, name: string, content: unknown): Promise<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(path.join(folder, name), text);
  return name;
}

/** Two reviews that want the only lead in the only week: one of them is covered. */
export function smallProblem(): Problem {
  const review = {
    urn: '100001',
    trust: null,
    region: 'London',
    phase: 'special',
    lat: 51.6,
    lon: -0.2,
    needs: [],
    priority: 1,
    windows: [{ week: '2027-01-11', window: 'MON_WED' as const, grade: 'PREFERRED' as const }],
  };
  return {
    format: PROBLEM_FORMAT,
    name: 'Two reviews, one lead',
    weeks: ['2027-01-11'],
    closed: [],
    leads: [
      {
        id: 'L1',
        roles: ['LEAD'],
        isNew: false,
        home: { lat: 51.5, lon: -0.1 },
        phases: ['special'],
        needs: [],
        conflicts: [],
        regions: {},
        availability: { '2027-01-11': { MON_WED: 'AVAILABLE' } },
        commitment: { minimum: 6, done: 0, target: 1 },
        limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: null },
      },
    ],
    reviews: [
      { id: 'R1', ...review },
      { id: 'R2', ...review, priority: 3 },
    ],
    published: [],
    pins: [],
    bans: [],
    policy: DEFAULT_POLICY,
  };
}

/** A problem that keeps the solver busy for long: many alike people, reviews and weeks. */
export function slowProblem(): Problem {
  const { leads, reviews, ...rest } = smallProblem();
  const weeks = Array.from({ length: 12 }, (_, week) =>
    new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10),
  );
  const availability = Object.fromEntries(
    weeks.map((week) => [week, { MON_WED: 'AVAILABLE' as const, WED_FRI: 'IF_NEEDED' as const }]),
  );
  const windows = weeks.flatMap((week) => [
    { week, window: 'MON_WED' as const, grade: 'ACCEPTABLE' as const },
    { week, window: 'WED_FRI' as const, grade: 'PREFERRED' as const },
  ]);
  return {
    ...rest,
    weeks,
    leads: Array.from({ length: 60 }, (_, index) => ({
      ...(leads[0] as Problem['leads'][number]),
      id: `L${index}`,
      home: { lat: 50 + (index % 7) / 2, lon: -2 + (index % 5) / 3 },
      availability,
    })),
    reviews: Array.from({ length: 120 }, (_, index) => ({
      ...(reviews[0] as Problem['reviews'][number]),
      id: `R${index}`,
      lat: 50 + (index % 11) / 3,
      lon: -2 + (index % 13) / 8,
      windows,
    })),
  };
}
