import { describe, expect, it } from '@jest/globals';
import type { RegisterColumn } from '../../api/registers';
import {
  isFound,
  compareValues,
  isSameView,
  passes,
  plain,
  readColumns,
  readFilter,
  readSort,
  slug,
  viewOf,
  withFields,
  withoutFilters,
  writtenColumns,
  writtenFilter,
  writtenSort,
} from './register-state';
import { countSaid, filtersSaid, orderSaid } from './register-words';

const base = { width: 10, isChoice: false, isShown: true, kind: 'TEXT' as const };
const columns: RegisterColumn[] = [
  { ...base, key: 'name', heading: 'School' },
  { ...base, key: 'region', heading: 'Region', isChoice: true },
  { ...base, key: 'needs', heading: 'Needs', kind: 'LIST', isChoice: true },
  { ...base, key: 'last', heading: 'Last reviewed', kind: 'DATE' },
  { ...base, key: 'count', heading: 'Closures', kind: 'NUMBER', isShown: false },
];
const [name, region, needs, last, count] = columns as [
  RegisterColumn,
  RegisterColumn,
  RegisterColumn,
  RegisterColumn,
  RegisterColumn,
];

describe('the address of a register', () => {
  it('names values so that people can read it', () => {
    expect(slug('Yorkshire and the Humber')).toBe('yorkshire-and-the-humber');
    expect(slug('Not known')).toBe('not-known');
    expect(slug('Llŷn (Gwynedd)')).toBe('llyn-gwynedd');
  });

  it.each([
    [region, 'north-east~london'],
    [name, 'oak'],
    [last, '2026-09-01..2026-12-18'],
    [last, '2026-09-01..'],
    [last, 'none'],
    [count, '..3'],
  ])('says the same after it was read: %#', (column, field) => {
    expect(writtenFilter(readFilter(column, { [column.key]: field }))).toBe(field);
  });

  it('counts what is not understood as not there', () => {
    expect(readFilter(last, { last: 'yesterday..soon' })).toBeUndefined();
    expect(readFilter(count, { count: 'many' })).toBeUndefined();
    expect(readFilter(region, { region: '~' })).toBeUndefined();
    expect(readSort(columns, { sort: 'colour,-name' })).toEqual([
      { key: 'name', isDescending: true },
    ]);
    expect(readColumns(columns, { columns: 'colour' })).toEqual([name]);
  });

  it('keeps order and columns, the usual ones unsaid', () => {
    const sort = [
      { key: 'region', isDescending: false },
      { key: 'last', isDescending: true },
    ];
    expect(writtenSort(sort)).toBe('region,-last');
    expect(readSort(columns, { sort: 'region,-last' })).toEqual(sort);
    expect(writtenSort([])).toBeUndefined();
    expect(writtenColumns(columns, ['last', 'needs', 'region', 'name'])).toBeUndefined();
    expect(writtenColumns(columns, ['name', 'count'])).toBe('name,count');
    expect(readColumns(columns, { columns: 'count' })).toEqual([name, count]);
  });

  it('loses its filters, and nothing else', () => {
    const search = { find: 'oak', region: 'london', sort: 'name', columns: 'name,count' };
    expect(withoutFilters(columns, search)).toEqual({ sort: 'name', columns: 'name,count' });
    expect(withFields(search, { find: undefined, region: '' })).toEqual({
      sort: 'name',
      columns: 'name,count',
    });
  });

  it('is kept by a saved view, but for the view it came from and what is not its own', () => {
    const search = { region: 'london', view: 'x', scope: 'year', colour: 'red' };
    expect(viewOf(columns, search, ['scope'])).toEqual({ region: 'london', scope: 'year' });
    expect(isSameView({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(isSameView({ a: '1' }, { a: '1', b: '2' })).toBe(false);
  });
});

describe('a row', () => {
  it('passes one of the values that were chosen, or nothing where nothing is known', () => {
    const filter = { kind: 'CHOICE', slugs: ['asd', 'none'] } as const;
    expect(passes(['HI', 'ASD'], filter)).toBe(true);
    expect(passes([], filter)).toBe(true);
    expect(passes(null, filter)).toBe(true);
    expect(passes(['HI'], filter)).toBe(false);
    // A value that is called so is found by its own name.
    expect(passes('None', { kind: 'CHOICE', slugs: ['none'] })).toBe(true);
  });

  it('passes a range with both its ends, and never where nothing is known', () => {
    const days = { kind: 'RANGE', from: '2026-09-01', to: '2026-12-18' } as const;
    expect(passes('2026-09-01', days)).toBe(true);
    expect(passes('2026-12-18', days)).toBe(true);
    expect(passes('2026-12-19', days)).toBe(false);
    expect(passes(null, days)).toBe(false);
    expect(passes(10, { kind: 'RANGE', from: '9', to: '' })).toBe(true);
    expect(passes(8, { kind: 'RANGE', from: '9', to: '' })).toBe(false);
    expect(passes(null, { kind: 'NOTHING' })).toBe(true);
    expect(passes(0, { kind: 'NOTHING' })).toBe(false);
  });

  it('is found by every word, whatever its accents and capitals', () => {
    const text = plain('École Saint-Bède\nLondon');
    expect(isFound(text, 'london ecole')).toBe(true);
    expect(isFound(text, 'london leeds')).toBe(false);
    expect(passes('Saint Bède', { kind: 'TEXT', text: 'BEDE' })).toBe(true);
  });

  it('is ordered by size where it counts, and as people order names', () => {
    expect(compareValues(2, 10)).toBeLessThan(0);
    expect(compareValues('School 2', 'School 10')).toBeLessThan(0);
    expect(compareValues('ecole', 'École')).toBe(0);
  });
});

describe('what is said of it', () => {
  it('is each filter and the order in words', () => {
    const values = (key: string) => (key === 'region' ? ['North East', 'London', null] : []);
    const search = {
      find: 'oak',
      region: 'north-east~none',
      last: '2026-09-01..',
      count: '2..2',
      sort: 'region,-last,-count',
    };
    expect(filtersSaid(columns, search, values)).toEqual([
      { field: 'find', what: 'Find', how: '“oak”' },
      { field: 'region', what: 'Region', how: 'North East or not known' },
      { field: 'last', what: 'Last reviewed', how: 'from 1 September 2026' },
      { field: 'count', what: 'Closures', how: '2' },
    ]);
    expect(orderSaid(columns, search)).toBe(
      'Ordered by Region, then Last reviewed, latest first, then Closures, most first',
    );
    expect(orderSaid(columns, {})).toBeUndefined();
    expect(needs.isChoice).toBe(true);
  });

  it('counts what is shown of all', () => {
    const noun = { one: 'school', many: 'schools' };
    expect(countSaid(84, 480, noun)).toBe('84 of 480 schools');
    expect(countSaid(480, 480, noun)).toBe('480 schools');
    expect(countSaid(1, 1, noun)).toBe('1 school');
    expect(countSaid(5000, 5000, noun)).toBe('5,000 schools');
  });
});
