import { geoBounds, geoContains, geoPath, geoTransverseMercator } from 'd3-geo';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import drawn from './regions.json';

type Regions = FeatureCollection<MultiPolygon, { region: string }>;
type Region = Feature<MultiPolygon, { region: string }>;

/** Outlines of England's nine regions; source and licence in docs/dependencies.md. */
const england = drawn as unknown as Regions;

type Point = readonly [lon: number, lat: number];
type Ends = readonly [southWest: Point, northEast: Point];

/** Whether a point lies in a region is only looked at closely where it may. */
const extents = england.features.map((feature) => ({ feature, ends: geoBounds(feature) }));

/** Free space around what is shown, so that places at the coast are whole. */
export const MARGIN = 26;

export interface Outline {
  readonly region: string;
  /** As an SVG path. */
  readonly path: string;
  /** Where its name stands. */
  readonly x: number;
  readonly y: number;
}

/** A map of a size: where things lie on it, in pixels. */
export interface MapView {
  readonly outlines: readonly Outline[];
  readonly place: (lon: number, lat: number) => readonly [x: number, y: number];
  /** What region a point of the map lies in; undefined: none of England's. */
  readonly regionAt: (x: number, y: number) => string | undefined;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
  /** What is kept free on the left. */
  readonly inset: number;
}

/** @param region the one that fills the map; undefined, or not one of England's: all of England */
export function mapView({ width, height, inset }: MapSize, region: string | undefined): MapView {
  const chosen = england.features.find(({ properties }) => properties.region === region);
  // As Britain's own grid has it: upright at 2° west.
  const projection = geoTransverseMercator()
    .rotate([2, 0])
    .fitExtent(
      [
        [inset + MARGIN, MARGIN],
        [Math.max(width, inset + 4 * MARGIN) - MARGIN, Math.max(height, 4 * MARGIN) - MARGIN],
      ],
      chosen ?? england,
    );
  const path = geoPath(projection);
  return {
    outlines: england.features.map((feature) => {
      const [x, y] = path.centroid(mainland(feature));
      return { region: feature.properties.region, path: path(feature) ?? '', x, y };
    }),
    place: (lon, lat) => projection([lon, lat]) ?? [-1, -1],
    regionAt: (x, y) => {
      const at = projection.invert?.([x, y]);
      if (!at) return undefined;
      return extents.find(({ feature, ends }) => isBetween(at, ends) && geoContains(feature, at))
        ?.feature.properties.region;
    },
  };
}

/** The largest part of a region: its name does not drift towards its islands. */
function mainland({ geometry: { coordinates } }: Region): MultiPolygon {
  const largest = coordinates.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  return { type: 'MultiPolygon', coordinates: largest.slice(0, 1) };
}

function isBetween([lon, lat]: Point, [[west, south], [east, north]]: Ends): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
