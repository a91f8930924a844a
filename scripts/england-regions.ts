/**
 * Draws the outlines of England's nine regions with few enough points to go along with a page.
 *
 *     node dist/scripts/england-regions.js eer.json web/src/parts/england-map/regions.json
 *
 * Reads the Office for National Statistics' European electoral regions of England, which are its nine regions, as
 * GeoJSON; where from and under which licence: docs/dependencies.md. Neighbours keep one border: a point goes from both or from neither.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CornerQueue } from './england/corner-queue.js';

/** Longitude and latitude in degrees. */
type Point = readonly [lon: number, lat: number];
type Ring = readonly Point[];

interface Source {
  readonly features: readonly {
    readonly properties: { readonly EER13NM: string };
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  }[];
}

/** What everything else here calls a region otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  Eastern: 'East of England',
  'Yorkshire and The Humber': 'Yorkshire and the Humber',
};

/** Corners whose triangle is smaller are cut; islands that are smaller are left out. Both in square km. */
const CORNER = 0.6;
const ISLAND = 4;
const KM_PER_DEGREE = 111.2;
/** As long as a degree of longitude is in the middle of England, so it is taken to be everywhere. */
const SHRUNK = Math.cos((53 * Math.PI) / 180);

const [source = '', target = ''] = process.argv.slice(2);
const outlines = (JSON.parse(readFileSync(source, 'utf8')) as Source).features.map(
  ({ properties: { EER13NM: name }, geometry }) => ({
    region: NAMES[name] ?? name,
    // Closed rings say their first point twice.
    rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .map(([outer = []]) => outer.slice(1))
      .filter((ring) => areaOf(ring) >= ISLAND),
  }),
);
const kept = keptPoints(outlines.flatMap(({ rings }) => rings));
const features = outlines
  .map(({ region, rings }) => ({
    type: 'Feature',
    properties: { region },
    geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(ring)]) },
  }))
  .sort((a, b) => (a.properties.region < b.properties.region ? -1 : 1));
const written = features.map((feature) => JSON.stringify(feature)).join(',\n');
writeFileSync(target, `{"type":"FeatureCollection","features":[\n${written}\n]}\n`);

function closed(ring: Ring): Point[] {
  const points = ring.filter((point) => kept.has(keyOf(point))).map(rounded);
  return [...points, ...points.slice(0, 1)];
}

/** To a thousandth of a degree: about a hundred metres. */
function rounded([lon, lat]: Point): Point {
  return [Math.round(lon * 1000) / 1000, Math.round(lat * 1000) / 1000];
}

function keyOf([lon, lat]: Point): string {
  return `${lon},${lat}`;
}

function kilometres([lon, lat]: Point): readonly [number, number] {
  return [lon * KM_PER_DEGREE * SHRUNK, lat * KM_PER_DEGREE];
}

function areaOf(ring: Ring): number {
  const points = ring.map(kilometres);
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Which points stay when the corner with the smallest triangle is cut again and again (Visvalingam and Whyatt 1993). */
function keptPoints(rings: readonly Ring[]): ReadonlySet<string> {
  const neighbours = neighboursIn(rings);
  const places = new Map(rings.flat().map((point) => [keyOf(point), kilometres(point)]));
  /** Undefined where regions meet, and where nothing would be left. */
  const triangle = (key: string): number | undefined => {
    const [one = '', other = '', third] = [...(neighbours.get(key) ?? [])];
    const [a, b, c] = [places.get(one), places.get(key), places.get(other)];
    if (third !== undefined || !a || !b || !c || neighbours.get(one)?.has(other)) return undefined;
    return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  };
  const queue = new CornerQueue();
  for (const key of neighbours.keys()) queue.put(key, triangle(key));
  for (let corner = queue.take(); corner && corner.area < CORNER; corner = queue.take()) {
    const { key } = corner;
    if (triangle(key) !== corner.area) continue;
    const [one = '', other = ''] = [...(neighbours.get(key) ?? [])];
    neighbours.delete(key);
    neighbours.get(one)?.delete(key);
    neighbours.get(other)?.delete(key);
    neighbours.get(one)?.add(other);
    neighbours.get(other)?.add(one);
    queue.put(one, triangle(one));
    queue.put(other, triangle(other));
  }
  return new Set(neighbours.keys());
}

/** Between which points there is a line, whichever region it belongs to. */
function neighboursIn(rings: readonly Ring[]): Map<string, Set<string>> {
  const found = new Map(rings.flat().map((point) => [keyOf(point), new Set<string>()]));
  for (const ring of rings) {
    ring.forEach((point, index) => {
      const next = ring[(index + 1) % ring.length] ?? point;
      found.get(keyOf(point))?.add(keyOf(next));
      found.get(keyOf(next))?.add(keyOf(point));
    });
  }
  return found;
}
