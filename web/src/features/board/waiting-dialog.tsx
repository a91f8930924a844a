import { Modal } from '@mantine/core';
import type { Board } from '../../api/board';
import { WaitingList } from './waiting-list';

/** Reviews of the term that no plan can hold yet. */
export function WaitingDialog({
  waiting,
  term,
  isOpen,
  onClose,
}: {
  readonly waiting: Board['waiting'];
  readonly term: string;
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
      <WaitingList waiting={waiting} term={term} />
    </Modal>
  );
}
