import { describe, expect, it } from '@jest/globals';
import type { DropOutLine, Named } from '../../api/drop-outs';
import { countsByRisk, FIRST, fatesInWords, fatesOf, riskOf, shownPeople } from './fates';

const named = (reference: string): Named => ({ reference, name: `The ${reference}` });

function line(code: string, more: Partial<DropOutLine> = {}): DropOutLine {
  return {
    ...{ person: named(code), words: [], leads: [], seats: 1, losses: [], differences: [] },
    ...{ isProven: true, uncovered: [], singlePointFor: [], takenOver: [], standIns: [] },
    ...{ disturbed: [], ...more },
  };
}

const leads = ['R1', 'R2', 'R3'].map(named);
const standIns = [
  { review: named('R1'), people: [named('Ben')] },
  { review: named('R2'), people: [] },
  { review: named('R3'), people: [named('Ben'), named('Cy')] },
];

describe('what becomes of reviews', () => {
  it('is worst first: no lead, only if others move, somebody steps in', () => {
    expect(fatesOf(line('Ada', { leads, standIns }))).toEqual(['MOVES', 'STEPS_IN', 'STEPS_IN']);
    const uncovered = [named('R3')];
    expect(fatesOf(line('Ada', { leads, standIns, uncovered }))).toEqual([
      'NO_LEAD',
      'MOVES',
      'STEPS_IN',
    ]);
  });

  it('counts a review of somebody else that loses its lead', () => {
    const uncovered = [named('R9')];
    expect(fatesOf(line('Ada', { leads: leads.slice(0, 1), standIns, uncovered }))).toEqual([
      'NO_LEAD',
      'STEPS_IN',
    ]);
  });

  it('is said in words', () => {
    expect(fatesInWords(['NO_LEAD', 'STEPS_IN', 'STEPS_IN'])).toBe(
      '1 would have no lead, 2 somebody can step in',
    );
    expect(fatesInWords([])).toBe('no review to lead');
  });
});

describe('people by risk', () => {
  const lost = line('Ada', { leads, uncovered: [named('R1')] });
  const pinned = line('Ben', { losses: null });
  const moves = line('Cy', { leads, standIns });
  const trainee = line('Di');
  const idle = line('Eve', { seats: 0 });

  it('are told apart by the worst that becomes of a review', () => {
    expect([lost, pinned, moves, trainee].map(riskOf)).toEqual([
      'NO_LEAD',
      'NO_LEAD',
      'MOVES',
      'NONE',
    ]);
    expect(countsByRisk([lost, pinned, trainee])).toEqual([
      ['NO_LEAD', 2],
      ['MOVES', 0],
      ['STEPS_IN', 0],
      ['NONE', 1],
    ]);
  });

  it('are shown in the order of the answer, by risk and name, never without a seat', () => {
    const people = [lost, pinned, moves, trainee, idle];
    const codes = (search: Parameters<typeof shownPeople>[1]) =>
      shownPeople(people, search).chosen.map(({ person }) => person.reference);
    expect(codes({})).toEqual(['Ada', 'Ben', 'Cy', 'Di']);
    expect(codes({ risk: 'NO_LEAD' })).toEqual(['Ada', 'Ben']);
    expect(codes({ find: ' the c' })).toEqual(['Cy']);
  });

  it('are the first few, unless all are wanted or hardly more are left', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => line(`L${String(i)}`));
    const shown = (count: number, list?: 'all') => shownPeople(many(count), { list }).shown.length;
    expect(shown(FIRST + 3)).toBe(FIRST + 3);
    expect(shown(FIRST + 4)).toBe(FIRST);
    expect(shown(FIRST + 4, 'all')).toBe(FIRST + 4);
  });
});
