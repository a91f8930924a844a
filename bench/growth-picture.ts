/** One line of the picture. */
export interface Curve {
  name: string;
  /** Milliseconds by number of reviews, ascending. */
  points: { size: number; value: number }[];
}

const WIDTH = 760;
const HEIGHT = 420;
const MARGIN = { left: 70, right: 250, top: 40, bottom: 50 };
/** Of the names at the ends of curves. */
const LINE_HEIGHT = 18;
/** Told apart without colour, too: each has its own dashes and its name at its end. */
const STYLES = [
  { stroke: '#1d70b8', dashes: '' },
  { stroke: '#d4351c', dashes: '8 4' },
  { stroke: '#505a5f', dashes: '2 4' },
];

/** An SVG with both axes logarithmic: equal steps are equal factors. */
export function drawGrowth(curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const x = scale(
    points.map(({ size }) => size),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = scale(
    points.map(({ value }) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const sizes = [...new Set(points.map(({ size }) => size))];
  const steps = [1, 10, 100, 1_000, 10_000].flatMap((decade) => [decade, 3 * decade]);
  const ticks = steps.filter(y.isWithin);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" role="img" aria-label="Time to solve a term, by number of reviews">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(MARGIN.left, 22, 'Time to solve a term, by number of reviews', 'start'),
    ...sizes.map((size) => text(x.at(size), HEIGHT - MARGIN.bottom + 20, `${size}`, 'middle')),
    ...ticks.flatMap((each) => [
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y.at(each)}" y2="${y.at(each)}" stroke="#b1b4b6"/>`,
      text(MARGIN.left - 8, y.at(each) + 4, inSeconds(each), 'end'),
    ]),
    ...curves.map((curve, index) => line(curve, index, x.at, y.at)),
    ...namesOf(curves, x.at, y.at),
    '</svg>',
    '',
  ].join('\n');
}

function line(
  { points }: Curve,
  index: number,
  x: (size: number) => number,
  y: (value: number) => number,
): string {
  const { stroke, dashes } = STYLES[index % STYLES.length] as (typeof STYLES)[number];
  const path = points.map(({ size, value }) => `${x(size).toFixed(1)},${y(value).toFixed(1)}`);
  return `<polyline points="${path.join(' ')}" fill="none" stroke="${stroke}" stroke-width="2.5" stroke-dasharray="${dashes}"/>`;
}

/** Each curve's name at its end, a line of text below the one above where two would lie on each other. */
function namesOf(
  curves: readonly Curve[],
  x: (size: number) => number,
  y: (value: number) => number,
): string[] {
  const ends = curves
    .flatMap(({ name, points }) => {
      const last = points.at(-1);
      return last ? [{ name, x: x(last.size) + 8, y: y(last.value) + 4 }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let lowest = -Infinity;
  return ends.map((end) => {
    lowest = Math.max(end.y, lowest + LINE_HEIGHT);
    return text(end.x, lowest, end.name, 'start');
  });
}

function text(x: number, y: number, words: string, anchor: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="#0b0c0c">${words}</text>`;
}

function inSeconds(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${milliseconds / 1_000} s`;
}

interface Scale {
  at: (value: number) => number;
  isWithin: (value: number) => boolean;
}

function scale(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const width = Math.log(most / least) || 1;
  return {
    at: (value) => from + ((to - from) * Math.log(value / least)) / width,
    isWithin: (value) => value >= least && value <= most,
  };
}
