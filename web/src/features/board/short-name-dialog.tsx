import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardChip } from '../../api/board';
import { editSchool, type School, schoolQuery } from '../../api/schools';
import { announce } from '../../parts/announcer';
import { wordsBeside } from '../../parts/problem-fields';
import { ProblemSummary } from '../../parts/problem-summary';
import { SubmitButton } from '../../parts/submit-button';
import { Failed, Loading } from '../../parts/states';
import type { UndoOffer } from '../../parts/undo';
import classes from './board.module.css';

export interface ShortNameDialogProps {
  /** Whose school is named; undefined: the dialog is closed. */
  readonly chip: BoardChip | undefined;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

const fields = { '#/shortName': { id: 'short-name', label: 'Short name' } };

/** What a school is called on every board. It is the school's name, not the plan's: it holds at once and for everybody. */
export function ShortNameDialog({ chip, onDone, onClose }: ShortNameDialogProps) {
  const urn = chip?.urn ?? '';
  const { data, error, refetch } = useQuery({
    ...schoolQuery(urn),
    enabled: chip !== undefined,
    staleTime: 0,
  });
  return (
    <Modal
      opened={chip !== undefined}
      onClose={onClose}
      title={chip && `Short name of ${chip.school}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {chip && error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {chip && error === null && data === undefined && <Loading what="the school" />}
      {chip && data && (
        <NameForm key={urn} chip={chip} school={data} onDone={onDone} onClose={onClose} />
      )}
    </Modal>
  );
}

interface NameFormProps extends ShortNameDialogProps {
  readonly chip: BoardChip;
  readonly school: School;
}

function NameForm({ chip, school, onDone, onClose }: NameFormProps) {
  const [begun] = useState(school);
  const [name, setName] = useState(school.shortName ?? '');
  const queries = useQueryClient();
  const keep = async (saved: School) => {
    queries.setQueryData(schoolQuery(school.urn).queryKey, saved);
    await queries.invalidateQueries({ queryKey: ['plans'] });
    await queries.invalidateQueries({ queryKey: ['registers', 'schools'] });
    await queries.invalidateQueries({ queryKey: ['changes'] });
  };
  const save = useMutation({
    mutationFn: async (version: number) => {
      // On top of somebody else’s name it is theirs that undoing brings back.
      const stood =
        version === begun.version
          ? begun
          : await queries.fetchQuery({ ...schoolQuery(school.urn), staleTime: 0 });
      const shortName = name.trim() === '' ? null : name.trim();
      return { stood, saved: await editSchool(school.urn, version, { shortName }) };
    },
    onSuccess: async ({ stood, saved }) => {
      await keep(saved);
      const words =
        saved.shortName === null
          ? `${chip.school} has no short name of its own now.`
          : `${chip.school} is called “${saved.shortName}” on boards now.`;
      announce(words);
      const before = { shortName: stood.shortName };
      onDone({
        words,
        undo: async () => keep(await editSchool(school.urn, saved.version, before)),
      });
      onClose();
    },
  });
  return (
    <form
      className={classes.nameForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(begun.version);
      }}
    >
      {save.error !== null && (
        <ProblemSummary
          error={save.error}
          fields={fields}
          ways={{
            mine: (version) => save.mutate(version),
            theirs: () => void queries.invalidateQueries().then(onClose),
            isPending: save.isPending,
          }}
        />
      )}
      <TextInput
        id="short-name"
        label="Short name"
        description={`On every board and for everybody. Leave it empty for “${school.derivedShortName}”.`}
        value={name}
        error={wordsBeside(save.error, '#/shortName')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button onClick={onClose}>Cancel</Button>
        <SubmitButton error={save.error} isPending={save.isPending}>
          Save the name
        </SubmitButton>
      </Group>
    </form>
  );
}
