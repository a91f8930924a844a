import { Modal } from '@mantine/core';
import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
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
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      <ol className={classes.reviews}>
        {reviews.map(({ key, urn, school, words, notes = [] }) => (
          <li key={key}>
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
        ))}
      </ol>
    </>
  );
}
