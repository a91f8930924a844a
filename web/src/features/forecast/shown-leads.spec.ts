import { describe, expect, it } from '@jest/globals';
import type { ForecastLead } from '../../api/forecast';
import { chosenBy, countsByChance, shownLeads } from './shown-leads';

const lead = (name: string, changes: Partial<ForecastLead> = {}): ForecastLead => ({
  lead: name,
  name,
  minimum: 6,
  minimumReason: 'Lead Reviewer, whole year',
  led: 0,
  confirmed: 0,
  waiting: 0,
  best: 6,
  inPlan: 6,
  chance: 'CAN',
  limits: [],
  why: null,
  availability: '',
  isAssumed: false,
  reviews: [],
  ...changes,
});

const dates = { limit: 'DATES', words: 'Too few dates declared', best: 6 } as const;
const leads = [
  lead('Zoë', { chance: 'CANNOT', limits: [dates] }),
  lead('Ben', { chance: 'REACHED' }),
  lead('Ada'),
  lead('Cy', { minimum: 0, chance: 'REACHED' }),
];

describe('the people of a forecast', () => {
  it('come with those out of reach first, then by name', () => {
    expect(shownLeads(leads, {}).map(({ name }) => name)).toEqual(['Zoë', 'Ada', 'Ben', 'Cy']);
  });

  it('are chosen by chance, limit and name', () => {
    expect(shownLeads(leads, { chance: 'CAN' }).map(({ name }) => name)).toEqual(['Ada']);
    expect(shownLeads(leads, { limit: 'DATES' }).map(({ name }) => name)).toEqual(['Zoë']);
    expect(shownLeads(leads, { find: 'ZO' }).map(({ name }) => name)).toEqual(['Zoë']);
  });

  it('say in a file how they were chosen', () => {
    expect(chosenBy({ chance: 'CANNOT', limit: 'DATES', find: 'a' })).toEqual([
      'Minimum: Cannot be reached',
      'Limited by: Too few dates',
      'Name contains a',
    ]);
    expect(chosenBy({})).toEqual([]);
  });

  it('are counted without those of whom nothing is asked', () => {
    expect(countsByChance(leads)).toEqual([
      ['CANNOT', 1],
      ['NOT_TOGETHER', 0],
      ['CAN', 1],
      ['BOOKED', 0],
      ['REACHED', 1],
    ]);
  });
});
