import type { Candidate } from '../../api/ranking';
import { MoveList } from './move-list';
import classes from './who-could.module.css';

/** What choosing somebody costs, in words: the first aim that differs, then what comes with it, then who moves. */
export function PriceCell({ candidate, review }: { candidate: Candidate; review: string }) {
  const { price, moves, conflict } = candidate.alternative;
  if (price === null) {
    return (
      <>
        <p>
          <b>Pins rule it out.</b> These cannot hold together:
        </p>
        <ul className={classes.list}>
          {conflict.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    );
  }
  const others = moves.filter((move) => move.review !== review);
  const isLost = price.firstAim === 'coverage' && price.verdict === 'LOSS';
  return (
    <>
      <p>
        <b className={isLost ? classes.lost : undefined}>{price.headline}</b>{' '}
        {others.length === 0 && !candidate.isPresent && 'No other review changes.'}
      </p>
      {price.also.length > 0 && <p className={classes.small}>{price.also.join(' ')}</p>}
      {others.length > 0 && <MoveList moves={others} of={candidate.name} />}
    </>
  );
}
