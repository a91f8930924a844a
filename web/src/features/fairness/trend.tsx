import type { FairnessReport } from '../../api/fairness';
import classes from './trend.module.css';

const MEASURES = [
  {
    key: 'withinPercent',
    title: 'People within one review of their share',
    unit: '%',
  },
  { key: 'milesEach', title: 'Miles to a review, one way', unit: '' },
  {
    key: 'awkwardWithinPercent',
    title: 'People within one of an even part of the awkward weeks',
    unit: '%',
  },
] as const;

/** The same measures term by term, each in a small picture of its own; the numbers stand on the bars. */
export function Trend({ trend }: { trend: FairnessReport['trend'] }) {
  return (
    <div className={classes.multiples}>
      {MEASURES.map(({ key, title, unit }) => {
        const most = unit === '%' ? 100 : Math.max(1, ...trend.map((term) => term[key]));
        return (
          <section key={key} aria-label={title}>
            <h3>{title}</h3>
            <ol className={classes.bars} tabIndex={0} aria-label={`${title}, by term`}>
              {trend.map((term) => (
                <li key={term.term}>
                  <b>
                    {term[key]}
                    {unit}
                  </b>
                  <i aria-hidden>
                    <span style={{ height: `${String((term[key] / most) * 100)}%` }} />
                  </i>
                  <span className={classes.term}>{term.name}</span>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
