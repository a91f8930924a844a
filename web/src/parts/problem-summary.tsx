import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ProblemError, wordsOfError } from '../api/problem-error';
import classes from './problem-summary.module.css';

/** Why something could not be done, in the server's words, with each fault; takes the focus when it appears. `order`: of its heading. */
export function ProblemSummary({ error, order = 3 }: { error: unknown; order?: 2 | 3 }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [error]);
  const faults = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return (
    <div ref={box} tabIndex={-1} role="alert" className={classes.summary} data-state="problem">
      <Title order={order} size="h3">
        There is a problem
      </Title>
      <p>{wordsOfError(error)}</p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, field, message }, index) => (
            <li key={`${pointer} ${String(index)}`}>
              <b>{field}</b>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
