import { Modal } from '@mantine/core';
import type { Board } from '../../api/board';
import classes from './board.module.css';

/** Reviews of the term that no plan can hold yet. */
export function WaitingDialog({
  waiting,
  isOpen,
  onClose,
}: {
  readonly waiting: Board['waiting'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Reviews that wait for windows"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p>They come on the board once their schools have said when they can be reviewed.</p>
      <ul className={classes.steps} tabIndex={0} aria-label="Reviews that wait for windows">
        {waiting.map(({ review, school, reason }) => (
          <li key={review}>
            <b>{school}</b>
            <br />
            {reason}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
