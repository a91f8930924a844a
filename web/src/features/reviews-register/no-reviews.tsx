import { Button } from '@mantine/core';
import { useFirstStep } from '../../parts/first-step';
import { Go } from '../../parts/go';
import { Empty } from '../../parts/states';
import { actionTarget } from '../../parts/term-links';

export interface NoReviewsProps {
  readonly term: string;
  readonly academicYear: string;
  /** Asks whether to open the year's reviews. */
  readonly onOpen: () => void;
}

/** Reviews are opened for the schools that are there, so schools come first. */
export function NoReviews({ term, academicYear, onOpen }: NoReviewsProps) {
  const first = useFirstStep(term);
  if (first?.kind === 'IMPORT') {
    return (
      <Empty
        title="No school is a member yet"
        action={
          <Go target={actionTarget(term, first)} look="main">
            {first.label}
          </Go>
        }
      >
        Once schools are imported, the year’s reviews can be opened: each member school has one.
      </Empty>
    );
  }
  return (
    <Empty
      title="No reviews yet"
      action={
        <Button variant="filled" onClick={onOpen}>
          Open reviews of {academicYear}
        </Button>
      }
    >
      Once the year’s reviews are opened, each member school has one here.
    </Empty>
  );
}
