import type { Journey, MapHome, MapSchool } from '../../api/plan-map';
import type { MapLine, MapPlace } from './places';

/** Schools whose place is known, for a map. */
export function schoolPlaces(schools: readonly MapSchool[]): MapPlace[] {
  return schools.flatMap(({ review, state, school, words, lat, lon }) =>
    lat === null || lon === null ? [] : [{ key: review, state, name: school, words, lat, lon }],
  );
}

export function homePlaces(homes: readonly MapHome[]): MapPlace[] {
  return homes.map(({ person, name, home, words, lat, lon }) => ({
    key: person,
    state: 'HOME',
    name: home === null ? name : `${name}, ${home}`,
    words,
    lat,
    lon,
  }));
}

export function journeyLines(journeys: readonly Journey[]): MapLine[] {
  return journeys.map(({ review, person, seat }) => ({
    key: `${review} ${seat}`,
    from: person,
    to: review,
    look: seat === 'LEAD' ? 'lead' : 'second',
  }));
}
