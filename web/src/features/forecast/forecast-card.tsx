import { Link } from '@tanstack/react-router';
import type { Forecast } from '../../api/forecast';
import { ComputedWhen } from '../../parts/computed-when';
import classes from './forecast.module.css';
import { chanceWords, countsByChance } from './shown-leads';

/** The forecast in a sentence, a bar of all people, and what must be known to read it. */
export function ForecastCard({ forecast, isNow }: { forecast: Forecast; isNow: boolean }) {
  const { sentence, more, computed, isStale, leads } = forecast;
  const counts = countsByChance(leads).filter(([, count]) => count > 0);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const [first, ...others] = more;
  return (
    <section className={classes.card} aria-labelledby="sentence">
      <h2 id="sentence" className={classes.sentence}>
        {sentence}
      </h2>
      {first !== undefined && <p>{first}</p>}
      {all > 0 && (
        <>
          <span className={classes.bar} aria-hidden>
            {counts.map(([chance, count]) => (
              <i key={chance} data-chance={chance} style={{ flexGrow: count }}>
                {count / all > 0.03 && count}
              </i>
            ))}
          </span>
          <ul className={classes.counts} aria-label="People by chance">
            {counts.map(([chance, count]) => (
              <li key={chance}>
                <i className={classes.swatch} data-chance={chance} aria-hidden />
                <Link
                  to="/reports/forecast"
                  search={(before) => ({ ...before, chance })}
                  hash="people"
                >
                  {count} {chanceWords[chance].toLocaleLowerCase('en-GB')}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <details className={classes.details}>
          <summary>What this rests on</summary>
          <ul>
            {others.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
      <ComputedWhen computed={computed} isStale={isStale} isNow={isNow} />
    </section>
  );
}
