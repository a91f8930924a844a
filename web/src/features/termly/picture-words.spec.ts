import { expect, it } from '@jest/globals';
import { inUnit, shownParts, totalOf } from './picture-words';

it('shows parts that occur in some bar, each with its place', () => {
  const parts = [
    { name: 'Done', tone: 'DONE' },
    { name: 'Offered', tone: 'WAITING' },
    { name: 'Missing', tone: 'MISSING' },
  ] as const;
  const rows = [
    { name: 'North East', values: [1, 0, 0] },
    { name: 'London', values: [0, 0, 2] },
  ];
  const shown = shownParts({ title: '', unit: 'REVIEWS', parts: [...parts], rows });
  expect(shown.map(({ name, index }) => [name, index])).toEqual([
    ['Done', 0],
    ['Missing', 2],
  ]);
  expect(totalOf(rows[1]?.values ?? [])).toBe(2);
});

it('tells money to the pound in pictures and to the penny in tables', () => {
  expect(inUnit(123456, 'PENCE', 'short')).toBe('£1,235');
  expect(inUnit(123456, 'PENCE', 'exact')).toBe('£1,234.56');
  expect(inUnit(1234, 'PEOPLE', 'short')).toBe('1,234');
});
