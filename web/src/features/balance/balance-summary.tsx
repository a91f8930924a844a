import type { Balance } from '../../api/balance';
import { ComputedWhen } from '../../parts/computed-when';
import classes from './balance.module.css';
import { Figure } from './figure';

/** The answer in a sentence, the figures of all together, and what must be known to read them. */
export function BalanceSummary({ balance, isNow }: { balance: Balance; isNow: boolean }) {
  const { sentence, more, typical, computed, isStale } = balance;
  const [first, ...others] = more;
  return (
    <section className={classes.card} aria-labelledby="sentence">
      <h2 id="sentence" className={classes.sentence}>
        {sentence}
      </h2>
      {first !== undefined && <p>{first}</p>}
      <dl className={classes.totals}>
        {(
          [
            ['demand', 'Reviews due'],
            ['without', 'Without a lead'],
            ['short', 'In no plan at all'],
          ] as const
        ).map(([figure, name]) => (
          <div key={figure} data-gap={(figure !== 'demand' && balance[figure] > 0) || undefined}>
            <dt>{name}</dt>
            <dd>
              <Figure figure={figure} count={balance[figure]} of="all regions" />
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.notes}>
        <details className={classes.details}>
          <summary>Who one more Lead Reviewer is taken to be</summary>
          <List words={typical} />
        </details>
        <details className={classes.details}>
          <summary>What the numbers mean</summary>
          <List words={others} />
        </details>
      </div>
      <ComputedWhen computed={computed} isStale={isStale} isNow={isNow} />
    </section>
  );
}

function List({ words }: { words: readonly string[] }) {
  return (
    <ul>
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
