import type { LinearModel } from './milp/milp.js';

/** A row added to the model: Σ costs · columns ≤ most. */
export interface AimRow {
  costs: Float64Array;
  most: number;
}

/**
 * What is left of a model after the aims settled so far: tightened bounds of its columns and rows,
 * and a row for each aim whose optimal face the bounds alone do not describe.
 */
export interface Restriction {
  columnLower: Float64Array;
  columnUpper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  aimRows: AimRow[];
}

export function unrestricted(model: LinearModel): Restriction {
  return {
    columnLower: model.columnLower.slice(),
    columnUpper: model.columnUpper.slice(),
    rowLower: model.rowLower.slice(),
    rowUpper: model.rowUpper.slice(),
    aimRows: [],
  };
}

/** A lower bound on the cost of every integer solution, and the reduced costs that prove it. */
export interface DualBound {
  /** All numbers below are multiplied by this. */
  scale: number;
  /** No solution costs less than bound / scale. */
  bound: number;
  reducedCosts: Float64Array;
  multipliers: Float64Array;
}

/** Denominators to try: the model is nearly a network, whose multipliers are integers. */
const scales = [1, 2, 6, 60, 840, 2 ** 20];

const LARGEST_EXACT = 2 ** 53;

/**
 * The best bound that the engine's multipliers prove, in exact integer arithmetic. Multipliers are
 * rounded to fractions of a small denominator; whatever they are, the bound holds, by weak duality:
 * c·x ≥ Σ yᵢ bᵢ + Σ min(dⱼ lⱼ, dⱼ uⱼ) with d = c − yA (`docs/model.md`, "Exact bounds").
 *
 * @returns null when the numbers do not fit exactly into 53 bits
 */
export function proveBound(
  model: LinearModel,
  restriction: Restriction,
  costs: Float64Array,
  rowDuals: Float64Array,
  cost: number,
): DualBound | null {
  let best: DualBound | null = null;
  for (const scale of scales) {
    const proven = boundAt(scale, model, restriction, costs, rowDuals);
    if (proven && (!best || proven.bound / scale > best.bound / best.scale)) best = proven;
    if (best && best.bound / best.scale >= cost - 1e-7 * Math.max(1, Math.abs(cost))) break;
  }
  return best;
}

function boundAt(
  scale: number,
  model: LinearModel,
  restriction: Restriction,
  costs: Float64Array,
  rowDuals: Float64Array,
): DualBound | null {
  const { columnLower, columnUpper, rowLower, rowUpper, aimRows } = restriction;
  const multipliers = new Float64Array(model.rowCount + aimRows.length);
  const reducedCosts = costs.map((c) => c * scale);
  let bound = 0;
  let largest = 0;
  const charge = (amount: number): void => {
    bound += amount;
    largest = Math.max(largest, Math.abs(bound), Math.abs(amount));
  };

  for (let row = 0; row < multipliers.length; row++) {
    const aimRow = aimRows[row - model.rowCount];
    const lower = aimRow ? -Infinity : (rowLower[row] as number);
    const upper = aimRow ? aimRow.most : (rowUpper[row] as number);
    const multiplier = Math.round((rowDuals[row] ?? 0) * scale);
    // A multiplier of the wrong sign for a one-sided row would prove nothing.
    const side = multiplier > 0 ? lower : upper;
    if (multiplier === 0 || !Number.isFinite(side)) continue;
    multipliers[row] = multiplier;
    charge(multiplier * side);
    if (aimRow) {
      aimRow.costs.forEach((c, column) => {
        reducedCosts[column] = (reducedCosts[column] as number) - multiplier * c;
      });
      continue;
    }
    for (let k = model.starts[row] as number; k < (model.starts[row + 1] as number); k++) {
      const column = model.indices[k] as number;
      reducedCosts[column] =
        (reducedCosts[column] as number) - multiplier * (model.values[k] as number);
    }
  }
  reducedCosts.forEach((d, column) => {
    charge(d * ((d > 0 ? columnLower[column] : columnUpper[column]) as number));
    largest = Math.max(largest, Math.abs(d));
  });
  return largest < LARGEST_EXACT ? { scale, bound, reducedCosts, multipliers } : null;
}

/**
 * The restriction to solutions that cost at most `most`, and nothing else is lost: a column whose
 * reduced cost is more than the gap keeps its bound, a row whose multiplier is more than the gap
 * keeps its side (rows have integer activities). With no gap that describes the optimal face
 * exactly, and no row for the aim is needed.
 *
 * @param most at least what the proof proves
 * @param restriction no solution in it is below the row of an aim: each is held to the least that the aim can be
 */
export function restrictTo(
  most: number,
  proof: DualBound | null,
  model: LinearModel,
  restriction: Restriction,
  costs: Float64Array,
): Restriction {
  const next: Restriction = {
    columnLower: restriction.columnLower.slice(),
    columnUpper: restriction.columnUpper.slice(),
    rowLower: restriction.rowLower.slice(),
    rowUpper: restriction.rowUpper.slice(),
    aimRows: restriction.aimRows,
  };
  const gap = proof ? most * proof.scale - proof.bound : Infinity;
  proof?.reducedCosts.forEach((d, column) => {
    if (d > gap) next.columnUpper[column] = next.columnLower[column] as number;
    else if (-d > gap) next.columnLower[column] = next.columnUpper[column] as number;
  });
  for (let row = 0; proof && row < model.rowCount; row++) {
    const multiplier = proof.multipliers[row] as number;
    if (multiplier > gap) next.rowUpper[row] = next.rowLower[row] as number;
    else if (-multiplier > gap) next.rowLower[row] = next.rowUpper[row] as number;
  }
  if (gap > 0) next.aimRows = [...restriction.aimRows, { costs, most }];
  return next;
}
