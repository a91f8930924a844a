import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import classes from './author-button.module.css';
import { AuthorForm } from './author-dialog';
import { changeAuthor, useAuthor } from './author-store';

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}

/** Who is at the screen; pressing it changes the name. */
export function AuthorButton() {
  const author = useAuthor();
  const [isOpen, { open, close }] = useDisclosure(false);
  const done = (name: string) => {
    changeAuthor(name);
    close();
  };
  return (
    <>
      <UnstyledButton className={classes.who} onClick={open}>
        <span className={classes.avatar} aria-hidden>
          {author === undefined ? '?' : initials(author)}
        </span>
        <span className={classes.name}>{author ?? 'Give your name'}</span>
        <span className="sr">, change the name</span>
      </UnstyledButton>
      <Modal
        opened={isOpen}
        onClose={close}
        title="Change your name"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <AuthorForm start={author ?? ''} onDone={done} />
      </Modal>
    </>
  );
}
