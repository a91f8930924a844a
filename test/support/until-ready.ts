import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a service that was started answers.
 *
 * @param url without a path
 * @throws Error where its process ends before, or it takes longer than that
 */
export async function untilReady(
  url: string,
  child: ChildProcess,
  withinMs: number,
): Promise<void> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error('The product ended instead of starting.');
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await pause(200);
  }
  throw new Error(`The product was not ready after ${withinMs / 1000} seconds.`);
}
