import { Modal, Switch } from '@mantine/core';
import { KEYS_IN_WORDS, LETTERS_IN_WORDS } from './board-keys';
import classes from './board.module.css';

export interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly letters: boolean;
  readonly onLetters: (areOn: boolean) => void;
  readonly onClose: () => void;
}

/** What the keys do, and the switch for those that are one letter. */
export function HelpDialog({ isOpen, letters, onLetters, onClose }: HelpDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="The board by keyboard"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.keys}>
        {[...KEYS_IN_WORDS, ...(letters ? LETTERS_IN_WORDS : [])].map(([key, does]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{key}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        checked={letters}
        onChange={(event) => onLetters(event.currentTarget.checked)}
        label="One-letter keys"
        description="Turn them off if you speak to your computer or press keys by accident."
      />
    </Modal>
  );
}
