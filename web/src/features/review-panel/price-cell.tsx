import type { Candidate } from '../../api/ranking';
import { MoveList } from './move-list';
import classes from './who-could.module.css';

/** What choosing somebody costs, in words: the first aim that differs, then what comes with it, then who moves. */
export function PriceCell({ candidate, review }: { candidate: Candidate; review: string }) {
  const { price, moves, conflict } = candidate.alternative;
  if (price === null) {
    const isAskedAlone = conflict.every(({ isAsked }) => isAsked);
    const rules = [...new Set(conflict.flatMap((each) => each.rules))];
    return (
      <>
        <p>
          {isAskedAlone ? (
            <b>No plan can have it so, whatever else it gives up.</b>
          ) : (
            <>
              <b>Pins rule it out.</b> These cannot hold together:
            </>
          )}
        </p>
        {!isAskedAlone && (
          <ul className={classes.list}>
            {conflict.map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <p className={classes.small}>
          {rules.length === 1
            ? 'The rule against it: '
            : 'The rules that together stand against it: '}
          {rules.map((rule) => `“${rule}”`).join('; ')}.
        </p>
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
