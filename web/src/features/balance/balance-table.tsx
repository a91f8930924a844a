import { getRouteApi, Link } from '@tanstack/react-router';
import type { Balance, BalanceRow } from '../../api/balance';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import { Tag } from '../../parts/tag';
import classes from './balance.module.css';
import { Figure } from './figure';

const route = getRouteApi('/reports/balance');

const COLUMNS = [
  ['demand', 'Due'],
  ['canBeLed', 'Can be led'],
  ['short', 'Short'],
  ['without', 'Without a lead'],
] as const;

/** Every region and specialism: what is due, what can be led, and what one more lead would add. */
export function BalanceTable({ balance: { rows, total } }: { balance: Balance }) {
  const regions = [...new Set(rows.map(({ region }) => region))];
  return (
    <Card
      title="By region and specialism"
      aside={`${String(rows.length)} of ${String(total)}`}
      flush
    >
      {rows.length === 0 ? (
        <NoRows />
      ) : (
        <div
          className={classes.scroll}
          tabIndex={0}
          role="region"
          aria-label="Supply and demand by region and specialism"
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Specialism</th>
                {COLUMNS.map(([key, heading]) => (
                  <th key={key} scope="col" className={classes.number}>
                    {heading}
                  </th>
                ))}
                <th scope="col" className={classes.number}>
                  One more adds
                </th>
                <th scope="col" className={classes.number}>
                  Short of commitments
                </th>
                <th scope="col">What one more would do</th>
              </tr>
            </thead>
            {regions.map((region) => (
              <RegionRows
                key={region}
                region={region}
                rows={rows.filter((row) => row.region === region)}
              />
            ))}
          </table>
        </div>
      )}
    </Card>
  );
}

function RegionRows({ region, rows }: { region: string; rows: readonly BalanceRow[] }) {
  return (
    <tbody>
      <tr className={classes.group}>
        <th colSpan={8} scope="rowgroup">
          {region} {rows[0]?.isPriority === true && <Tag tone="priority">Priority region</Tag>}
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.specialism.code} row={row} />
      ))}
    </tbody>
  );
}

function Row({ row }: { row: BalanceRow }) {
  const { region, specialism, added, without } = row;
  const behind = {
    of: `${specialism.name}, ${region}`,
    region,
    specialism: specialism.code,
  };
  return (
    <tr data-gap={without > 0 || undefined}>
      <th scope="row">{specialism.name}</th>
      {COLUMNS.map(([key, heading]) => (
        <td
          key={key}
          data-label={heading}
          data-none={row[key] === 0 || undefined}
          className={classes.number}
        >
          <Figure figure={key} count={row[key]} {...behind} />
        </td>
      ))}
      <td
        data-label="One more adds"
        data-none={added.reviews === 0 || undefined}
        className={classes.number}
      >
        <Figure
          figure="added"
          count={Math.abs(added.reviews)}
          words={signed(added.reviews)}
          {...behind}
        />
      </td>
      <td
        data-label="Short of commitments"
        data-none={added.shortOfCommitments === 0 || undefined}
        className={classes.number}
      >
        <Figure
          figure="led"
          count={Math.abs(added.shortOfCommitments)}
          words={signed(added.shortOfCommitments)}
          {...behind}
        />
      </td>
      <td className={classes.words}>
        {added.words}{' '}
        {added.led === 0 ? (
          'The new lead would lead nothing.'
        ) : (
          <>
            The new lead would lead <Figure figure="led" count={added.led} {...behind} />
            {commitments(added.shortOfCommitments)}.
          </>
        )}
      </td>
    </tr>
  );
}

function signed(count: number): string {
  if (count === 0) return '0';
  return count > 0 ? `+${String(count)}` : `−${String(-count)}`;
}

/** That there would be too few reviews for all, or that others come nearer to theirs. */
function commitments(more: number): string {
  if (more === 0) return '';
  return more > 0
    ? `, and people would be ${String(more)} more short of what is wanted of them`
    : `, and people would be ${String(-more)} less short of what is wanted of them`;
}

function NoRows() {
  const { scope } = route.useSearch();
  return (
    <div className={classes.nobody}>
      <p>Nothing fits what you chose.</p>
      <Link to="/reports/balance" search={said({ scope })}>
        Show all regions and specialisms
      </Link>
    </div>
  );
}
