interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle around a point, in pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A name of such a size, and the middle of what it names. */
export interface NamedArea extends Box {
  readonly name: string;
}

/** Between which edges names have to stay, in pixels. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the middle of a name stands. */
export interface NamePlace extends Point {
  /** Whether one would not see what it names without being shown. */
  readonly isAstray: boolean;
}

const STEP = 8;
const RINGS = 24;
const DIRECTIONS = 24;
/** A name goes so much farther so as not to stand in an area that is not its own, in pixels. */
const ELSEWHERE = 60;
/** From here on a name outside its area is no longer seen to belong to it, in pixels. */
const FAR = 48;
/** Farther than any name goes: a name that is covered says nothing. */
const COVERED = 1000;

/**
 * Where names stand: as near the middle of their area as they can without lying under marks or over each other; where there is no
 * such place, where least of them is covered.
 */
export function namePlaces(
  areas: readonly NamedArea[],
  marks: readonly Box[],
  room: Room,
  areaAt: (x: number, y: number) => string | undefined,
): ReadonlyMap<string, NamePlace> {
  const placed = new Map<string, NamePlace>();
  const taken = [...marks];
  for (const area of areas) {
    let best: NamePlace = { x: area.x, y: area.y, isAstray: false };
    let least = Infinity;
    for (const around of spotsAround(area)) {
      const spot = { ...area, ...within(room, area, around) };
      const away = distance(area, spot);
      const covered = taken.reduce((sum, box) => sum + overlap(box, spot), 0);
      const cost = away + (covered > 0 ? COVERED + covered : 0);
      if (cost >= least) continue;
      const there = areaAt(spot.x, spot.y);
      const isElsewhere = there !== undefined && there !== area.name;
      if (cost + (isElsewhere ? ELSEWHERE : 0) >= least) continue;
      least = cost + (isElsewhere ? ELSEWHERE : 0);
      best = { x: spot.x, y: spot.y, isAstray: there !== area.name && away > FAR };
    }
    placed.set(area.name, best);
    taken.push({ ...area, ...best });
  }
  return placed;
}

/** Ever farther from the middle. */
function spotsAround({ x, y }: Point): Point[] {
  const rings = Array.from({ length: RINGS }, (_, ring) => (ring + 1) * STEP);
  const around = rings.flatMap((radius) =>
    Array.from({ length: DIRECTIONS }, (_, part) => {
      const angle = (2 * Math.PI * part) / DIRECTIONS;
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    }),
  );
  return [{ x, y }, ...around];
}

function within({ left, right, bottom }: Room, { width, height }: Box, { x, y }: Point): Point {
  return {
    x: Math.max(left + width / 2, Math.min(right - width / 2, x)),
    y: Math.max(height / 2, Math.min(bottom - height / 2, y)),
  };
}

function overlap(one: Box, other: Box): number {
  const across = (one.width + other.width) / 2 - Math.abs(one.x - other.x);
  const down = (one.height + other.height) / 2 - Math.abs(one.y - other.y);
  return across > 0 && down > 0 ? across * down : 0;
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
