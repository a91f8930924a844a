import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { wordsOfError } from '../../api/problem-error';
import { type ChangeEffect, type ChangeToBeMade, effectOfChange } from '../../api/settings';
import { alert, announce } from '../../parts/announcer';
import type { TwoWays } from '../../parts/somebody-first';
import classes from './settings.module.css';

export interface ChangeOptions {
  /** What is changed, as in "Change the dates of Spring 2027?" */
  readonly question: string;
  /** What the button that does it says. */
  readonly confirm: string;
  /** What is told once it is done, as in "Saved." */
  readonly done: string;
  /** Whether it is asked in any case, not only where a term under way is touched. */
  readonly alwaysAsk?: boolean;
  readonly onDone?: () => void;
  /** What is left of the form where somebody else saved first and theirs is to stay; left out: as when it is done. */
  readonly onTheirs?: () => unknown;
}

/** A change that waits to be confirmed. */
interface Asked {
  readonly effect: ChangeEffect;
  readonly save: Save;
}

/** Saves the change; given a version: on top of what somebody else saved meanwhile. */
type Save = (version?: number) => Promise<unknown>;

export interface Change {
  /** Looks what it affects; asks first where a term under way or planned already is touched. */
  readonly make: (change: ChangeToBeMade, save: Save) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** How to go on where somebody else saved first. */
  readonly ways: TwoWays;
  /** To be put on the page: the question. */
  readonly dialog: ReactNode;
}

/** Changes of dates and settings, each looked at before it is made. */
export function useChange(options: ChangeOptions): Change {
  const { question, confirm, done, alwaysAsk, onDone, onTheirs = onDone } = options;
  const [asked, setAsked] = useState<Asked>();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: ({ save, version }: { save: Save; version?: number }) => save(version),
    onSuccess: async () => {
      announce(done);
      onDone?.();
      await queries.invalidateQueries();
    },
    onError: (error) => alert(`Nothing was saved. ${wordsOfError(error)}`),
    onSettled: () => setAsked(undefined),
  });
  const looking = useMutation({
    mutationFn: ({ change }: { change: ChangeToBeMade; save: Asked['save'] }) =>
      effectOfChange(change),
    onSuccess: (effect, { save }) => {
      if (effect.isUnderWay || alwaysAsk === true) setAsked({ effect, save });
      else saving.mutate({ save });
    },
    onError: (error) => alert(`Nothing was saved. ${wordsOfError(error)}`),
  });
  return {
    make: (change, save) => {
      saving.reset();
      looking.mutate({ change, save });
    },
    isPending: looking.isPending || saving.isPending,
    error: looking.error ?? saving.error,
    ways: {
      mine: (version) => {
        if (saving.variables !== undefined) saving.mutate({ ...saving.variables, version });
      },
      theirs: () => {
        saving.reset();
        announce('Left as they saved it.');
        void queries.invalidateQueries().then(onTheirs);
      },
      isPending: saving.isPending,
    },
    dialog: asked !== undefined && (
      <Modal
        opened
        onClose={() => setAsked(undefined)}
        title={question}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <div className={classes.ask}>
          {asked.effect.words.length === 0 ? (
            <p>No term under way, and none that is planned already, is touched.</p>
          ) : (
            <ul className={classes.bullets}>
              {asked.effect.words.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
          <Group justify="flex-end">
            <Button onClick={() => setAsked(undefined)} data-autofocus>
              Leave it as it is
            </Button>
            <Button
              variant="filled"
              loading={saving.isPending}
              onClick={() => saving.mutate({ save: asked.save })}
            >
              {confirm}
            </Button>
          </Group>
        </div>
      </Modal>
    ),
  };
}
