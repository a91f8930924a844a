import type { RegisterColumn } from '../../api/registers';
import { fullDate } from '../short-dates';
import {
  type CellValue,
  type ColumnFilter,
  NOTHING,
  readFilter,
  readSort,
  type RegisterSearch,
  slug,
  wordsOf,
} from './register-state';

/** How a register is filtered and ordered, as people say it: on the screen, to a screen reader, in the file. */
export interface SaidFilter {
  /** The field of the address; `find` for the words that are looked for. */
  readonly field: string;
  /** "Region", "Find" */
  readonly what: string;
  /** "North East or London", "has “oak”" */
  readonly how: string;
}

/** The words of one value of a column that is filtered by choosing; for a slug that no row has, the slug. */
export function wordsOfSlug(each: string, values: readonly CellValue[]): string {
  if (each === NOTHING && !values.some((value) => wordsOf(value).some((w) => slug(w) === NOTHING)))
    return 'not known';
  for (const value of values) {
    const found = wordsOf(value).find((words) => slug(words) === each);
    if (found !== undefined) return found;
  }
  return each;
}

function howSaid(
  filter: ColumnFilter,
  { kind }: RegisterColumn,
  values: readonly CellValue[],
): string {
  switch (filter.kind) {
    case 'CHOICE':
      return listed(filter.slugs.map((each) => wordsOfSlug(each, values)));
    case 'TEXT':
      return `has “${filter.text}”`;
    case 'NOTHING':
      return 'not known';
    case 'RANGE': {
      const end = (value: string) => (kind === 'DATE' ? fullDate(value) : value);
      const { from, to } = filter;
      if (from === to) return end(from);
      if (to === '') return kind === 'DATE' ? `from ${end(from)}` : `${end(from)} or more`;
      if (from === '') return kind === 'DATE' ? `until ${end(to)}` : `${end(to)} or fewer`;
      return `${end(from)} to ${end(to)}`;
    }
  }
}

/** "London", "London or North East" */
function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** Each filter that is set. */
export function filtersSaid(
  columns: readonly RegisterColumn[],
  search: RegisterSearch,
  valuesOf: (key: string) => readonly CellValue[],
): SaidFilter[] {
  const find = search.find?.trim() ?? '';
  const said = columns.flatMap((column) => {
    const filter = readFilter(column, search);
    if (filter === undefined) return [];
    const how = howSaid(filter, column, valuesOf(column.key));
    return [{ field: column.key, what: column.heading, how }];
  });
  return find === '' ? said : [{ field: 'find', what: 'Find', how: `“${find}”` }, ...said];
}

/** "Ordered by Region, then Last reviewed, latest first"; undefined where nobody chose an order. */
export function orderSaid(
  columns: readonly RegisterColumn[],
  search: RegisterSearch,
): string | undefined {
  const sort = readSort(columns, search);
  if (sort.length === 0) return undefined;
  const parts = sort.map(({ key, isDescending }) => {
    const column = columns.find((each) => each.key === key);
    return `${column?.heading ?? key}${isDescending ? `, ${backwards(column)}` : ''}`;
  });
  return `Ordered by ${parts.join(', then ')}`;
}

function backwards(column: RegisterColumn | undefined): string {
  if (column?.kind === 'DATE') return 'latest first';
  return column?.kind === 'NUMBER' ? 'most first' : 'Z to A';
}

/** "84 of 480 schools", "480 schools", "1 school" */
export function countSaid(shown: number, all: number, noun: Noun): string {
  const word = all === 1 ? noun.one : noun.many;
  return shown === all ? `${number(all)} ${word}` : `${number(shown)} of ${number(all)} ${word}`;
}

export interface Noun {
  readonly one: string;
  readonly many: string;
}

function number(count: number): string {
  return new Intl.NumberFormat('en-GB').format(count);
}
