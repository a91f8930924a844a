import { Button, Kbd, Modal } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import classes from './go-to.module.css';

const Ways = lazy(async () => ({ default: (await import('./ways')).Ways }));

/** The button of the bar, and Control K from anywhere. */
export function GoTo({ term }: { term: string | undefined }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        size="sm"
        onClick={open}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          <Kbd size="xs" className={classes.keys} aria-hidden>
            Ctrl K
          </Kbd>
        }
        className={classes.button}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <span className={classes.words}>Go to…</span>
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title="Go to…"
        yOffset="8vh"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Suspense>
          <Ways term={term} onClose={close} />
        </Suspense>
      </Modal>
    </>
  );
}
