import type { SettingField } from '../../api/settings';
import { valueAt } from './setting-values';

const longDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "4 January 2027" */
export function dayInWords(date: string): string {
  return longDay.format(new Date(`${date}T00:00:00Z`));
}

const MOST = 8;

/** A stored value by the names of its fields: "At most 2 reviews, in any 4 school weeks of a term". */
export function valueInWords(value: unknown, fields: readonly NamedField[] = []): string {
  if (fields.length === 0) return leavesInWords(value);
  return fields
    .map(({ path, label, unit }) =>
      [label, leavesInWords(valueAt(value, path)), unit].join(' ').trim(),
    )
    .join(', ');
}

type NamedField = Pick<SettingField, 'path' | 'label' | 'unit'>;

/** The fields of a stored value in one line: "reviews 2, weeks 4". */
export function leavesInWords(value: unknown): string {
  const leaves = leavesOf(value, []);
  const [first, rest] = [leaves.slice(0, MOST), leaves.slice(MOST)];
  return `${first.join(', ')}${rest.length > 0 ? ` and ${String(rest.length)} more` : ''}`;
}

function leavesOf(value: unknown, path: readonly string[]): string[] {
  if (value === null || value === undefined) return [[...path, 'not set'].join(' ')];
  if (Array.isArray(value)) {
    const items: string[] = value.map((item) =>
      typeof item === 'object' ? leavesOf(item, []).join(' ') : String(item),
    );
    return [[...path, items.join(', ')].join(' ')];
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, spaced(key)]));
  }
  const words = value === true ? 'yes' : value === false ? 'no' : `${value as string | number}`;
  return [[...path, words].join(' ')];
}

function spaced(key: string): string {
  if (/^[A-Z_]+$/u.test(key)) return key.toLowerCase().replaceAll('_', ' ');
  return /^[a-z]+[A-Z]/u.test(key)
    ? key.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
    : key;
}
