import { type AimName, type AimResult, AIMS } from '../../solver/plan.js';
import { type SolveProgress } from '../../solver/solve.js';

/** How far a run has come with one aim. */
export interface AimProgress {
  aim: AimName;
  /** `SETTLED`: nothing more will be tried for this aim in this run. */
  phase: 'SOLVING' | 'SETTLED';
  /** The best plan's value so far; null while there is no plan. */
  value: number | null;
  /** No plan can be better than this, given the aims before; null while nothing is proven. */
  bound: number | null;
  /** Value and bound when both were first known; left out before, and by runs of earlier versions. */
  opening?: { value: number; bound: number };
  /** Wall-clock seconds spent on this aim so far, to the millisecond. */
  seconds: number;
}

/**
 * Keeps what the solver said about each aim and for how long it worked on it. The solver has no
 * clock, so the time is taken here, as each message arrives.
 */
export class ProgressBoard {
  private readonly byAim = new Map<AimName, AimProgress & { startedAt: number }>();
  private changed = false;

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number) {}

  hear({ aim, value, bound, phase }: SolveProgress): void {
    const known = this.byAim.get(aim);
    const startedAt = known?.startedAt ?? this.now();
    const reached = { value: value ?? known?.value ?? null, bound: bound ?? known?.bound ?? null };
    const opening = known?.opening ?? openingOf(reached);
    this.byAim.set(aim, {
      aim,
      phase: phase === 'settled' ? 'SETTLED' : 'SOLVING',
      ...reached,
      ...(opening ? { opening } : {}),
      seconds: (this.now() - startedAt) / 1000,
      startedAt,
    });
    this.changed = true;
  }

  /** The aims in their order, those that have begun. */
  rows(): AimProgress[] {
    return AIMS.flatMap((aim) => {
      const row = this.byAim.get(aim);
      return row === undefined ? [] : [withoutStart(row)];
    });
  }

  /** The aims as the finished plan states them, with the time each took; 0 for one that took none. */
  settledBy(aims: readonly AimResult[]): AimProgress[] {
    return aims.map(({ aim, value, bound }) => {
      const known = this.byAim.get(aim);
      return {
        aim,
        phase: 'SETTLED',
        value,
        bound,
        ...(known?.opening ? { opening: known.opening } : {}),
        seconds: known?.seconds ?? 0,
      };
    });
  }

  /** The rows, if anything was heard since they were last taken. */
  takeNews(): AimProgress[] | undefined {
    if (!this.changed) return undefined;
    this.changed = false;
    return this.rows();
  }
}

/** Whether the solver holds a plan that keeps every rule; only then can the best so far be used. */
export function hasPlanSoFar(progress: readonly AimProgress[]): boolean {
  return progress.some(({ value }) => value !== null);
}

function openingOf({ value, bound }: Pick<AimProgress, 'value' | 'bound'>): AimProgress['opening'] {
  return value === null || bound === null ? undefined : { value, bound };
}

function withoutStart(row: AimProgress & { startedAt: number }): AimProgress {
  const { aim, phase, value, bound, opening, seconds } = row;
  return { aim, phase, value, bound, ...(opening ? { opening } : {}), seconds };
}
