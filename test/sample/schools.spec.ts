import { describe, expect, it } from '@jest/globals';
import { readOpenSchools } from '../../scripts/sample/open-schools.js';
import { rowsOf, tally } from './sample-files.js';

const schools = rowsOf('schools');
const special = schools.filter(({ Phase }) => Phase === 'SPECIAL');

describe('the sample’s schools', () => {
  it('are 480 real ones, with the names and places of the open data', async () => {
    const open = new Map((await readOpenSchools()).map((school) => [school.urn, school]));
    expect(new Set(schools.map(({ URN }) => URN)).size).toBe(480);
    const changed = schools.filter((row) => {
      const real = open.get(row.URN ?? '');
      return !(
        real?.name === row.Name &&
        real?.postcode === row.Postcode &&
        real?.trust_uid === row['Trust UID'] &&
        real?.lat === row.Latitude
      );
    });
    expect(changed).toEqual([]);
  });

  it('lie in all nine regions, at least twenty in each', () => {
    const regions = tally(schools, 'Region');
    expect(Object.keys(regions)).toHaveLength(9);
    expect(Math.min(...Object.values(regions))).toBeGreaterThanOrEqual(20);
  });

  it('are 70 special, a few alternative provision, the rest mainstream', () => {
    const phases = tally(schools, 'Phase');
    expect(phases.SPECIAL).toBe(70);
    expect(phases.ALTERNATIVE_PROVISION).toBe(4);
    expect(Object.keys(phases).sort()).toEqual([
      'ALL_THROUGH',
      'ALTERNATIVE_PROVISION',
      'NURSERY',
      'PRIMARY',
      'SECONDARY',
      'SPECIAL',
    ]);
    expect((phases.PRIMARY ?? 0) + (phases.SECONDARY ?? 0)).toBeGreaterThan(390);
  });

  it('belong to 130 trusts, most of them with several members, or, 60 of them, to none', () => {
    const { '': alone, ...trusts } = tally(schools, 'Trust UID');
    const sizes = Object.values(trusts);
    expect(alone).toBe(60);
    expect(sizes).toHaveLength(130);
    expect(sizes.filter((members) => members > 1)).toHaveLength(105);
    expect(Math.max(...sizes)).toBe(7);
  });

  it('are all members, and their needs are said to be invented', () => {
    expect(new Set(rowsOf('memberships').map(({ URN }) => URN)).size).toBe(480);
    expect(tally(schools, 'Needs are invented')).toEqual({ Yes: 480 });
    expect(special.filter(({ Needs }) => Needs === '')).toEqual([]);
  });
});
