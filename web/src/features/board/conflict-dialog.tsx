import { Button, Group, Modal } from '@mantine/core';
import type { ProblemError } from '../../api/problem-error';
import classes from './board.module.css';

export interface ConflictDialogProps {
  /** The refusal of a save; undefined: the dialog is closed. */
  readonly refusal: ProblemError | undefined;
  readonly onRebase: (newest: { id: string; version: number }) => void;
  /** The address of the page where this version and the newest stand side by side. */
  readonly compare: (newest: string) => string;
  readonly onClose: () => void;
}

/** Somebody else saved meanwhile: what changed, and how to go on. Nothing is lost, nothing overwritten. */
export function ConflictDialog({ refusal, onRebase, compare, onClose }: ConflictDialogProps) {
  const newest = refusal && newestOf(refusal);
  return (
    <Modal
      opened={refusal !== undefined}
      onClose={onClose}
      title="Somebody else saved first"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {refusal && (
        <>
          {newest && (
            <p>
              {newest.author} saved version {newest.version} while you worked. Your changes are kept
              here and not saved yet.
            </p>
          )}
          <h3>What changed in it</h3>
          <ul className={classes.steps} tabIndex={0} aria-label="What changed">
            {(refusal.problem.errors ?? []).map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {newest && (
            <Group mt="md" gap="xs">
              <Button variant="filled" onClick={() => onRebase(newest)}>
                Put my changes on version {newest.version}
              </Button>
              <Button component="a" href={compare(newest.id)}>
                Compare before I save
              </Button>
              <Button variant="subtle" onClick={onClose}>
                Not now
              </Button>
            </Group>
          )}
        </>
      )}
    </Modal>
  );
}

interface Newest {
  readonly id: string;
  readonly version: number;
  readonly author: string;
}

function newestOf({ problem }: ProblemError): Newest | undefined {
  const { newest } = (problem.details ?? {}) as { newest?: Newest };
  return newest;
}
