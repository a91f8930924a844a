import { Button, Loader, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ProblemError, wordsOfError } from '../api/problem-error';
import classes from './states.module.css';

/** Something takes time. Nothing is shown in the first moment, so that quick answers do not flicker. */
export function Loading({ what }: { what: string }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.state} role="status" data-state="loading">
      {isLong && (
        <>
          <Loader size="sm" aria-hidden />
          <Text c="dimmed">Loading {what}…</Text>
        </>
      )}
    </div>
  );
}

export interface EmptyProps {
  readonly title: string;
  /** Why there is nothing, and what to do. */
  readonly children?: ReactNode;
  /** The button that mends it. */
  readonly action?: ReactNode;
}

/** Nothing is there yet: why, and what to do next. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className={classes.state} data-state="empty">
      <Title order={2}>{title}</Title>
      {children !== undefined && <Text c="dimmed">{children}</Text>}
      {action}
    </div>
  );
}

/** The server refused or could not be reached; in its words, with a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error instanceof ProblemError && error.status === 403) return <NoPermission />;
  const isMissing = error instanceof ProblemError && error.status === 404;
  return (
    <div className={classes.state} role="alert" data-state="failed">
      <IconAlertTriangle className={classes.warning} aria-hidden />
      <Title order={2}>{isMissing ? 'We cannot find it' : 'There is a problem'}</Title>
      <Text>{wordsOfError(error)}</Text>
      {error instanceof ProblemError && !isMissing && (
        <Text size="sm" c="dimmed">
          If it happens again, quote {error.problem.correlationId}.
        </Text>
      )}
      {onRetry !== undefined && !isMissing && (
        <Button leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** The person may not see or do this. */
export function NoPermission() {
  return (
    <div className={classes.state} role="alert" data-state="no-permission">
      <IconLock className={classes.warning} aria-hidden />
      <Title order={2}>You do not have permission to see this</Title>
      <Text>Ask the person who runs this service for your programme to give you access.</Text>
    </div>
  );
}
