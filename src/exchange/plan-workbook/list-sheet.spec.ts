import { expect, it } from '@jest/globals';
import { listSheet } from './list-sheet.js';

it('shows numbers with as many digits after the point as their column says', () => {
  const value = (row: number): number => row;
  const { data } = listSheet(
    'Amounts',
    [
      { heading: 'Pounds', width: 12, decimals: 2, value },
      { heading: 'Seats', width: 12, value },
    ],
    [520.4],
  );
  expect(data[1]).toMatchObject([
    { value: 520.4, type: Number, format: '#,##0.00' },
    { value: 520.4, type: Number, format: '#,##0' },
  ]);
});
