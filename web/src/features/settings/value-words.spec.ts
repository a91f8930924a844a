import { expect, it } from '@jest/globals';
import { dayInWords, leavesInWords, valueInWords } from './value-words';

it('tells a stored value in one line', () => {
  expect(leavesInWords({ reviews: 2, weeks: 4 })).toBe('reviews 2, weeks 4');
  expect(leavesInWords({ commitment: { LEAD: true, QUALITY_ASSURER: false } })).toBe(
    'commitment lead yes, commitment quality assurer no',
  );
  expect(leavesInWords({ table: null })).toBe('table not set');
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`n${String(i)}`, i]));
  expect(leavesInWords(many)).toMatch(/ and 2 more$/u);
});

it('tells a stored value by the names of its fields, in their order', () => {
  const fields = [
    { path: ['reviews'], label: 'At most', unit: 'reviews' },
    { path: ['weeks'], label: 'in any', unit: 'school weeks of a term' },
  ];
  expect(valueInWords({ weeks: 4, reviews: 2 }, fields)).toBe(
    'At most 2 reviews, in any 4 school weeks of a term',
  );
  expect(valueInWords({ weeks: 4 })).toBe('weeks 4');
});

it('tells a day', () => {
  expect(dayInWords('2027-01-04')).toBe('4 January 2027');
});
