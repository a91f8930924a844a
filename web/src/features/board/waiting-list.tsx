import type { Board } from '../../api/board';
import { Go } from '../../parts/go';
import { reviewsTarget } from '../../parts/term-links';
import classes from './board.module.css';

/** Reviews of the term that no plan can hold yet, each a link to where its school's answer is recorded. */
export function WaitingList({ waiting, term }: { waiting: Board['waiting']; term: string }) {
  return (
    <>
      <p>
        They come into a plan with the next run after their schools have said when they can be
        reviewed.
      </p>
      <ul className={classes.waiting} aria-label="Reviews that wait for windows">
        {waiting.map(({ review, school, reason }) => (
          <li key={review}>
            <Go target={reviewsTarget(term, { review })}>{school}</Go>
            <br />
            {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
