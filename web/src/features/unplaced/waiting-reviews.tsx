import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { UnplacedReviews } from '../../api/plan-reviews';
import { Card } from '../../parts/card';
import type { Letter } from './letter-dialog';
import classes from './unplaced.module.css';

export interface WaitingReviewsProps {
  readonly waiting: UnplacedReviews['waiting'];
  readonly onWrite: (letter: Letter) => void;
}

/** Reviews that no plan can place yet: their school has not said when, or a fact is missing. */
export function WaitingReviews({ waiting, onWrite }: WaitingReviewsProps) {
  if (waiting.length === 0) return null;
  const count = waiting.length === 1 ? '1 review' : `${waiting.length} reviews`;
  return (
    <div className={classes.waiting}>
      <Card flush title="Waiting for the school" aside={`${count} that this plan leaves out`}>
        <ul>
          {waiting.map(({ review, school, reason, letter }) => (
            <li key={review}>
              <div>
                <h3>{school}</h3>
                <p className={classes.dim}>{reason}</p>
              </div>
              {letter !== null && (
                <Button
                  size="xs"
                  leftSection={<IconMail size={14} aria-hidden />}
                  onClick={() => onWrite(letter)}
                >
                  Write to the school<span className="sr">, {school}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
