import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { wordsOfError } from '../api/problem-error';
import { faultsOf, type ProblemFields, sentence } from './problem-fields';
import { changedSinceIn } from './meanwhile';
import { SomebodyFirst, type TwoWays } from './somebody-first';
import classes from './problem-summary.module.css';

export interface ProblemSummaryProps {
  readonly error: unknown;
  /** Where each part of the request is filled in: its fault becomes a link to there, in the same words as beside it. */
  readonly fields?: ProblemFields;
  /** How to go on where somebody else saved first; left out: by loading the page again. */
  readonly ways?: TwoWays;
  /** Of its heading: 2 where it comes first on the page. */
  readonly order?: 2 | 3;
}

/** Why something could not be done, in the server's words, with each fault; takes the focus when it appears. */
export function ProblemSummary({ error, fields = {}, ways, order = 3 }: ProblemSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [error]);
  const faults = faultsOf(error);
  const since = changedSinceIn(error);
  const words = wordsOfError(error);
  const isAllLinked = faults.length > 0 && faults.every(({ pointer }) => placeOf(fields, pointer));
  const isListed = faults.some(({ field, message }) => words.includes(`${field}: ${message}`));
  return (
    <div ref={box} tabIndex={-1} role="alert" className={classes.summary} data-state="problem">
      <Title order={order} size="h3">
        {since === null ? 'There is a problem' : 'Somebody else saved first'}
      </Title>
      {!isAllLinked && !isListed && <p>{words}</p>}
      {since !== null && <SomebodyFirst since={since} ways={ways} />}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, field, message }, index) => {
            const place = placeOf(fields, pointer);
            return (
              <li key={`${pointer} ${String(index)}`}>
                {place === undefined ? (
                  <>
                    <b>{field}</b>: {message}
                  </>
                ) : (
                  <a
                    href={`#${place.id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(place.id)?.focus();
                    }}
                  >
                    <b>{place.label}</b>: {sentence(message)}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** The field of a pointer, or the one that it lies in. */
function placeOf(fields: ProblemFields, pointer: string) {
  const key = Object.keys(fields).find(
    (each) => pointer === each || pointer.startsWith(`${each}/`),
  );
  return key === undefined ? undefined : fields[key];
}
