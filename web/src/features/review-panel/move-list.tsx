import type { components } from '../../api/schema';
import classes from './who-could.module.css';

type Move = components['schemas']['PlanMove'];

/** Which other reviews change, to be opened. */
export function MoveList({ moves, of }: { moves: readonly Move[]; of: string }) {
  return (
    <details className={classes.moves}>
      <summary>
        {moves.length === 1 ? '1 other review changes' : `${moves.length} other reviews change`}
        <span className="sr"> with {of}</span>
      </summary>
      <ul className={classes.list}>
        {moves.map(({ review, words }) => (
          <li key={review}>{words}</li>
        ))}
      </ul>
    </details>
  );
}
