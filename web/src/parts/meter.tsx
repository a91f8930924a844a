import classes from './meter.module.css';

export interface MeterProps {
  /** Reviews of the year by where they stand. */
  readonly led: number;
  readonly booked: number;
  readonly waiting: number;
  readonly planned: number;
  readonly minimum: number;
  /** The same in words: a picture alone tells nothing to a screen reader. */
  readonly label: string;
}

/** The year's commitment: one segment a review, those beyond the minimum in violet. */
export function Meter({ led, booked, waiting, planned, minimum, label }: MeterProps) {
  const kinds = [
    ...Array<'led'>(led).fill('led'),
    ...Array<'booked'>(booked).fill('booked'),
    ...Array<'waiting'>(waiting).fill('waiting'),
    ...Array<'planned'>(planned).fill('planned'),
  ];
  const length = Math.max(kinds.length, minimum);
  return (
    <span className={classes.meter} role="img" aria-label={label}>
      {Array.from({ length }, (_, place) => {
        const kind = kinds[place];
        const beyond = place >= minimum ? classes.over : '';
        return (
          <i
            key={place}
            className={kind === undefined ? classes.left : `${classes[kind]} ${beyond}`}
          />
        );
      })}
    </span>
  );
}
