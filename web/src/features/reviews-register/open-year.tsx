import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { openReviews, undoOpening } from '../../api/review-changes';
import { announce } from '../../parts/announcer';
import { ProblemSummary } from '../../parts/problem-summary';
import type { UndoOffer } from '../../parts/undo';

export interface OpenYearProps {
  readonly academicYear: string;
  readonly reload: () => Promise<void>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

/** Opens the reviews of a year, after saying what that does. */
export function OpenYear({ academicYear, reload, onDone, onClose }: OpenYearProps) {
  const [isSpread, setIsSpread] = useState(true);
  const open = useMutation({
    mutationFn: () => openReviews(academicYear, isSpread),
    onSuccess: async ({ reviews, reviewsByTerm, undo }) => {
      await reload();
      const opened = reviews.length;
      const spread = Object.values(reviewsByTerm).reduce((sum, count) => sum + count, 0);
      const words = `${opened === 0 ? 'Every member school had its review already' : `${opened === 1 ? '1 review' : `${String(opened)} reviews`} opened`}${spread === 0 ? '' : `; ${spread === 1 ? '1 was' : `${String(spread)} were`} given a term`}.`;
      announce(words);
      onDone(undo === null ? { words } : { words, undo: () => undoOpening(undo).then(reload) });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Open reviews of ${academicYear}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {open.error !== null && <ProblemSummary error={open.error} />}
      <p>
        Each school that is a member in the year and has no review gets one. Reviews that are there
        already stay as they are, so it can be done again when schools join. It can be undone as
        long as nothing has used the new reviews.
      </p>
      <Checkbox
        mt="md"
        checked={isSpread}
        onChange={({ currentTarget }) => setIsSpread(currentTarget.checked)}
        label="Give every review without a term the term with most room"
      />
      <Group mt="lg" justify="flex-end">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" loading={open.isPending} onClick={() => open.mutate()}>
          Open the reviews
        </Button>
      </Group>
    </Modal>
  );
}
