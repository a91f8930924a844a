import { Button } from '@mantine/core';
import type { Journey } from '../../api/plan-map';
import type { SideBySide } from '../../api/plan-comparison';
import { Figures } from '../../parts/figures';
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
  const heads = plans.map((_, index) => `Plan ${letterOf(index)}`);
  return (
    <>
      <div className={classes.table}>
        <Figures
          caption="Who travels where, for each school that differs"
          head={['School', ...heads]}
          words={heads}
          marked={rows.filter(isMarked).map(({ review }) => review)}
          rows={rows.map(({ review, school, region, ways }) => ({
            key: review,
            cells: [
              <>
                {school}
                <span>{region}</span>
              </>,
              ...ways.map((each, index) => <Ways key={plans[index]?.id ?? index} ways={each} />),
            ],
          }))}
        />
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
