import { Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ImportFile } from '../../api/imports';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import classes from './file-check.module.css';

/** How far the reading and comparing of a file has come. */
export function Comparing({
  fileName,
  progress,
}: {
  fileName: string;
  progress: ImportFile['progress'];
}) {
  const heading = useRef<HTMLParagraphElement>(null);
  const words = progress?.words ?? `Reading ${fileName}`;
  useEffect(() => {
    heading.current?.focus();
  }, []);
  useEffect(() => {
    announce(`${words}…`);
  }, [words]);
  const { done = null, total = null } = progress ?? {};
  const isCounted = done !== null && total !== null && total > 0;
  return (
    <Card title="Comparing with what is stored">
      <div className={classes.comparing}>
        <p ref={heading} tabIndex={-1}>
          {words}…
          {isCounted && (
            <span className={classes.quiet}>
              {' '}
              {done.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} rows
            </span>
          )}
        </p>
        <Progress
          value={isCounted ? (100 * done) / total : 100}
          animated={!isCounted}
          striped={!isCounted}
          aria-label={words}
        />
        <p className={classes.quiet}>
          A large file takes up to a minute. You can leave this page: the comparison goes on and is
          listed under Imports.
        </p>
      </div>
    </Card>
  );
}
