import { Button, Group } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ProblemError } from '../../api/problem-error';
import classes from './choice-form.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

/** A version that somebody else saved while this one was looked at. */
export interface NewerVersion {
  readonly id: string;
  readonly version: number;
  readonly author: string;
  readonly words: string;
  readonly changes: readonly string[];
}

/** What the server tells of it when it refuses to overwrite it; null: it refused something else, or nothing. */
export function newerVersionIn(error: Error | null): NewerVersion | null {
  if (!(error instanceof ProblemError) || error.code !== 'PLAN_HAS_NEWER_VERSION') return null;
  const { newest } = (error.problem.details ?? {}) as {
    newest?: { id: string; version: number; author: string };
  };
  if (newest === undefined) return null;
  const changes = (error.problem.errors ?? []).map(({ message }) => message);
  return { ...newest, words: error.problem.detail, changes };
}

export interface SavedMeanwhileProps {
  readonly newer: NewerVersion;
  readonly review: string;
  /** To make the same change to that version, after a look at what it does there. */
  readonly onGoOn: () => void;
}

/** Somebody was first: what changed, and two ways on. Nothing is lost and nothing overwritten. */
export function SavedMeanwhile({ newer, review, onGoOn }: SavedMeanwhileProps) {
  const { term } = route.useParams();
  return (
    <div className={classes.form}>
      <div className={classes.problem} role="alert">
        <h2>
          {newer.author} saved version {newer.version} meanwhile
        </h2>
        <p>Your change is not lost, and theirs is not overwritten. They changed:</p>
        <ul>
          {newer.changes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      <Group justify="flex-end">
        <Button
          renderRoot={(props: object) => (
            <Link
              to="/terms/$term/plans/$plan/reviews/$review"
              params={{ term, plan: newer.id, review }}
              {...props}
            />
          )}
        >
          Look at version {newer.version}
        </Button>
        <Button variant="filled" onClick={onGoOn} data-autofocus>
          Make the same change to version {newer.version}
        </Button>
      </Group>
    </div>
  );
}
