import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemSummary } from '../problem-summary';
import { faultOf, wordsBeside } from '../problem-fields';

export interface ViewNameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

const fields = { '#/name': { id: 'view-name', label: 'Name' } };

/** Asks for the name of a saved view. */
export function ViewNameDialog(props: ViewNameDialogProps) {
  const [name, setName] = useState(props.name);
  const [missing, setMissing] = useState<unknown>(null);
  const error = missing ?? props.error;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const isEmpty = name.trim() === '';
          setMissing(isEmpty ? faultOf('#/name', 'Enter a name for the view.') : null);
          if (!isEmpty) props.onName(name.trim());
        }}
      >
        {error !== null && <ProblemSummary error={error} fields={fields} />}
        <TextInput
          id="view-name"
          label="Name"
          description="Everybody in the office sees it, such as “North East, not reviewed yet”"
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={wordsBeside(error, '#/name')}
          data-autofocus
        />
        <Group mt="md" justify="flex-end">
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={props.isBusy}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
