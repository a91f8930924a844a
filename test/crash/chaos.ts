import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from './small-problem.js';

/** Something that can be killed, and that its supervisor starts again. */
export interface Victim {
  name: string;
  /** How often it is chosen, relative to the others. */
  weight: number;
  /** Its processes now; empty while it is down. */
  pids: () => Promise<number[]>;
  /** Whether it does its work, and is not still starting. */
  isReady: () => Promise<boolean>;
}

/**
 * A start may be killed too, but not for ever: the supervisor gives up what never becomes ready, and
 * on a slow machine a start takes longer than the pause between two kills.
 */
const MOST_STARTS_KILLED = 2;

/** Milliseconds between two kills. */
const SHORTEST_PAUSE = 1000;
const LONGEST_PAUSE = 4000;

/** Kills (-9) one victim after another at moments that the seed fixes, until it is stopped. */
export class Chaos {
  readonly kills = new Map<string, number>();
  private readonly startsKilled = new Map<string, number>();
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
      if (await this.maySuffer(victim)) await this.killNow(victim);
    }
  }

  private async maySuffer(victim: Victim): Promise<boolean> {
    const before = (await victim.isReady()) ? 0 : (this.startsKilled.get(victim.name) ?? 0);
    this.startsKilled.set(victim.name, before + 1);
    return before < MOST_STARTS_KILLED;
  }

  private async killNow({ name, pids }: Victim): Promise<void> {
    const found = await pids();
    for (const pid of found) kill(pid);
    if (found.length > 0) this.kills.set(name, (this.kills.get(name) ?? 0) + 1);
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
