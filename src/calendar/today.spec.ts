import { describe, expect, it } from '@jest/globals';
import { plannedTerm } from './today.js';

function term(season: 'AUTUMN' | 'SPRING', startsOn: string, endsOn: string) {
  const year = startsOn.slice(0, 4);
  const id = `${season.toLowerCase()}-${year}`;
  return { id, academicYear: '2026/27', season, name: id, startsOn, endsOn };
}

const autumn = term('AUTUMN', '2026-09-01', '2026-12-18');
const spring = term('SPRING', '2027-01-04', '2027-03-25');
const terms = [autumn, spring];

describe('the term that is being planned', () => {
  it('is the one that runs, until its middle', () => {
    expect(plannedTerm(terms, '2026-09-01')).toBe(autumn);
    expect(plannedTerm(terms, '2026-10-25')).toBe(autumn);
  });

  it('is the next one from the middle on, and between terms', () => {
    expect(plannedTerm(terms, '2026-10-26')).toBe(spring);
    expect(plannedTerm(terms, '2026-12-21')).toBe(spring);
  });

  it('is the first before all terms, the last after them, and none where there are none', () => {
    expect(plannedTerm(terms, '2025-01-01')).toBe(autumn);
    expect(plannedTerm(terms, '2030-01-01')).toBe(spring);
    expect(plannedTerm([], '2026-12-21')).toBeUndefined();
  });
});
