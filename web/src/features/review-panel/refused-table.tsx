import { getRouteApi } from '@tanstack/react-router';
import { IconBan } from '@tabler/icons-react';
import type { RefusedCandidate } from '../../api/ranking';
import { Card } from '../../parts/card';
import { milesInWords } from '../../parts/miles-in-words';
import { MendPrice } from './mend-price';
import { PersonLink } from './review-facts';
import { ShowOthers } from './show-others';
import classes from './who-could.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

/** So many are shown at first, the nearest to possible. */
const AT_FIRST = 7;

export interface RefusedTableProps {
  /** Those who are looked for, the nearest to possible first. */
  readonly refused: readonly RefusedCandidate[];
  readonly total: number;
  readonly homes: ReadonlyMap<string, string | null>;
}

/** Who cannot lead it: every rule that stops them, and the smallest change that would mend it. */
export function RefusedTable({ refused, total, homes }: RefusedTableProps) {
  const { refused: shownSearch, who } = route.useSearch();
  const isAll = shownSearch === 'all' || who !== undefined;
  const shown = isAll ? refused : refused.slice(0, AT_FIRST);
  return (
    <Card
      flush
      title="Who cannot, and what would mend it"
      aside={`${total === 1 ? '1 lead' : `${total} leads`}, nearest to possible first`}
    >
      {shown.length === 0 ? (
        <p className={classes.none}>Nobody among them matches what you are looking for.</p>
      ) : (
        <table className={classes.table} role="table" data-kind="refused">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Lead Reviewer
              </th>
              <th role="columnheader" scope="col">
                Every rule that stops them
              </th>
              <th role="columnheader" scope="col">
                Smallest change that would mend it
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((each) => (
              <Row key={each.lead} refused={each} home={homes.get(each.lead) ?? null} />
            ))}
          </tbody>
        </table>
      )}
      <ShowOthers of="refused" shown={shown.length} all={refused.length} />
    </Card>
  );
}

function Row({ refused, home }: { refused: RefusedCandidate; home: string | null }) {
  return (
    <tr role="row" data-lead={refused.lead}>
      <th role="rowheader" scope="row">
        <PersonLink person={refused.lead}>{refused.name}</PersonLink>
        <span className={classes.home}>
          {home === null ? '' : `${home}, `}
          {milesInWords(refused.miles)}
        </span>
      </th>
      <td role="cell" className={classes.reasons}>
        <ul>
          {refused.reasons.map((reason) => (
            <li key={reason}>
              <IconBan size={14} aria-hidden />
              <span>{reason}</span>
            </li>
          ))}
        </ul>
      </td>
      <td role="cell">
        <MendPrice refused={refused} />
      </td>
    </tr>
  );
}
