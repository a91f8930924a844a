import type { RegisterColumn } from '../../api/registers';

/**
 * What is shown of a register, as its address keeps it: `find` (words), one field for each column that is filtered,
 * `sort`, `columns`, `view` (the saved view it came from). Whatever is not understood counts as not there.
 */
export type RegisterSearch = Readonly<Record<string, string>>;

/** A row of a register: values by the key of their column. */
export type CellValue = string | number | readonly string[] | null;

/** The field of an address by which each part that is not a column is known. */
const REST = ['find', 'sort', 'columns', 'view'] as const;

/** Stands for "nothing is known" among the values of a column. */
export const NOTHING = 'none';

export interface SortKey {
  readonly key: string;
  readonly isDescending: boolean;
}

/** A value as it stands in addresses: "North East" is `north-east`. */
export function slug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The values of a cell, each by itself; one that is not known has none. */
export function wordsOf(value: CellValue): readonly string[] {
  if (value === null) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** What a column is filtered by, as its field of the address says. */
export type ColumnFilter =
  | { readonly kind: 'CHOICE'; readonly slugs: readonly string[] }
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'RANGE'; readonly from: string; readonly to: string }
  | { readonly kind: 'NOTHING' };

export function readFilter(
  { key, kind, isChoice }: RegisterColumn,
  search: RegisterSearch,
): ColumnFilter | undefined {
  const given = search[key]?.trim();
  if (given === undefined || given === '') return undefined;
  if (isChoice) {
    const slugs = given.split('~').filter((each) => each !== '');
    return slugs.length === 0 ? undefined : { kind: 'CHOICE', slugs };
  }
  if (kind === 'TEXT' || kind === 'LIST') return { kind: 'TEXT', text: given };
  if (given === NOTHING) return { kind: 'NOTHING' };
  const [from = '', to = ''] = given.includes('..') ? given.split('..') : [given, given];
  const isValue = (end: string) => isOfKind(end, kind);
  const ends = { from: isValue(from) ? from : '', to: isValue(to) ? to : '' };
  return ends.from === '' && ends.to === '' ? undefined : { kind: 'RANGE', ...ends };
}

function isOfKind(end: string, kind: RegisterColumn['kind']): boolean {
  return kind === 'DATE' ? /^\d{4}-\d{2}-\d{2}$/.test(end) : /^-?\d+$/.test(end);
}

/** The field of the address for a filter; undefined: the column is not filtered. */
export function writtenFilter(filter: ColumnFilter | undefined): string | undefined {
  switch (filter?.kind) {
    case 'CHOICE':
      return filter.slugs.length === 0 ? undefined : filter.slugs.join('~');
    case 'TEXT':
      return filter.text === '' ? undefined : filter.text;
    case 'RANGE':
      return filter.from === '' && filter.to === '' ? undefined : `${filter.from}..${filter.to}`;
    case 'NOTHING':
      return NOTHING;
    case undefined:
      return undefined;
  }
}

/** Whether a value passes a filter. */
export function passes(value: CellValue, filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case 'CHOICE': {
      const own = wordsOf(value).map(slug);
      return filter.slugs.some((each) =>
        own.length === 0 ? each === NOTHING : own.includes(each),
      );
    }
    case 'TEXT':
      return plain(wordsOf(value).join(' ')).includes(plain(filter.text));
    case 'NOTHING':
      return value === null;
    case 'RANGE': {
      if (value === null || typeof value === 'object') return false;
      const isAfter = filter.from === '' || compareValues(value, endOf(value, filter.from)) >= 0;
      return isAfter && (filter.to === '' || compareValues(value, endOf(value, filter.to)) <= 0);
    }
  }
}

function endOf(value: string | number, end: string): string | number {
  return typeof value === 'number' ? Number(end) : end;
}

/** Text as it is compared with what somebody types: no accents, no capitals. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** Whether a row, given as its plain text, holds every word that is looked for. */
export function isFound(rowText: string, find: string): boolean {
  return plain(find)
    .split(/\s+/)
    .every((word) => rowText.includes(word));
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Numbers by size, words as people sort them. */
export function compareValues(one: CellValue, other: CellValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(wordsOf(one).join(', '), wordsOf(other).join(', '));
}

export function readSort(
  columns: readonly RegisterColumn[],
  search: RegisterSearch,
): readonly SortKey[] {
  const given = (search.sort ?? '').split(',');
  return given
    .map((each) => ({ key: each.replace(/^-/, ''), isDescending: each.startsWith('-') }))
    .filter(({ key }) => columns.some((column) => column.key === key));
}

export function writtenSort(sort: readonly SortKey[]): string | undefined {
  const fields = sort.map(({ key, isDescending }) => `${isDescending ? '-' : ''}${key}`);
  return fields.length === 0 ? undefined : fields.join(',');
}

/** The columns that are shown, in their usual order; the first always is, since it names the row. */
export function readColumns(
  columns: readonly RegisterColumn[],
  search: RegisterSearch,
): readonly RegisterColumn[] {
  const chosen = search.columns?.split(',');
  return columns.filter(
    ({ key, isShown }, index) =>
      index === 0 || (chosen === undefined ? isShown : chosen.includes(key)),
  );
}

export function writtenColumns(
  columns: readonly RegisterColumn[],
  chosen: readonly string[],
): string | undefined {
  const keys = columns.filter(({ key }) => chosen.includes(key)).map(({ key }) => key);
  const usual = columns.filter(({ isShown }) => isShown).map(({ key }) => key);
  return keys.join() === usual.join() ? undefined : keys.join();
}

/** The address with some fields changed; undefined takes a field out. */
export function withFields(
  search: RegisterSearch,
  changes: Readonly<Record<string, string | undefined>>,
): RegisterSearch {
  const entries = Object.entries({ ...search, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}

/** The address without any filter; order and columns stay. */
export function withoutFilters(
  columns: readonly RegisterColumn[],
  search: RegisterSearch,
): RegisterSearch {
  const none = Object.fromEntries(columns.map(({ key }) => [key, undefined]));
  return withFields(search, { ...none, find: undefined });
}

/** What a saved view keeps of an address: all of it that the register understands, but not which view it came from. */
export function viewOf(
  columns: readonly RegisterColumn[],
  search: RegisterSearch,
  extra: readonly string[] = [],
): RegisterSearch {
  const known = new Set([...REST, ...extra, ...columns.map(({ key }) => key)] as string[]);
  known.delete('view');
  return Object.fromEntries(Object.entries(search).filter(([field]) => known.has(field)));
}

/** Whether two views show the same. */
export function isSameView(one: RegisterSearch, other: RegisterSearch): boolean {
  const written = (view: RegisterSearch) =>
    JSON.stringify(Object.entries(view).sort(([a], [b]) => (a < b ? -1 : 1)));
  return written(one) === written(other);
}
