import { Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { wordsOfError } from '../api/problem-error';
import { announce } from './announcer';
import { Empty } from './states';
import classes from './study-course.module.css';

export interface StudyCourseProps {
  /** What is computed, as in "The forecast has been computed." */
  readonly what: string;
  readonly underWay: { readonly done: number; readonly of: number; readonly words: string } | null;
  /** Why the last one failed. */
  readonly failure: string | null;
  /** Why it was not even begun. */
  readonly refusal: Error | null;
}

/** That something is being computed and how far it is, or why it was not. Says when it is done. */
export function StudyCourse({ what, underWay, failure, refusal }: StudyCourseProps) {
  useToldWhenDone(underWay !== null, what);
  if (underWay !== null) return <BeingComputed what={what} underWay={underWay} />;
  const words = refusal === null ? failure : wordsOfError(refusal);
  if (words === null) return null;
  return <NotComputed words={`${what} could not be computed. ${words}`} />;
}

/** How far it is. */
export function BeingComputed({
  what,
  underWay: { done, of, words },
}: {
  readonly what: string;
  readonly underWay: NonNullable<StudyCourseProps['underWay']>;
}) {
  return (
    <section className={classes.course} aria-label="Being computed">
      <Loader size="xs" aria-hidden />
      <p>
        <b>Being computed.</b> {words}.
      </p>
      <span
        className={classes.progress}
        role="progressbar"
        aria-label={what}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
      >
        <i style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
      </span>
    </section>
  );
}

/** That nothing had been computed by the day and the record that are looked at. */
export function NothingComputedThen() {
  return (
    <Empty title="Nothing had been computed then">
      Choose a later day, or leave both days empty for the newest.
    </Empty>
  );
}

/** Why it could not be computed. */
export function NotComputed({ words }: { readonly words: string }) {
  return (
    <section className={classes.failure} role="alert">
      <h2>There is a problem</h2>
      <p>{words}</p>
    </section>
  );
}

function useToldWhenDone(isUnderWay: boolean, what: string) {
  const was = useRef(isUnderWay);
  useEffect(() => {
    if (was.current && !isUnderWay) announce(`${what} has been computed.`);
    was.current = isUnderWay;
  }, [isUnderWay, what]);
}
