import { aims } from './aims/aims.js';
import type { Aim } from './aims/aim.js';
import type { AimName } from './plan.js';
import type { SeatRow } from './problem.js';

/** How far a solve has come, in the terms of an aim. */
export interface SolveProgress {
  aim: AimName;
  /** Of the best plan so far. */
  value: number | null;
  bound: number | null;
  phase: 'started' | 'improved' | 'settled';
}

export interface SolveHooks {
  onProgress?(progress: SolveProgress): void;
  /** Asked often while solving; true ends the solve with the best plan so far. */
  shouldStop?(): boolean;
  /** Most simplex iterations to spend: a limit that does not depend on the machine. */
  maxWork?: number;
}

/** A legal plan with the value of each of its aims. */
export interface Incumbent {
  rows: SeatRow[];
  values: ReadonlyMap<AimName, number>;
}

/** @param first the aims that are looked at before the others, in their order */
export function isBetter(a: Incumbent, b: Incumbent, first: readonly Aim[] = []): boolean {
  for (const aim of [...first, ...aims]) {
    const difference = (a.values.get(aim.name) as number) - (b.values.get(aim.name) as number);
    if (difference !== 0) return aim.sense === 'MAX' ? difference > 0 : difference < 0;
  }
  return false;
}
