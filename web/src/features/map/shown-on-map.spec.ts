import { describe, expect, it } from '@jest/globals';
import type { Journey, MapHome, MapSchool, PlanMap } from '../../api/plan-map';
import { shownOnMap } from './shown-on-map';

const school = (review: string, changes: Partial<MapSchool>): MapSchool => ({
  review,
  school: review,
  region: 'London',
  phase: 'Special',
  needs: ['ASD'],
  lat: 51,
  lon: 0,
  state: 'DRAFT',
  week: '2027-01-11',
  days: null,
  lead: null,
  leadName: null,
  miles: null,
  words: '',
  ...changes,
});
const home = (person: string, region: string): MapHome => ({
  person,
  name: person,
  home: null,
  region,
  lat: 51,
  lon: 0,
  seats: 1,
  words: '',
});
const journey = (review: string, person: string, seat: Journey['seat'] = 'LEAD'): Journey => ({
  review,
  school: review,
  person,
  name: person,
  home: null,
  seat,
  week: '2027-01-11',
  days: '',
  miles: 1,
  isOvernight: false,
  words: '',
});

const map: Pick<PlanMap, 'schools' | 'homes' | 'journeys'> = {
  schools: [
    school('R1', {}),
    school('R2', { region: 'North East', week: '2027-01-18', needs: ['SLD'], state: 'ACCEPTED' }),
    school('R3', { state: 'NO_LEAD', week: null, phase: null }),
  ],
  homes: [home('Ada', 'London'), home('Ben', 'North East'), home('Cy', 'London')],
  journeys: [journey('R1', 'Ada'), journey('R1', 'Ben', 'SHADOW'), journey('R2', 'Ben')],
};

const shown = (filter: Parameters<typeof shownOnMap>[1]) => {
  const { schools, others, homes, journeys } = shownOnMap(map as PlanMap, filter);
  return {
    schools: schools.map(({ review }) => review),
    others: others.map(({ review }) => review),
    homes: homes.map(({ person }) => person),
    journeys: journeys.map(({ review, person }) => `${person} to ${review}`),
  };
};

describe('what the map shows', () => {
  it('is everything where nothing is chosen, and only schools where only they are wanted', () => {
    expect(shown({})).toEqual({
      schools: ['R1', 'R2', 'R3'],
      others: [],
      homes: ['Ada', 'Ben', 'Cy'],
      journeys: ['Ada to R1', 'Ben to R1', 'Ben to R2'],
    });
    expect(shown({ show: 'schools' })).toMatchObject({ homes: [], journeys: [] });
  });

  it('is a week with those who travel in it', () => {
    expect(shown({ week: '2027-01-18' })).toEqual({
      schools: ['R2'],
      others: ['R1', 'R3'],
      homes: ['Ben'],
      journeys: ['Ben to R2'],
    });
  });

  it('is a region with those who live there or travel there', () => {
    expect(shown({ region: 'London' })).toMatchObject({
      schools: ['R1', 'R3'],
      homes: ['Ada', 'Ben', 'Cy'],
    });
    expect(shown({ region: 'London', state: 'NO_LEAD' })).toMatchObject({
      schools: ['R3'],
      homes: [],
    });
  });

  it('is one person with their own ways only', () => {
    expect(shown({ lead: 'Ben' })).toMatchObject({
      schools: ['R1', 'R2'],
      homes: ['Ben'],
      journeys: ['Ben to R1', 'Ben to R2'],
    });
    expect(shown({ lead: 'Cy' })).toMatchObject({ schools: [], homes: ['Cy'] });
  });

  it('is narrowed by state, phase and specialism', () => {
    expect(shown({ state: 'ACCEPTED' }).schools).toEqual(['R2']);
    expect(shown({ phase: 'Special' }).schools).toEqual(['R1', 'R2']);
    expect(shown({ need: 'SLD' }).schools).toEqual(['R2']);
  });
});
