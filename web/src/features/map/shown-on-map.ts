import type { Journey, MapHome, MapSchool, PlanMap } from '../../api/plan-map';
import type { MapSearch } from './map-search';

export interface Shown {
  readonly schools: readonly MapSchool[];
  /** Schools that the filter leaves out: dots, so that one sees where the others are. */
  readonly others: readonly MapSchool[];
  readonly homes: readonly MapHome[];
  readonly journeys: readonly Journey[];
}

type Filter = Pick<MapSearch, 'region' | 'state' | 'phase' | 'need' | 'lead' | 'week' | 'show'>;

/** Whether anything but the choice of what is drawn narrows the map. */
export function isNarrowed({ region, state, phase, need, lead, week }: Filter): boolean {
  return [region, state, phase, need, lead, week].some((each) => each !== undefined);
}

/**
 * What fits the filter: schools; journeys to them; and the homes of those who travel. With no filter everybody's home is shown, with a
 * region alone also the homes that lie in it.
 */
export function shownOnMap(map: PlanMap, filter: Filter): Shown {
  const ofLead = new Set(
    map.journeys.filter(({ person }) => person === filter.lead).map(({ review }) => review),
  );
  const fits = (school: MapSchool): boolean =>
    isSame(filter.region, school.region) &&
    isSame(filter.state, school.state) &&
    isSame(filter.phase, school.phase) &&
    isSame(filter.week, school.week) &&
    (filter.need === undefined || school.needs.includes(filter.need)) &&
    (filter.lead === undefined || ofLead.has(school.review));
  const schools = map.schools.filter(fits);
  const others = map.schools.filter((school) => !fits(school));
  if (filter.show === 'schools') return { schools, others, homes: [], journeys: [] };
  const reviews = new Set(schools.map(({ review }) => review));
  const journeys = map.journeys.filter(
    ({ review, person }) => reviews.has(review) && isSame(filter.lead, person),
  );
  const travelling = new Set(journeys.map(({ person }) => person));
  const { region, ...rest } = filter;
  const isByRegion = region !== undefined && !isNarrowed(rest);
  const homes = map.homes.filter(
    (home) =>
      travelling.has(home.person) ||
      !isNarrowed(filter) ||
      home.person === filter.lead ||
      (isByRegion && home.region === region),
  );
  return { schools, others, homes, journeys };
}

function isSame(wanted: string | undefined, found: string | null): boolean {
  return wanted === undefined || wanted === found;
}
