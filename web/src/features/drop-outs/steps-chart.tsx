import classes from './steps-chart.module.css';
import { type Steps, stepsInWords } from './steps';

/** The drawing, in its own units. */
const WIDTH = 320;
const HEIGHT = 132;
const EDGE = { left: 44, right: 16, top: 22, bottom: 30 };

export interface StepsChartProps {
  readonly steps: Steps;
  /** The least and the most people that were tried. */
  readonly first: number;
  readonly last: number;
}

/** How far plans are from the best one, falling in steps as more people may be disturbed. */
export function StepsChart({ steps, first, last }: StepsChartProps) {
  const most = Math.max(...steps.points.map(({ value }) => value), 1);
  const from = steps.points[0]?.people ?? first;
  const end = Math.max(last, first + 1);
  const x = (people: number) =>
    EDGE.left + ((people - first) / (end + 0.5 - first)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) =>
    HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const counts = Array.from({ length: end - first + 1 }, (_, index) => first + index);
  const line = steps.points
    .map(({ people, value }, index) =>
      index === 0 ? `M${x(people)} ${y(value)}` : `H${x(people)} V${y(value)}`,
    )
    .join(' ');
  return (
    <figure className={classes.figure}>
      <figcaption>
        {steps.title}
        {steps.isPoints && ', points'}
      </figcaption>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        className={classes.chart}
        data-aim={steps.aim}
        role="img"
        aria-label={`${steps.title}: ${stepsInWords(steps)}`}
      >
        <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(0)} y2={y(0)} className={classes.axis} />
        <path d={`${line} H${WIDTH - EDGE.right}`} className={classes.line} />
        {steps.points.map(({ people, value }) => (
          <g key={people}>
            <circle cx={x(people)} cy={y(value)} r={4} className={classes.dot} />
            <text x={x(people) + 7} y={y(value) - 7} className={classes.value}>
              {value.toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {counts.map((people) => (
          <text key={people} x={x(people)} y={HEIGHT - 10} className={classes.tick}>
            {people}
          </text>
        ))}
      </svg>
      <p aria-hidden>
        By people disturbed.{steps.aim !== 'coverage' && ' 0 is as good as any plan.'}
        {from > first && ` From ${String(from)}: before, weightier aims are not met.`}
      </p>
    </figure>
  );
}
