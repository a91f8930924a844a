import { Button, Loader } from '@mantine/core';
import { IconCheck, IconMail } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { AsksTogether } from '../../api/plan-reviews';
import { announce } from '../../parts/announcer';
import classes from './joint-asks.module.css';
import type { Letter } from './letter-dialog';
import { TryAsks } from './try-asks';

export interface JointAsksProps {
  /** Undefined: nothing is known yet. */
  readonly told: AsksTogether | undefined;
  readonly onWrite: (letter: Letter) => void;
}

/** At the head of the page: the cheapest asks that together cover as many reviews as can be covered. */
export function JointAsks({ told, onWrite }: JointAsksProps) {
  const id = useId();
  const isTold = useRef(false);
  const together = told?.together ?? null;
  const isDone = together !== null;
  const title = together?.title ?? 'Which asks would cover most of them together?';
  useEffect(() => {
    if (!isDone || isTold.current) return;
    isTold.current = true;
    announce(`${title}.`);
  }, [isDone, title]);
  return (
    <section className={classes.set} aria-labelledby={id} aria-busy={!isDone}>
      <h2 id={id}>{title}</h2>
      {together === null ? (
        <p className={classes.working}>
          <Loader size={14} aria-hidden />
          {courseInWords(told)}
        </p>
      ) : (
        <Found together={together} checked={told?.checked?.words} onWrite={onWrite} />
      )}
    </section>
  );
}

function courseInWords(told: AsksTogether | undefined): string {
  const isKnownOfEach = told !== undefined && told.of !== null && told.done === told.of;
  return isKnownOfEach
    ? 'Being worked out by solving the term again with their asks together…'
    : 'This follows once it is known what each of them would take.';
}

interface FoundProps {
  readonly together: NonNullable<AsksTogether['together']>;
  readonly checked: string | undefined;
  readonly onWrite: (letter: Letter) => void;
}

function Found({ together, checked, onWrite }: FoundProps) {
  const { asks, covered, edits, left, words } = together;
  return (
    <>
      {asks.length > 0 && (
        <ol className={classes.asks}>
          {asks.map(({ request, covers, cost, letter }, index) => (
            <li key={request}>
              <b aria-hidden>{index + 1}</b>
              <div>
                <p>
                  {request}.{' '}
                  <strong>{covers.map(({ name }) => name).join('; ') || 'For all of them'}</strong>
                </p>
                <p className={classes.dim}>{cost === 1 ? '1 point' : `${cost} points`} of asking</p>
                {letter !== null && (
                  <Button
                    size="xs"
                    className={classes.write ?? ''}
                    leftSection={<IconMail size={14} aria-hidden />}
                    onClick={() => onWrite(letter)}
                  >
                    Write to {letter.to}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <p>{words}</p>
      <p>
        <TryAsks edits={edits} requests={asks.map(({ request }) => request)} />
      </p>
      {covered.length > 0 && (
        <details className={classes.then}>
          <summary>Who would lead them, and when</summary>
          <ul>
            {covered.map((each) => (
              <li key={each.review.reference}>{each.words}</li>
            ))}
          </ul>
        </details>
      )}
      {covered.length > 0 && left.length > 0 && (
        <ul className={classes.left}>
          {left.map((each) => (
            <li key={each.review.reference}>{each.words}</li>
          ))}
        </ul>
      )}
      {checked !== undefined && (
        <p className={classes.checked}>
          <IconCheck size={14} aria-hidden />
          {checked}
        </p>
      )}
    </>
  );
}
