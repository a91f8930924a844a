import { Button } from '@mantine/core';
import type { Journey } from '../../api/plan-map';
import type { SideBySide } from '../../api/plan-comparison';
import { letterOf } from './changes-shown';
import classes from './compared-maps.module.css';
import type { ComparedWays } from './ways-compared';

/** So many rows are shown at first; those that are chosen on a map come first. */
const FEW = 10;

export interface WaysTableProps {
  readonly differing: readonly ComparedWays[];
  readonly plans: SideBySide['plans'];
  /** What is chosen on the maps: references of reviews and people. */
  readonly at: readonly string[];
  readonly isAll: boolean;
  readonly onAll: () => void;
}

/** What the maps show, as a table: who comes from where to each school, in each plan. */
export function WaysTable({ differing, plans, at, isAll, onAll }: WaysTableProps) {
  const isMarked = ({ review, ways }: ComparedWays): boolean =>
    at.includes(review) || ways.flat().some(({ person }) => at.includes(person));
  const ordered = [...differing.filter(isMarked), ...differing.filter((row) => !isMarked(row))];
  const rows = isAll ? ordered : ordered.slice(0, FEW);
  return (
    <>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Who travels where">
        <table className={classes.table}>
          <caption className="sr">Who travels where, for each school that differs</caption>
          <thead>
            <tr>
              <th scope="col">School</th>
              {plans.map(({ id }, index) => (
                <th key={id} scope="col">
                  Plan {letterOf(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.review} data-marked={isMarked(row) || undefined}>
                <th scope="row">
                  {row.school}
                  <span>{row.region}</span>
                </th>
                {row.ways.map((ways, index) => (
                  <td key={plans[index]?.id ?? index}>
                    <Ways ways={ways} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < differing.length && (
        <p className={classes.more}>
          <Button onClick={onAll}>Show all {differing.length} schools that differ</Button>
        </p>
      )}
    </>
  );
}

const DOES = { LEAD: '', QUALITY_ASSURER: ' assures', SHADOW: ' shadows' } as const;

function Ways({ ways }: { ways: readonly Journey[] }) {
  if (ways.length === 0) return <span className={classes.nobody}>Nobody travels</span>;
  return (
    <ul>
      {ways.map(({ person, name, home, seat, miles, isOvernight, days }) => (
        <li key={person}>
          <b>
            {name}
            {DOES[seat]}
          </b>
          {home === null ? '' : ` from ${home}`}, {miles} miles{isOvernight ? ', a night away' : ''}
          {seat === 'LEAD' && <span>{days}</span>}
        </li>
      ))}
    </ul>
  );
}
