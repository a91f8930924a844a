import { useEffect, useRef } from 'react';
import type { Asks } from '../../api/plan-reviews';
import { announce } from '../../parts/announcer';
import { outcomeInWords } from './asks-words';
import classes from './unplaced.module.css';

export interface AsksProgressProps {
  readonly asks: Asks | undefined;
  readonly reviews: number;
  /** How many people have not answered the availability round. */
  readonly silent: number;
}

/** How far it has been worked out what it would take, and at the end what came of it. */
export function AsksProgress({ asks, reviews, silent }: AsksProgressProps) {
  const told = useRef(false);
  const words = outcomeInWords(asks, reviews);
  const isDone = asks?.state === 'DONE';
  useEffect(() => {
    if (told.current) return;
    told.current = isDone;
    announce(words);
  }, [words, isDone]);
  return (
    <div className={classes.progress} data-done={isDone}>
      {!isDone && (
        <progress
          aria-label="Reviews worked out"
          max={asks?.of ?? reviews}
          {...(asks === undefined ? {} : { value: asks.done })}
        />
      )}
      <p>{words}</p>
      {silent > 0 && (
        <p className={classes.silent}>
          {silent === 1 ? '1 person has' : `${silent} people have`} not answered the availability
          round. They are in no plan, so they are not counted below.
        </p>
      )}
    </div>
  );
}
