import { getRouteApi, Link } from '@tanstack/react-router';
import { type LeadHistory, leadHistoryQuery } from '../../api/lead-panel';
import { Card } from '../../parts/card';
import { Loaded } from '../../parts/loaded';
import { said } from '../../parts/search-params';
import classes from './history.module.css';
import type { LeadSearch } from './lead-search';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

/** So many lines are shown at first; a person on the register for years has hundreds. */
const FEW = 12;

/** What was recorded of them, by whom and when. */
export function HistoryCard({ code }: { code: string }) {
  return (
    <Card title="History" aside="Answers, facts, contracts and reviews" flush>
      <Loaded query={leadHistoryQuery(code)} what="the history">
        {(history) => <Moments history={history} />}
      </Loaded>
    </Card>
  );
}

function Moments({ history: { items } }: { history: LeadHistory }) {
  const isAll = route.useSearch().history === 'all';
  const count = items.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count === 0) return <p className={classes.none}>Nothing was recorded yet.</p>;
  const shown = isAll ? items : fewOf(items);
  return (
    <>
      <ol className={classes.moments}>
        {shown.map(({ at, when, by, lines }) => (
          <li key={`${at} ${by}`}>
            <p className={classes.when}>
              {when}
              <span>{by}</span>
            </p>
            <ul>
              {lines.map(({ words }) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {count > FEW && (
        <p className={classes.more}>
          <Link
            data-unprinted
            to="."
            search={(before: LeadSearch) =>
              said({ ...before, history: isAll ? undefined : ('all' as const) })
            }
            replace
            resetScroll={false}
          >
            {isAll ? 'Show the latest only' : `Show all ${String(count)}`}
          </Link>
        </p>
      )}
    </>
  );
}

function fewOf(items: LeadHistory['items']): LeadHistory['items'] {
  let left = FEW;
  return items.flatMap((item) => {
    const lines = item.lines.slice(0, Math.max(0, left));
    left -= lines.length;
    return lines.length === 0 ? [] : [{ ...item, lines }];
  });
}
