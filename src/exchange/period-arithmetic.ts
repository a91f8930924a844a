import { DateTime } from 'luxon';
import { type Row } from './columns/column.js';

/** Whether two periods (`From`, `To`, both inclusive; no `To`: until further notice) share a day. */
export function periodsOverlap(one: Row, other: Row): boolean {
  return startsByEndOf(one, other) && startsByEndOf(other, one);
}

function startsByEndOf(one: Row, other: Row): boolean {
  return (other.To ?? null) === null || String(one.From) <= String(other.To);
}

export function dayBefore(date: string): string {
  return moved(date, -1);
}

export function dayAfter(date: string): string {
  return moved(date, 1);
}

function moved(date: string, days: number): string {
  const moved = DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate();
  if (moved === null) throw new RangeError(`${date} is not a date.`);
  return moved;
}
