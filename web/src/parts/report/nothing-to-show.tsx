import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Go } from '../go';
import { Empty } from '../states';

export interface NothingToShowProps {
  /** What is missing, where nothing was chosen. */
  readonly title: string;
  /** When there will be something. */
  readonly children: ReactNode;
}

/** A report without a row: by what was chosen, which a link takes away, or as nothing is there yet, which begins at the term. */
export function NothingToShow({ title, children }: NothingToShowProps) {
  const chosen: object = useSearch({ strict: false });
  if (Object.keys(chosen).length === 0) {
    return (
      <Empty
        title={title}
        action={
          <Go target={{ to: '/', params: {} }} look="button">
            Go to the term
          </Go>
        }
      >
        {children}
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing fits what you chose"
      action={
        <Link to="." search={{}} resetScroll={false}>
          Show everything as it is today
        </Link>
      }
    >
      Choose something else above, or take away all that you chose.
    </Empty>
  );
}
