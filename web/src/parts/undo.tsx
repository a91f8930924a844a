import { useMutation } from '@tanstack/react-query';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { wordsOfError } from '../api/problem-error';
import { announce } from './announcer';
import classes from './undo.module.css';

/** Something that was done and can be taken back. */
export interface UndoOffer {
  /** What was done, a sentence. */
  readonly words: string;
  /** Takes it back; left out: it cannot be. */
  readonly undo?: () => Promise<unknown>;
}

export interface UndoProps {
  readonly offer: UndoOffer | undefined;
  /** Why the last thing was not done. */
  readonly error?: unknown;
  readonly onClose: () => void;
}

/** What was just done, with a way to take it back. It stays until it is closed or something else is done. */
export function Undo({ offer, error = null, onClose }: UndoProps) {
  const undo = useMutation({
    mutationFn: (given: UndoOffer) => given.undo?.() ?? Promise.resolve(),
    onSuccess: (_, given) => {
      announce(`Undone: ${given.words}`);
      onClose();
    },
  });
  const wrong = undo.error ?? error;
  if (wrong !== null) {
    return (
      <div className={classes.note} data-wrong role="alert">
        <p>
          <b>There is a problem.</b> {wordsOfError(wrong)}
        </p>
      </div>
    );
  }
  if (offer === undefined) return null;
  return (
    <div className={classes.note} role="region" aria-label="What was done">
      <p>{offer.words}</p>
      {offer.undo !== undefined && (
        <button type="button" disabled={undo.isPending} onClick={() => undo.mutate(offer)}>
          <IconArrowBackUp size={16} aria-hidden />
          Undo
        </button>
      )}
      <button type="button" onClick={onClose} aria-label="Close">
        <IconX size={16} aria-hidden />
      </button>
    </div>
  );
}
