import { getRouteApi, Link } from '@tanstack/react-router';
import type { FairnessReport } from '../../api/fairness';
import { said } from '../../parts/search-params';
import { NO_FIGURE } from './shown';
import classes from './trend.module.css';

const route = getRouteApi('/reports/fairness');

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
  const search = route.useSearch();
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
                  <Link
                    to="."
                    search={said({ ...search, ...NO_FIGURE, term: term.term })}
                    className={classes.term}
                  >
                    {term.name}
                    <span className="sr">: show the term by itself</span>
                  </Link>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
