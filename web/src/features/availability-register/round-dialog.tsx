import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { moveDeadline, openRound, type Round } from '../../api/rounds';
import { announce } from '../../parts/announcer';
import bulk from '../../parts/bulk/bulk.module.css';
import { problemOf, wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import { SubmitButton } from '../../parts/submit-button';
import type { UndoOffer } from '../../parts/undo';

export interface RoundDialogProps {
  readonly termId: string;
  readonly termName: string;
  /** Null: none is open yet. */
  readonly round: Round | null;
  readonly reload: () => Promise<void>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

const fields = { '#/deadline': { id: 'round-deadline', label: 'Deadline' } };

/** Opens the availability round of a term, or moves its deadline. */
export function RoundDialog(props: RoundDialogProps) {
  const { termId, termName, round, reload, onDone, onClose } = props;
  const [begun] = useState(round);
  const [deadline, setDeadline] = useState('');
  const [missing, setMissing] = useState<unknown>(null);
  const save = useMutation({
    mutationFn: (version: number | undefined) =>
      begun === null
        ? openRound({ termId, deadline })
        : moveDeadline({ termId, version: version ?? begun.version }, deadline),
    onSuccess: async (saved) => {
      await reload();
      const words = `${round === null ? 'The round is open' : 'The deadline was moved'}: answers are due by ${saved.deadlineInWords}.`;
      announce(words);
      onDone({ words });
      onClose();
    },
  });
  const error = missing ?? save.error;
  const ways = {
    mine: (version: number) => save.mutate(version),
    theirs: () => void reload().then(onClose),
    isPending: save.isPending,
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={round === null ? `Open the round of ${termName}` : 'Move the deadline'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        className={bulk.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const lacking =
            deadline === ''
              ? problemOf([
                  { pointer: '#/deadline', field: 'deadline', message: 'Enter the last day.' },
                ])
              : null;
          setMissing(lacking);
          if (lacking === null) save.mutate(undefined);
        }}
      >
        {error !== null && <ProblemSummary error={error} fields={fields} ways={ways} />}
        <p>
          {round === null
            ? 'Everybody in the pool or in induction is asked. Whoever has not answered by the deadline is chased, and is not available until they answer.'
            : `Answers are due by ${round.deadlineInWords} now.`}
        </p>
        <TextInput
          id="round-deadline"
          type="date"
          label="Answers are due by the end of"
          value={deadline}
          onChange={({ currentTarget }) => setDeadline(currentTarget.value)}
          error={wordsBeside(error, '#/deadline')}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton error={error} isPending={save.isPending}>
            {round === null ? 'Open the round' : 'Move the deadline'}
          </SubmitButton>
        </Group>
      </form>
    </Modal>
  );
}
