import { getRouteApi, Link } from '@tanstack/react-router';
import type { CostAmounts, CostRow, FeesReport } from '../../api/fees';
import { pounds } from '../../parts/pounds';
import { isLong, LongRows, type RowPlace } from '../../parts/rows/long-rows';
import { said } from '../../parts/search-params';
import { COST_STATES } from './cost-states';
import { Opener } from './opener';
import { NO_FIGURE } from './shown';
import classes from './fees.module.css';

const route = getRouteApi('/reports/fees');

const GROUPS = [
  ['terms', 'By term', 'Term', 'byTerm'],
  ['regions', 'By region', 'Region of the school', 'byRegion'],
  ['leads', 'By Lead Reviewer', 'Lead Reviewer', 'byLead'],
] as const;
type By = (typeof GROUPS)[number][0];

const COLUMNS = [...COST_STATES, ['all', 'In all']] as const;

/** Costs of each term, region or person, and of all together; the columns add up to the pence. */
export function CostTable({ report, by }: { report: FeesReport; by: By }) {
  const search = route.useSearch();
  const [, , head, field] = GROUPS.find(([key]) => key === by) ?? GROUPS[0];
  const rows = report[field];
  return (
    <>
      <ul className={classes.groups} data-unprinted aria-label="A row for each">
        {GROUPS.map(([key, words]) => (
          <li key={key}>
            <Link
              to="."
              search={said({ ...search, ...NO_FIGURE, by: key })}
              replace
              resetScroll={false}
              aria-current={key === by || undefined}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Costs">
        <table
          className={classes.table}
          data-long={isLong(rows.length) || undefined}
          aria-rowcount={rows.length + 2}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{head}</th>
              {COLUMNS.map(([key, words]) => (
                <th key={key} scope="col" className={classes.number}>
                  {words}
                </th>
              ))}
              <th scope="col" className={classes.number}>
                Paid seats
              </th>
            </tr>
          </thead>
          <LongRows
            groups={[{ key: by, rows }]}
            keyOf={({ key }) => key}
            above={1}
            height={49}
            cardHeight={200}
          >
            {(row, place) => <Row row={row} place={place} />}
          </LongRows>
          <tfoot>
            <tr aria-rowindex={rows.length + 2}>
              <th scope="row">All</th>
              <Amounts amounts={report.total} of="all" />
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function Row({ row: { key, name, amounts }, place }: { row: CostRow; place: RowPlace }) {
  return (
    <tr {...place}>
      <th scope="row">{name}</th>
      <Amounts amounts={amounts} of={name} row={key} />
    </tr>
  );
}

interface AmountsProps {
  readonly amounts: CostAmounts;
  readonly of: string;
  readonly row?: string;
}

function Amounts({ amounts, of, row }: AmountsProps) {
  return (
    <>
      {COLUMNS.map(([figure, words]) => (
        <td
          key={figure}
          className={classes.number}
          data-label={words}
          data-nothing={amounts[figure].seats === 0 || undefined}
        >
          <Amount figure={figure} amounts={amounts} words={words} of={of} row={row} />
        </td>
      ))}
      <td className={classes.number} data-label="Paid seats">
        <Opener figure="all" row={row} seats={amounts.all.seats} said={`paid seats, ${of}`}>
          {amounts.all.seats}
        </Opener>
      </td>
    </>
  );
}

interface AmountProps {
  readonly amounts: CostAmounts;
  readonly figure: (typeof COLUMNS)[number][0];
  readonly words: string;
  readonly of: string;
  readonly row: string | undefined;
}

/** An amount that opens the seats behind it; seats without an amount are named, never left out. */
function Amount({ amounts, figure, words, of, row }: AmountProps) {
  const { pence, seats, unknown } = amounts[figure];
  return (
    <>
      <Opener figure={figure} row={row} seats={seats} said={`${words.toLowerCase()}, ${of}`}>
        {unknown === seats ? 'Fee not set' : pounds(pence)}
      </Opener>
      {unknown > 0 && unknown < seats && (
        <span className={classes.nothing}> + {unknown} not known</span>
      )}
    </>
  );
}
