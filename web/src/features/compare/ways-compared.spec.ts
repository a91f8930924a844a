import { describe, expect, it } from '@jest/globals';
import type { SideBySide } from '../../api/plan-comparison';
import type { Journey, PlanMap } from '../../api/plan-map';
import { differingPart, waysCompared } from './ways-compared';

const journey = (review: string, person: string): Journey =>
  ({ review, person, seat: 'LEAD' }) as Journey;
const mapOf = (journeys: Journey[]): PlanMap =>
  ({
    schools: [{ review: 'R1' }, { review: 'R2' }, { review: 'R3' }],
    homes: [{ person: 'Ada' }, { person: 'Ben' }],
    journeys,
  }) as PlanMap;

const before = mapOf([journey('R1', 'Ada'), journey('R2', 'Ben')]);
const after = mapOf([journey('R1', 'Ben'), journey('R2', 'Ben')]);
const sides = {
  reviews: [
    { review: 'R1', school: 'Vale', region: 'London' },
    { review: 'R3', school: 'Hill', region: 'North East' },
  ],
} as Pick<SideBySide, 'reviews'>;

describe('who travels where in plans that are compared', () => {
  it('is told for each school that differs, in the order of the plans', () => {
    const found = waysCompared(sides, [before, after], undefined);
    expect(found.map(({ school }) => school)).toEqual(['Vale', 'Hill']);
    expect(found[0]?.ways.map((ways) => ways.map(({ person }) => person))).toEqual([
      ['Ada'],
      ['Ben'],
    ]);
    expect(found[1]?.ways).toEqual([[], []]);
    expect(waysCompared(sides, [before, after], 'London')).toHaveLength(1);
  });

  it('leaves out of a map what the plans treat alike', () => {
    const found = differingPart(after, waysCompared(sides, [before, after], undefined));
    expect(found.schools.map(({ review }) => review)).toEqual(['R1', 'R3']);
    expect(found.others.map(({ review }) => review)).toEqual(['R2']);
    expect(found.homes.map(({ person }) => person)).toEqual(['Ben']);
    expect(found.journeys).toEqual([journey('R1', 'Ben')]);
  });
});
