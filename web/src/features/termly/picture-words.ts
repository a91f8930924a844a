import type { TermlyPicture } from '../../api/termly';

/** Parts that occur in some bar, with their places among all parts. */
export function shownParts({ parts, rows }: TermlyPicture) {
  return parts
    .map((part, index) => ({ ...part, index }))
    .filter(({ index }) => rows.some(({ values }) => (values[index] ?? 0) > 0));
}

export function totalOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A value as it is read: money to the pound where there is little room, else to the penny. */
export function inUnit(
  value: number,
  unit: TermlyPicture['unit'],
  precision: 'short' | 'exact',
): string {
  if (unit !== 'PENCE') return value.toLocaleString('en-GB');
  const digits = precision === 'short' ? 0 : 2;
  return (value / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
