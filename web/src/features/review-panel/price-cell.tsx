import type { Candidate } from '../../api/ranking';
import { MoveList } from './move-list';
import classes from './who-could.module.css';

/** What choosing somebody costs, in words: the first aim that differs, then what comes with it, then who moves. */
export function PriceCell({ candidate, review }: { candidate: Candidate; review: string }) {
  const { price, moves, whyNone } = candidate.alternative;
  if (price === null) return <WhyNone sentences={whyNone} />;
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

/** That no plan has it so, then the pins, if any, and the rules. */
function WhyNone({ sentences: [first, ...others] }: { sentences: readonly string[] }) {
  return (
    <>
      <p>
        <b>{first}</b>
      </p>
      {others.map((each) => (
        <p key={each} className={classes.small}>
          {each}
        </p>
      ))}
    </>
  );
}
