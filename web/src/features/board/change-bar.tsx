import { ActionIcon, Anchor, Button, Popover, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceFloppy,
  IconRefresh,
} from '@tabler/icons-react';
import type { Board } from '../../api/board';
import { countsInWords } from '../../parts/edit-history';
import { type BoardState } from './use-board';
import classes from './board.module.css';

export interface ChangeBarProps {
  readonly state: BoardState;
  readonly board: Board;
  readonly isSaving: boolean;
  readonly isRunning: boolean;
  readonly onSave: () => void;
  readonly onRun: () => void;
}

/** What was changed since the version, and what can be done with it. Nobody is told of a draft. */
export function ChangeBar({ state, board, isSaving, isRunning, onSave, onRun }: ChangeBarProps) {
  const { history } = state.edits;
  const count = history.done.length;
  const { version } = board.plan;
  if (count === 0 && history.undone.length === 0) return null;
  const last = history.done.at(-1);
  const [next] = history.undone;
  return (
    <section className={classes.changes} aria-label="Unsaved changes">
      <b>
        {count === 1 ? '1 change' : `${count} changes`} since v{version}
      </b>
      <span>
        {count > 0 && `${countsInWords(history)}. `}Nobody has been told.
        {board.breaches.length > 0 && <span className={classes.broken}> {board.standing}</span>}
      </span>
      {count > 0 && <SeeThem board={board} steps={history.done} />}
      <div className={classes.end}>
        <Tooltip label={last ? `Undo: ${last.words}` : 'Nothing to undo'}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={last ? `Undo: ${last.words}` : 'Undo'}
            disabled={!last}
            onClick={state.undo}
          >
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={next ? `Redo: ${next.words}` : 'Nothing to redo'}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={next ? `Redo: ${next.words}` : 'Redo'}
            disabled={!next}
            onClick={state.redo}
          >
            <IconArrowForwardUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button size="xs" onClick={state.recheck} disabled={count === 0}>
          Re-check
        </Button>
        <Button
          size="xs"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={onRun}
          loading={isRunning}
          disabled={count === 0 || board.plan.termId === null}
        >
          Re-run around them
        </Button>
        <Button
          size="xs"
          variant="filled"
          leftSection={<IconDeviceFloppy size={14} aria-hidden />}
          onClick={onSave}
          loading={isSaving}
          disabled={count === 0}
        >
          Save as v{version + 1}
        </Button>
      </div>
    </section>
  );
}

function SeeThem({ board, steps }: { board: Board; steps: readonly { words: string }[] }) {
  return (
    <Popover width={420} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Anchor component="button" type="button" className={classes.seeThem}>
          See them
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown aria-label="Changes">
        <ol className={classes.steps} tabIndex={0} aria-label="What was done, in order">
          {steps.map(({ words }, index) => (
            <li key={index}>{words}</li>
          ))}
        </ol>
        {board.breaches.length > 0 && (
          <>
            <h3>Rules that are broken</h3>
            <ul className={classes.steps}>
              {board.breaches.map(({ sentence }) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
