/**
 * British National Grid (EPSG:27700) to degrees WGS84, about 5 m accurate: the grid of easting and
 * northing is unrolled onto the Airy 1830 ellipsoid, and that datum (OSGB36) is moved to WGS84 by the
 * seven-parameter Helmert transformation. Formulas and constants: Ordnance Survey, "A guide to
 * coordinate systems in Great Britain", annexes A to C and section 6.6.
 */
export interface Position {
  /** Degrees WGS84, rounded to five decimals (about 1 m). */
  lat: number;
  lon: number;
}

interface Ellipsoid {
  /** Semi-axes in metres. */
  a: number;
  b: number;
}

type Point = readonly [x: number, y: number, z: number];

const airy1830: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const wgs84: Ellipsoid = { a: 6_378_137, b: 6_356_752.3142 };

/** The grid's true origin, its false coordinates in metres, and the scale on the central meridian. */
const grid = {
  lat: radians(49),
  lon: radians(-2),
  east: 400_000,
  north: -100_000,
  scale: 0.9996012717,
};

/** From OSGB36 to WGS84: metres, parts per million, seconds of arc. */
const helmert = {
  shift: [446.448, -125.157, 542.06],
  ppm: -20.4894,
  turn: [0.1502, 0.247, 0.8421],
} as const;

/** @param easting metres @param northing metres */
export function positionOfGrid(easting: number, northing: number): Position {
  const [lat, lon] = geodetic(toWgs84(cartesian(...unroll(easting, northing), airy1830)), wgs84);
  return { lat: fiveDecimals(lat), lon: fiveDecimals(lon) };
}

/** Annex C.2: latitude and longitude (radians) on the grid's own ellipsoid. */
function unroll(easting: number, northing: number): [lat: number, lon: number] {
  const { a, b } = airy1830;
  const e2 = 1 - (b * b) / (a * a);
  const lat = footLatitude(northing);
  const [sin, cos, tan] = [Math.sin(lat), Math.cos(lat), Math.tan(lat)];
  const nu = (a * grid.scale) / Math.sqrt(1 - e2 * sin ** 2);
  const rho = (a * grid.scale * (1 - e2)) / (1 - e2 * sin ** 2) ** 1.5;
  const eta2 = nu / rho - 1;
  const dE = easting - grid.east;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4);
  const x = 1 / (cos * nu);
  const xi = (1 / (cos * 6 * nu ** 3)) * (nu / rho + 2 * tan ** 2);
  const xii = (1 / (cos * 120 * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4);
  const xiia =
    (1 / (cos * 5040 * nu ** 7)) * (61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6);
  return [
    lat - vii * dE ** 2 + viii * dE ** 4 - ix * dE ** 6,
    grid.lon + x * dE - xi * dE ** 3 + xii * dE ** 5 - xiia * dE ** 7,
  ];
}

/** The latitude whose arc of the meridian reaches the northing, to a hundredth of a millimetre. */
function footLatitude(northing: number): number {
  const height = northing - grid.north;
  let lat = grid.lat;
  let missing = height;
  while (Math.abs(missing) >= 1e-5) {
    lat += missing / (airy1830.a * grid.scale);
    missing = height - meridianArc(lat);
  }
  return lat;
}

function meridianArc(lat: number): number {
  const { a, b } = airy1830;
  const n = (a - b) / (a + b);
  const [less, sum] = [lat - grid.lat, lat + grid.lat];
  return (
    b *
    grid.scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(sum) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * sum))
  );
}

/** Annex B.1, at height 0. */
function cartesian(lat: number, lon: number, { a, b }: Ellipsoid): Point {
  const e2 = 1 - (b * b) / (a * a);
  const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return [
    nu * Math.cos(lat) * Math.cos(lon),
    nu * Math.cos(lat) * Math.sin(lon),
    nu * (1 - e2) * Math.sin(lat),
  ];
}

/** Section 6.2. */
function toWgs84([x, y, z]: Point): Point {
  const [rx, ry, rz] = helmert.turn.map((seconds) => radians(seconds / 3600)) as [
    number,
    number,
    number,
  ];
  const [tx, ty, tz] = helmert.shift;
  const scale = 1 + helmert.ppm * 1e-6;
  return [
    tx + scale * x - rz * y + ry * z,
    ty + rz * x + scale * y - rx * z,
    tz - ry * x + rx * y + scale * z,
  ];
}

/** Annex B.2: degrees. */
function geodetic([x, y, z]: Point, { a, b }: Ellipsoid): [lat: number, lon: number] {
  const e2 = 1 - (b * b) / (a * a);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let previous = Infinity; Math.abs(lat - previous) > 1e-12;) {
    previous = lat;
    const nu = a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), p);
  }
  return [degrees(lat), degrees(Math.atan2(y, x))];
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

function fiveDecimals(angle: number): number {
  return Math.round(angle * 1e5) / 1e5;
}
