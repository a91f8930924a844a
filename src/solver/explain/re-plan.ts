import { aims, valueOf } from '../aims/aims.js';
import { DisturbanceModel, disturbedBetween } from '../disturbance.js';
import type { Incumbent, SolveHooks } from '../incumbent.js';
import { LexicographicSolve } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { withoutFixed } from '../milp/without-fixed.js';
import type { AimName, AimResult, Solution } from '../plan.js';
import type { Problem, SeatRow } from '../problem.js';
import { type AimPrice, aimPrices } from './price.js';

/** The best plan that disturbs so many people, where it is better than with one fewer. */
export interface DisturbanceLine {
  /** Most people that may be disturbed; the plan disturbs as many or, where the search was stopped, fewer. */
  people: number;
  /** Whose seats differ from the plan given: references. */
  disturbed: string[];
  aims: AimResult[];
  /** Against the line before; empty on the first line. Negative: gained. */
  change: AimPrice[];
  rows: SeatRow[];
}

/** What disturbing more people buys. */
export interface PriceOfDisturbance {
  /** The least number of people that any plan disturbs: 0 where the plan given still holds; null: no plan keeps the pins. */
  least: number | null;
  lines: DisturbanceLine[];
  /** The best plan of all, however many it disturbs; null: there is none. */
  best: { aims: AimResult[]; disturbed: string[] } | null;
  /** For each aim how many people it takes until it, and all before it, are as good as they can be; null: not reached here. */
  reaches: { aim: AimName; people: number | null }[];
  /**
   * `BEST`: the last line is as good as the best plan. `LIMIT`: as many people were tried as asked for. `STOPPED`: a
   * search was given up. `INFEASIBLE`: no plan keeps the pins.
   */
  ended: 'BEST' | 'LIMIT' | 'STOPPED' | 'INFEASIBLE';
}

export interface RePlanOptions extends SolveHooks {
  /** Tries no more than this many people beyond the least; all unless told. */
  further?: number;
  /** Called as each number of people has been tried, with the line where something was gained. */
  onTried?(people: number, line: DisturbanceLine | null): void;
}

/**
 * The price list of disturbance: the best plan that disturbs at most k people, for k from the least that any plan does,
 * until nothing is gained any more. Exact: each line is proven, unless it was stopped. A person is disturbed when any of
 * their seats (review, seat, slot) differs from the plan given, which may break rules of the problem: somebody has gone, a
 * window has closed.
 *
 * @param problem as things are now
 * @param given the plan that people know
 * @param best the best plan of the problem
 */
export function priceOfDisturbance(
  problem: Problem,
  given: readonly SeatRow[],
  best: Solution,
  engine: MilpEngine,
  options: RePlanOptions = {},
): PriceOfDisturbance {
  const model = new DisturbanceModel(problem, given);
  const onWhatIsOpen = withoutFixed(engine);
  const start = best.status === 'INFEASIBLE' ? null : model.least(onWhatIsOpen);
  if (!start) {
    const reaches = aims.map(({ name }) => ({ aim: name, people: null }));
    return { least: null, lines: [], best: null, reaches, ended: 'INFEASIBLE' };
  }
  const least = disturbedBetween(problem, given, start).length;
  const disturbed = disturbedBetween(problem, given, best.reviews);
  const lines: DisturbanceLine[] = [];
  let incumbent: Incumbent = { rows: start, values: valueOf(problem, start) };
  let ended: PriceOfDisturbance['ended'] = 'LIMIT';
  const last = Math.max(least, disturbed.length);
  for (let people = least; people <= Math.min(last, least + (options.further ?? last)); people++) {
    const found = bestWithin(model, people, incumbent, best, onWhatIsOpen, options);
    incumbent = found.incumbent;
    const line = lineOf(problem, given, people, found, lines.at(-1));
    if (line) lines.push(line);
    options.onTried?.(people, line);
    if (isAsGood(found.aims, best.aims)) ended = 'BEST';
    else if (found.aims.some(({ value, bound }) => value !== bound)) ended = 'STOPPED';
    else continue;
    break;
  }
  return {
    least,
    lines,
    best: { aims: best.aims, disturbed },
    reaches: aims.map(({ name }, i) => ({ aim: name, people: reachedBy(i, lines, best) })),
    ended,
  };
}

interface Found {
  incumbent: Incumbent;
  aims: AimResult[];
}

/** The best plan that disturbs at most so many people. What an earlier plan reaches of the best of all is settled. */
function bestWithin(
  model: DisturbanceModel,
  people: number,
  incumbent: Incumbent,
  best: Solution,
  engine: MilpEngine,
  hooks: SolveHooks,
): Found {
  const allocation = model.atMost(people);
  const settled = best.aims.slice(0, firstDifference(incumbent, best.aims));
  if (!allocation || settled.length === aims.length) return { incumbent, aims: [...best.aims] };
  const before = { settled, rowsFor: settled.map(({ aim }) => aim) };
  return new LexicographicSolve(engine, allocation, incumbent, hooks, before).run();
}

/** The first aim in which the plan is short of the best, or in which the best is not proven. */
function firstDifference({ values }: Incumbent, best: readonly AimResult[]): number {
  const first = best.findIndex(
    ({ aim, value, bound }) => value !== bound || values.get(aim) !== value,
  );
  return first < 0 ? best.length : first;
}

function lineOf(
  problem: Problem,
  given: readonly SeatRow[],
  people: number,
  { incumbent, aims: results }: Found,
  before: DisturbanceLine | undefined,
): DisturbanceLine | null {
  const { rows, values } = incumbent;
  const change = before ? aimPrices(valuesIn(before.aims), values) : [];
  if (before && change.every(({ loss }) => loss === 0)) return null;
  const disturbed = disturbedBetween(problem, given, rows);
  return { people, disturbed, aims: results, change, rows: [...rows] };
}

function valuesIn(results: readonly AimResult[]): Map<AimName, number> {
  return new Map(results.map(({ aim, value }) => [aim, value as number]));
}

function isAsGood(found: readonly AimResult[], best: readonly AimResult[]): boolean {
  return found.every(({ value }, i) => value === best[i]?.value);
}

/** @param index of the aim */
function reachedBy(
  index: number,
  lines: readonly DisturbanceLine[],
  best: Solution,
): number | null {
  const line = lines.find((each) =>
    best.aims.slice(0, index + 1).every(({ value }, i) => each.aims[i]?.value === value),
  );
  return line?.people ?? null;
}
