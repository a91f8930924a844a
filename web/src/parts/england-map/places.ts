import type { MapState } from '../../api/plan-map';

/** A school or a home that is shown on a map. */
export interface MapPlace {
  readonly key: string;
  /** Of a school: the state of its review. */
  readonly state: MapState | 'HOME';
  readonly name: string;
  /** What is to be known of it besides its name. */
  readonly words: string;
  readonly lat: number;
  readonly lon: number;
}

/** A way between two places, both by their keys. */
export interface MapLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** `second`: of whom goes along with the lead. */
  readonly look: 'lead' | 'second';
}

/** Places so near each other that they are one mark. */
export interface PlaceGroup {
  readonly x: number;
  readonly y: number;
  /** At least one, in the order in which they came. */
  readonly places: readonly MapPlace[];
}

export interface Placed {
  readonly place: MapPlace;
  readonly x: number;
  readonly y: number;
}

/**
 * Groups places until no two marks are nearer than that, in pixels. The same places in the same order give the same groups.
 */
export function grouped(placed: readonly Placed[], distance: number): PlaceGroup[] {
  const groups = placed.map(({ place, x, y }) => ({ x, y, places: [place] }));
  for (;;) {
    const pair = nearestPair(groups, distance);
    if (pair === undefined) return groups;
    const [one, other] = pair;
    const [kept, gone] = [groups[one], groups[other]];
    if (!kept || !gone) return groups;
    const [a, b] = [kept.places.length, gone.places.length];
    groups[one] = {
      x: (kept.x * a + gone.x * b) / (a + b),
      y: (kept.y * a + gone.y * b) / (a + b),
      places: [...kept.places, ...gone.places],
    };
    groups.splice(other, 1);
  }
}

function nearestPair(
  groups: readonly PlaceGroup[],
  distance: number,
): readonly [number, number] | undefined {
  let nearest = distance ** 2;
  let found: readonly [number, number] | undefined;
  groups.forEach((one, index) => {
    for (let next = index + 1; next < groups.length; next += 1) {
      const other = groups[next];
      if (other === undefined) continue;
      const apart = (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
      if (apart < nearest) {
        nearest = apart;
        found = [index, next];
      }
    }
  });
  return found;
}

/** "5 schools and 2 homes" */
export function countsInWords(places: readonly MapPlace[]): string {
  const homes = places.filter(({ state }) => state === 'HOME').length;
  const schools = places.length - homes;
  const parts = [
    ...(schools === 0 ? [] : [`${String(schools)} ${schools === 1 ? 'school' : 'schools'}`]),
    ...(homes === 0 ? [] : [`${String(homes)} ${homes === 1 ? 'home' : 'homes'}`]),
  ];
  return parts.join(' and ');
}

/** What a mark is called: the place with all about it, or how many and which are there. */
export function groupInWords({ places }: PlaceGroup): string {
  const [first] = places;
  if (first === undefined) return '';
  if (places.length === 1) {
    return first.state === 'HOME'
      ? `Home of ${first.name}. ${first.words}`
      : `${first.name}. ${first.words}`;
  }
  const names = places.map(({ name, state }) => (state === 'HOME' ? `home of ${name}` : name));
  return `${countsInWords(places)} close together: ${names.join('; ')}.`;
}
