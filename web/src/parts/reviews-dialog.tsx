import { Button, Modal } from '@mantine/core';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { announce } from './announcer';
import { Go } from './go';
import { Loaded } from './loaded';
import classes from './reviews-dialog.module.css';
import { schoolTarget } from './term-links';

/** A review as it stands behind a figure. */
export interface ReviewBehind {
  readonly key: string;
  readonly urn: string;
  readonly school: string;
  /** When, who, and how it stands; each a sentence or a part of one that ends with a full stop. */
  readonly words: string;
  /** What happened, one line each. */
  readonly notes?: readonly string[];
}

export interface ReviewsDialogProps<Data, Key extends QueryKey> {
  /** Null while no figure is looked at. */
  readonly query: UseQueryOptions<Data, Error, Data, Key> | null;
  /** What is told of the answer: a title that counts the reviews, and each of them. */
  readonly told: (data: Data) => { title: string; reviews: readonly ReviewBehind[] };
  readonly onClose: () => void;
}

/** So many at a time: a figure of a year can have thousands behind it, and its report hands them out as a file. */
const A_PAGE = 100;

/** The reviews behind the figure that the address names. */
export function ReviewsDialog<Data, Key extends QueryKey>({
  query,
  told,
  onClose,
}: ReviewsDialogProps<Data, Key>) {
  return (
    <Modal
      opened={query !== null}
      onClose={onClose}
      size="lg"
      title="The reviews behind this number"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {query !== null && (
        <Loaded query={query} what="the reviews">
          {(data) => <Reviews {...told(data)} />}
        </Loaded>
      )}
    </Modal>
  );
}

function Reviews({ title, reviews }: { title: string; reviews: readonly ReviewBehind[] }) {
  const [shown, setShown] = useState(A_PAGE);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (shown === A_PAGE) return;
    // Whoever asked for more reads on where they were.
    list.current?.children[shown - A_PAGE]?.querySelector<HTMLElement>('a')?.focus();
  }, [shown]);
  const more = Math.min(A_PAGE, reviews.length - shown);
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      <ol ref={list} className={classes.reviews}>
        {reviews.slice(0, shown).map((review) => (
          <Review key={review.key} review={review} />
        ))}
      </ol>
      {more > 0 && (
        <Button
          variant="default"
          className={classes.more ?? ''}
          onClick={() => {
            setShown(shown + A_PAGE);
            announce(`${String(shown + more)} of ${String(reviews.length)} shown.`);
          }}
        >
          Show {more} more of {reviews.length}
        </Button>
      )}
    </>
  );
}

function Review({ review: { urn, school, words, notes = [] } }: { review: ReviewBehind }) {
  return (
    <li>
      <Go target={schoolTarget(urn)}>{school}</Go>
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
