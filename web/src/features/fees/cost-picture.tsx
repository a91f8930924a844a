import type { FeesReport } from '../../api/fees';
import { Legend } from '../../parts/legend';
import { pounds } from '../../parts/pounds';
import { COST_STATES } from './cost-states';
import classes from './fees.module.css';
import { Opener } from './opener';

/** A bar for each term, as long as it costs: what is done, and what lies ahead, told apart. */
export function CostPicture({ report }: { report: FeesReport }) {
  const most = Math.max(1, ...report.byTerm.map(({ amounts }) => amounts.all.pence));
  return (
    <>
      <ul className={classes.bars}>
        {report.byTerm.map(({ key, name, amounts }) => (
          <li key={key}>
            <span>{name}</span>
            <span
              className={classes.track}
              role="img"
              aria-label={COST_STATES.filter(([state]) => amounts[state].seats > 0)
                .map(([state, words]) => `${words}: ${pounds(amounts[state].pence)}`)
                .join(', ')}
            >
              {COST_STATES.map(([state]) => (
                <i
                  key={state}
                  className={classes[state]}
                  style={{ width: `${String((100 * amounts[state].pence) / most)}%` }}
                />
              ))}
            </span>
            <b>
              <Opener
                figure="all"
                row={key}
                rowOf="terms"
                seats={amounts.all.seats}
                said={`in all, ${name}`}
              >
                {amounts.all.unknown === amounts.all.seats
                  ? 'Fee not set'
                  : pounds(amounts.all.pence)}
              </Opener>
            </b>
          </li>
        ))}
      </ul>
      <Legend
        items={COST_STATES.map(([state, words]) => ({
          swatch: classes[state],
          words: state === 'DONE' ? 'Done: actual cost' : `${words}: forecast`,
        }))}
      />
    </>
  );
}
