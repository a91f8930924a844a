import { Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDisclosure } from '@mantine/hooks';
import { changeAuthor, useAuthor } from './author-store';

export interface AuthorFormProps {
  readonly start: string;
  readonly onDone: (name: string) => void;
}

/** Asks for the name under which changes are recorded. */
export function AuthorForm({ start, onDone }: AuthorFormProps) {
  const [name, setName] = useState(start);
  const [fault, setFault] = useState<string>();
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') setFault('Enter your name');
    else onDone(name.trim());
  };
  return (
    <form onSubmit={keep} noValidate>
      <Text mb="md">
        Your name is written beside each change you make, so that colleagues know whom to ask. It is
        kept in this browser.
      </Text>
      <TextInput
        label="Your name"
        value={name}
        maxLength={200}
        error={fault}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="name"
        data-autofocus
      />
      <Group mt="lg" justify="flex-end">
        <Button type="submit" variant="filled">
          Continue
        </Button>
      </Group>
    </form>
  );
}

/** Asked once in each browser; whoever closes it is asked again on the next visit. */
export function AuthorDialog() {
  const author = useAuthor();
  const [isOpen, { close }] = useDisclosure(true);
  if (author !== undefined) return null;
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Who are you?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <AuthorForm start="" onDone={changeAuthor} />
    </Modal>
  );
}
