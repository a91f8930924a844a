import { describe, expect, it } from '@jest/globals';
import { readDistricts } from '../../scripts/sample/open-schools.js';
import { roadKm } from '../../src/solver/distance.js';
import { byKey, type Row, rowsOf, tally } from './sample-files.js';

const people = rowsOf('lead-reviewers');
const schools = byKey('schools', 'URN');
const listOf = (text = ''): string[] => text.split('; ').filter((item) => item !== '');
const special = people.filter(({ Phases }) => listOf(Phases).includes('SPECIAL'));
const serving = rowsOf('employment').filter((row) => row['Serving leader'] === 'Yes');
const districts = new Map((await readDistricts()).map((each) => [each.district, each]));

function homeOf(person: Row | undefined): { region: string; lat: number; lon: number } {
  const home = districts.get(person?.['Postcode district'] ?? '');
  if (!home) throw new Error(`${person?.Reference ?? 'Nobody'} lives nowhere.`);
  return home;
}

const placeOf = (school: Row | undefined): { lat: number; lon: number } => ({
  lat: Number(school?.Latitude),
  lon: Number(school?.Longitude),
});

describe('the sample’s people', () => {
  it('are 100, all different, and all say that they are synthetic', () => {
    expect(people).toHaveLength(100);
    expect(new Set(people.map(({ Name }) => Name)).size).toBe(100);
    expect(tally(people, 'Synthetic')).toEqual({ Yes: 100 });
    expect(people.filter((row) => !row['E-mail']?.endsWith('@example.org'))).toEqual([]);
  });

  it('are 35 serving leaders of different member schools, a dozen of them special', () => {
    expect(new Set(serving.map((row) => row['School URN'])).size).toBe(35);
    const own = serving.map((row) => schools.get(row['School URN'] ?? ''));
    expect(own).not.toContain(undefined);
    expect(own.filter((school) => school?.Phase === 'SPECIAL')).toHaveLength(12);
  });

  it('include 30 who know special schools, each with two to five needs', () => {
    expect(special).toHaveLength(30);
    const needs = special.map(({ Needs }) => listOf(Needs).length);
    expect(Math.min(...needs)).toBe(2);
    expect(Math.max(...needs)).toBe(5);
    expect(people.filter(({ Needs }) => Needs !== '')).toHaveLength(30);
  });

  it('are 25 with years of reviews behind them, 6 in induction, and the others between', () => {
    const before = people.map((row) => Number(row['Reviews led before']));
    expect(before.filter((reviews) => reviews >= 6)).toHaveLength(25);
    const now = rowsOf('standing').filter(({ To }) => To === '');
    // Ten new leads and six others are in induction: the new ones have shadowed.
    expect(tally(now, 'Standing')).toEqual({ IN_POOL: 84, IN_INDUCTION: 16 });
    const shadowed = rowsOf('induction').filter(({ Stage }) => Stage === 'SHADOWING');
    const owing = now.filter(
      ({ Standing, Reference }) =>
        Standing === 'IN_INDUCTION' && shadowed.some((row) => row.Reference === Reference),
    );
    expect(owing).toHaveLength(10);
  });

  it('have all-year contracts but for three, and two agreed exceptions', () => {
    const contracts = rowsOf('contracts');
    expect(contracts).toHaveLength(100);
    expect(contracts.filter(({ To }) => To !== '2027-08-31')).toHaveLength(3);
    expect(rowsOf('commitment-overrides')).toHaveLength(2);
  });

  it('live in every region, with some in and near the North East and the South East', () => {
    const homes = people.map(homeOf);
    const regions = tally(homes as unknown as Row[], 'region');
    expect(Object.keys(regions)).toHaveLength(9);
    for (const region of ['North East', 'South East']) {
      expect(regions[region]).toBeGreaterThanOrEqual(5);
      const near = homes.filter((home) =>
        [...schools.values()].some(
          (school) => school.Region === region && roadKm(home, placeOf(school), 1.3) < 80,
        ),
      );
      expect(near.length).toBeGreaterThan(regions[region] ?? 0);
    }
  });

  it('live near their own school, and hardly any school is far from everybody', () => {
    const byReference = byKey('lead-reviewers', 'Reference');
    for (const row of serving) {
      const own = placeOf(schools.get(row['School URN'] ?? ''));
      expect(roadKm(homeOf(byReference.get(row.Reference ?? '')), own, 1.3)).toBeLessThan(40);
    }
    const nearest = [...schools.values()]
      .map((school) => Math.min(...people.map((p) => roadKm(homeOf(p), placeOf(school), 1.3))))
      .sort((a, b) => a - b);
    expect(nearest[Math.floor(nearest.length * 0.9)]).toBeLessThan(60);
    expect(nearest.at(-1)).toBeLessThan(150);
  });
});
