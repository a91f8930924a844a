import { Fragment } from 'react';
import type { AvailabilityRegister } from '../../api/registers';
import { Legend } from '../../parts/legend';
import classes from './lane.module.css';

const grades = {
  P: { name: 'preferred', mark: '+' },
  A: { name: 'available', mark: '' },
  I: { name: 'only if needed', mark: '~' },
  N: { name: 'not free', mark: '' },
} as const;

function gradeOf(letter: string) {
  return grades[letter as keyof typeof grades];
}

export interface LaneProps {
  /** A letter for each window. */
  readonly lane: string;
  readonly slots: AvailabilityRegister['slots'];
}

/** Every window of the term in a row of small boxes, two to a week: colour and sign for each grade. */
export function Lane({ lane, slots }: LaneProps) {
  const said = Object.entries(grades)
    .map(([letter, { name }]) => `${String(lane.split(letter).length - 1)} ${name}`)
    .join(', ');
  return (
    <span className={classes.lane} role="img" aria-label={`Windows: ${said}`}>
      {[...lane].map((letter, index) => (
        <Fragment key={slots[index]?.inWords ?? index}>
          <i
            className={classes[letter]}
            title={`${slots[index]?.inWords ?? ''}: ${gradeOf(letter).name}`}
          >
            {gradeOf(letter).mark}
          </i>
        </Fragment>
      ))}
    </span>
  );
}

/** What the boxes mean. */
export function LaneLegend() {
  return (
    <div className={classes.legend}>
      <Legend
        items={Object.entries(grades).map(([letter, { name, mark }]) => ({
          words: `${name.charAt(0).toUpperCase()}${name.slice(1)}${mark === '' ? '' : ` (${mark})`}`,
          swatch: classes[letter],
        }))}
      />
    </div>
  );
}
