import { describe, expect, it } from '@jest/globals';
import { freeIn, person, problem, review, WEEK_1 } from '../../../test/solver/builders.js';
import { subsets } from './assurer-costs.js';
import { preflight } from './preflight.js';

describe('what too few assurers cost', () => {
  it('joins too few assurers with the reviews that they cost, and with what no plan covers', () => {
    const of = problem({
      leads: [
        person('New', { isNew: true, phases: ['special'], ...freeIn(WEEK_1) }),
        person('Newer', { isNew: true, phases: ['primary'], ...freeIn(WEEK_1) }),
        person('Ada', { roles: ['QUALITY_ASSURER'], phases: ['special', 'primary'] }),
        person('Cy', { phases: ['secondary'] }),
      ],
      reviews: [
        review('S'),
        review('P', { phase: 'primary', priority: 3 }),
        review('O', { phase: 'secondary' }),
      ],
    });
    const { assurers, coverage, shortages } = preflight(of);
    expect(assurers.shortages).toMatchObject([
      { newLeads: ['New', 'Newer'], most: 1, cost: { reviews: ['S', 'P'], most: 1 } },
    ]);
    expect(coverage.most).toEqual({ reviews: 2, priority: 4 });
    expect(shortages).toEqual([]);
    const covered = { ...of, leads: [...of.leads, person('Bo', { phases: ['special'] })] };
    expect(preflight(covered)).toMatchObject({
      assurers: { shortages: [{ most: 1, cost: null }] },
      coverage: { most: { reviews: 3 } },
    });
  });

  it('names beside a shortage the new leads who lack only an assurer', () => {
    const of = problem({
      leads: [
        person('Ada', freeIn(WEEK_1)),
        person('New', { isNew: true }),
        person('Newer', { isNew: true, phases: [] }),
      ],
      reviews: [review('R1'), review('R2')],
    });
    expect(preflight(of).shortages).toMatchObject([
      { people: [{ lead: 'Ada' }], unassured: ['New'] },
    ]);
  });

  it('is looked at for every choice of new leads, unless there are too many', () => {
    expect(subsets(['A', 'B', 'C'], 2, 3)).toEqual([
      ['A', 'B'],
      ['A', 'C'],
      ['B', 'C'],
    ]);
    expect(subsets(['A', 'B', 'C'], 2, 2)).toBeNull();
    expect(subsets(['A', 'B'], 2, 1)).toEqual([['A', 'B']]);
  });
});
