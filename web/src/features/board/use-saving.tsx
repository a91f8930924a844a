import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Board, runAround } from '../../api/board';
import { saveEdits } from '../../api/plan-changes';
import { ProblemError, wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import type { ShownProps } from './board-screen';
import classes from './board.module.css';
import { takeAlong } from './use-edits';

export interface Saving {
  readonly save: () => void;
  readonly run: () => void;
  readonly isSaving: boolean;
  readonly isRunning: boolean;
  /** Somebody else saved meanwhile. */
  readonly conflict: ProblemError | undefined;
  readonly dismiss: () => void;
  readonly rebase: (newest: { id: string; version: number }) => void;
  /** What is wrong, or that a newer version is there. */
  readonly notice: (board: Board) => ReactNode;
}

/** Saving the edits as the next version, or running around them. Whatever fails, the edits stay. */
export function useSaving({ term, plan, state, onVersion, goTo }: ShownProps): Saving {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Error | undefined>();
  const [conflict, setConflict] = useState<ProblemError | undefined>();
  const failed = (error: Error): void => {
    if (error instanceof ProblemError && error.code === 'PLAN_HAS_NEWER_VERSION') {
      setConflict(error);
      alert(`${error.problem.detail.split(';')[0] ?? ''}. Compare before you save.`);
      return;
    }
    setProblem(error);
    alert(wordsOfError(error));
  };
  const saving = useMutation({
    mutationFn: () => saveEdits(plan, state.edits.edits),
    onSuccess: (saved) => {
      state.edits.forget();
      void queries.invalidateQueries({ queryKey: ['terms', term] });
      announce(`Saved as version ${saved.version}.`);
      onVersion(saved.id);
    },
    onError: failed,
  });
  const running = useMutation({
    mutationFn: () => runAround(term, plan, state.edits.edits),
    onSuccess: ({ id }) => {
      announce('The run has begun. What you changed and pinned stays.');
      goTo(`/terms/${term}/runs/${id}`);
    },
    onError: failed,
  });
  const rebase = (newest: { id: string; version: number }): void => {
    takeAlong(plan, newest.id);
    setConflict(undefined);
    announce(`Your changes are on version ${newest.version} now. Look at them, then save.`);
    onVersion(newest.id);
  };
  return {
    save: () => {
      setProblem(undefined);
      saving.mutate();
    },
    run: () => {
      setProblem(undefined);
      running.mutate();
    },
    isSaving: saving.isPending,
    isRunning: running.isPending,
    conflict,
    dismiss: () => setConflict(undefined),
    rebase,
    notice: (board) => (
      <>
        {problem && <Trouble problem={problem} onClose={() => setProblem(undefined)} />}
        {board.plan.newest.id !== plan && (
          <Newer
            board={board}
            hasEdits={state.edits.history.done.length > 0}
            onOpen={() => onVersion(board.plan.newest.id)}
            onRebase={() => rebase(board.plan.newest)}
          />
        )}
      </>
    ),
  };
}

function Trouble({ problem, onClose }: { problem: Error; onClose: () => void }) {
  const faults = problem instanceof ProblemError ? (problem.problem.errors ?? []) : [];
  return (
    <Alert
      color="red"
      title="There is a problem"
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
    >
      <p>{wordsOfError(problem)}</p>
      <ul className={classes.steps}>
        {faults.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}

interface NewerProps {
  readonly board: Board;
  readonly hasEdits: boolean;
  readonly onOpen: () => void;
  readonly onRebase: () => void;
}

function Newer({ board, hasEdits, onOpen, onRebase }: NewerProps) {
  const { newest, version } = board.plan;
  return (
    <section
      className={`${classes.changes} ${classes.newer}`}
      aria-label="A newer version of this plan"
    >
      <span>
        {newest.author} saved version {newest.version}. This is version {version}, which stays as it
        is.
      </span>
      <div className={classes.end}>
        {hasEdits && (
          <Button size="xs" onClick={onRebase}>
            Put my changes on v{newest.version}
          </Button>
        )}
        <Button size="xs" onClick={onOpen}>
          Open v{newest.version}
        </Button>
      </div>
    </section>
  );
}
