import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from './small-problem.js';

/** Something that can be killed, and that its supervisor starts again. */
export interface Victim {
  name: string;
  /** How often it is chosen, relative to the others. */
  weight: number;
  /** Its processes now; empty while it is down. */
  pids: () => Promise<number[]>;
}

/** Milliseconds between two kills. */
const SHORTEST_PAUSE = 1500;
const LONGEST_PAUSE = 4500;

/** Kills (-9) one victim after another at moments that the seed fixes, until it is stopped. */
export class Chaos {
  readonly kills = new Map<string, number>();
  private readonly next: () => number;
  private readonly end = new AbortController();
  private readonly ended: Promise<void>;

  constructor(
    seed: number,
    private readonly victims: readonly Victim[],
  ) {
    this.next = randomFrom(seed);
    this.ended = this.killUntilStopped();
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.ended;
  }

  private async killUntilStopped(): Promise<void> {
    for (;;) {
      const wait = SHORTEST_PAUSE + this.next() * (LONGEST_PAUSE - SHORTEST_PAUSE);
      const victim = this.choose();
      await pause(wait, undefined, { signal: this.end.signal }).catch(() => undefined);
      if (this.end.signal.aborted) return;
      const pids = await victim.pids();
      for (const pid of pids) kill(pid);
      if (pids.length > 0) this.kills.set(victim.name, (this.kills.get(victim.name) ?? 0) + 1);
    }
  }

  private choose(): Victim {
    const total = this.victims.reduce((sum, { weight }) => sum + weight, 0);
    let drawn = this.next() * total;
    for (const victim of this.victims) {
      drawn -= victim.weight;
      if (drawn < 0) return victim;
    }
    throw new Error('There is nothing to kill.');
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself between our look and the kill.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
