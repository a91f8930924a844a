import { Button, Modal } from '@mantine/core';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { announce } from './announcer';
import { Go } from './go';
import { Loaded } from './loaded';
import classes from './behind-dialog.module.css';
import type { Target } from './term-links';

/** A review, a school or a person as they stand behind a figure. */
export interface Behind {
  readonly key: string;
  /** Of the school or the person. */
  readonly name: string;
  /** Where more of it is told. */
  readonly target: Target;
  /** How it stands; each a sentence or a part of one that ends with a full stop. */
  readonly words: string;
  /** What happened, one line each. */
  readonly notes?: readonly string[];
}

export interface BehindDialogProps<Data, Key extends QueryKey> {
  readonly what?: 'reviews' | 'schools' | 'people';
  /** Null while no figure is looked at. */
  readonly query: UseQueryOptions<Data, Error, Data, Key> | null;
  /** What is told of the answer: a title that counts, and each that is counted. */
  readonly told: (data: Data) => { title: string; items: readonly Behind[] };
  readonly onClose: () => void;
}

/** So many at a time: a figure of a year can have thousands behind it, and its report hands them out as a file. */
const A_PAGE = 100;

/** What is behind the figure that the address names. */
export function BehindDialog<Data, Key extends QueryKey>({
  what = 'reviews',
  query,
  told,
  onClose,
}: BehindDialogProps<Data, Key>) {
  return (
    <Modal
      opened={query !== null}
      onClose={onClose}
      size="lg"
      title={`The ${what} behind this number`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {query !== null && (
        <Loaded query={query} what={`the ${what}`}>
          {(data) => <Items {...told(data)} />}
        </Loaded>
      )}
    </Modal>
  );
}

function Items({ title, items }: { title: string; items: readonly Behind[] }) {
  const [shown, setShown] = useState(A_PAGE);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (shown === A_PAGE) return;
    // Whoever asked for more reads on where they were.
    list.current?.children[shown - A_PAGE]?.querySelector<HTMLElement>('a')?.focus();
  }, [shown]);
  const more = Math.min(A_PAGE, items.length - shown);
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      <ol ref={list} className={classes.items}>
        {items.slice(0, shown).map((item) => (
          <Item key={item.key} item={item} />
        ))}
      </ol>
      {more > 0 && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          onClick={() => {
            setShown(shown + A_PAGE);
            announce(`${String(shown + more)} of ${String(items.length)} shown.`);
          }}
        >
          Show {more} more of {items.length}
        </Button>
      )}
    </>
  );
}

function Item({ item: { name, target, words, notes = [] } }: { item: Behind }) {
  return (
    <li>
      <Go target={target}>{name}</Go>
      <div>{words}</div>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
