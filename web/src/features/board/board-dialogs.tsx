import { useState } from 'react';
import type { Board, BoardChip } from '../../api/board';
import type { ProblemError } from '../../api/problem-error';
import { Undo, type UndoOffer } from '../../parts/undo';
import { ConflictDialog } from './conflict-dialog';
import { HelpDialog } from './help-dialog';
import { MoveDialog } from './move-dialog';
import { ShortNameDialog } from './short-name-dialog';
import { type BoardState } from './use-board';
import { WaitingDialog } from './waiting-dialog';

/** Which dialog is open. */
export type Dialog = 'HELP' | 'MOVE' | 'NAME' | 'WAITING';

export interface BoardDialogsProps {
  readonly state: BoardState;
  readonly board: Board;
  readonly dialog: Dialog | null;
  readonly term: string;
  /** The review that the dialog is about. */
  readonly subject: BoardChip | undefined;
  readonly letters: boolean;
  readonly onLetters: (areOn: boolean) => void;
  readonly onClose: () => void;
  readonly conflict: ProblemError | undefined;
  readonly onRebase: (newest: { id: string; version: number }) => void;
  readonly onNotNow: () => void;
  readonly compare: (newest: string) => string;
}

/** The dialogs of the board, one of which may be open. */
export function BoardDialogs(props: BoardDialogsProps) {
  const { state, board, dialog, subject, letters, onLetters, onClose } = props;
  const [named, setNamed] = useState<UndoOffer>();
  return (
    <>
      <HelpDialog
        isOpen={dialog === 'HELP'}
        letters={letters}
        onLetters={onLetters}
        onClose={onClose}
      />
      <WaitingDialog
        waiting={board.waiting}
        term={props.term}
        isOpen={dialog === 'WAITING'}
        onClose={onClose}
      />
      <MoveDialog state={state} chip={dialog === 'MOVE' ? subject : undefined} onClose={onClose} />
      <ShortNameDialog
        chip={dialog === 'NAME' ? subject : undefined}
        onDone={setNamed}
        onClose={onClose}
      />
      <Undo offer={named} onClose={() => setNamed(undefined)} />
      <ConflictDialog
        refusal={props.conflict}
        onRebase={props.onRebase}
        compare={props.compare}
        onClose={props.onNotNow}
      />
    </>
  );
}
