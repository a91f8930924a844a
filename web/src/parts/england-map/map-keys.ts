/** A mark as far as the arrow keys care. */
interface Mark {
  readonly x: number;
  readonly y: number;
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The mark that a key leads to: with an arrow the nearest on that side, where straight ahead counts as nearer than aslant; with
 * Home and End the northernmost and the southernmost.
 *
 * @returns its index; the same where nothing lies there; undefined: the key means nothing here
 */
export function markAfter(key: string, marks: readonly Mark[], at: number): number | undefined {
  const here = marks[at];
  if (here === undefined) return undefined;
  if (key === 'Home') return bestOf(marks, ({ y }) => y);
  if (key === 'End') return bestOf(marks, ({ y }) => -y);
  const direction = DIRECTIONS[key];
  if (direction === undefined) return undefined;
  const [dx, dy] = direction;
  const found = bestOf(marks, ({ x, y }) => {
    const ahead = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    return ahead <= 0 ? undefined : ahead + 2 * aside;
  });
  return found ?? at;
}

function bestOf(
  marks: readonly Mark[],
  costOf: (mark: Mark) => number | undefined,
): number | undefined {
  let best: number | undefined;
  let least = Infinity;
  marks.forEach((mark, index) => {
    const cost = costOf(mark);
    if (cost !== undefined && cost < least) {
      least = cost;
      best = index;
    }
  });
  return best;
}
