import { movesInWords } from '../allocations/summary/move-words.js';
import { type PlanNames } from '../allocations/summary/plan-names.js';
import { type SeatRow } from '../solver/problem.js';
import { fold } from './text-lines.js';

/** Each review that moves between two plans, for a terminal. */
export function movesInLines(
  from: readonly SeatRow[],
  to: readonly SeatRow[],
  names: PlanNames,
  indent: string,
): string[] {
  return movesInWords(from, to, names).flatMap((move) => fold(move, indent, `${indent}  `));
}
