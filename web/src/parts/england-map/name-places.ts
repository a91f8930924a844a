interface Point {
  readonly x: number;
  readonly y: number;
}

export interface NamedArea extends Point {
  readonly name: string;
  /** How wide its name is drawn, in pixels. */
  readonly width: number;
}

/** Between which names have to stay, in pixels. */
export interface Room {
  readonly left: number;
  readonly right: number;
}

/** Two lines of a name. */
const NAME_HEIGHT = 30;
/** What a mark takes to each side. */
const MARK = 15;
const STEP = 14;
const RINGS = 8;
const DIRECTIONS = 16;

/**
 * Where names stand: as near the middle of their area as they can without lying over marks or each other; where there is no
 * such place, over as few as may be.
 */
export function namePlaces(
  areas: readonly NamedArea[],
  marks: readonly Point[],
  { left, right }: Room,
): ReadonlyMap<string, Point> {
  const placed = new Map<string, Point & { readonly width: number }>();
  for (const area of areas) {
    let best: Point = area;
    let least = Infinity;
    for (const [index, { x, y }] of spotsAround(area).entries()) {
      const half = area.width / 2;
      const spot = { x: Math.max(left + half, Math.min(right - half, x)), y };
      const isUnder = (at: Point, width: number, height: number): boolean =>
        Math.abs(at.x - spot.x) < (area.width + width) / 2 &&
        Math.abs(at.y - spot.y) < (NAME_HEIGHT + height) / 2;
      const over =
        marks.filter((mark) => isUnder(mark, 2 * MARK, 2 * MARK)).length +
        2 * [...placed.values()].filter((name) => isUnder(name, name.width, NAME_HEIGHT)).length;
      // A name that has gone far from its area says less than one that is a little covered.
      const cost = over * 3 * DIRECTIONS + index;
      if (cost < least) {
        least = cost;
        best = spot;
      }
    }
    placed.set(area.name, { ...best, width: area.width });
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
