import type { CSSProperties } from 'react';
import type { TimeRow } from '../../api/preflight';
import { Legend } from '../../parts/legend';
import { Tag } from '../../parts/tag';
import { SchoolList } from './concerned';
import { standingWords } from './cuts';
import classes from './pictures.module.css';

/** For each week or window: how many reviews can be led, and how many would fall on it. */
export function TimePicture({
  rows,
  week,
  term,
}: {
  rows: readonly TimeRow[];
  week: string | undefined;
  term: string;
}) {
  const highest = Math.max(1, ...rows.map(({ most, evenShare }) => Math.max(most, evenShare)));
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li
            key={row.name}
            className={classes.row}
            data-marked={row.week === week || undefined}
            data-standing={row.standing}
          >
            <span className={classes.name}>{row.name}</span>
            <TimeBar row={row} highest={highest} />
            <span className={classes.figures}>
              {closedOf(row) === null ? (
                <>
                  <b>{row.evenShare}</b> would fall on it, at most <b>{row.most}</b> led
                </>
              ) : (
                `Closed: ${closedOf(row)}`
              )}
            </span>
            {row.standing !== 'ENOUGH' && (
              <div className={classes.wrong}>
                <Tag tone={row.standing === 'SHORT' ? 'gap' : 'warn'}>
                  {standingWords[row.standing]}
                </Tag>
                {row.words.map((sentence) => (
                  <span key={sentence}>{sentence}</span>
                ))}
                <SchoolList schools={row.onlyHere} term={term} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Legend
        items={[
          { swatch: classes.supply, words: 'At most led' },
          { swatch: classes.demand, words: 'Would fall on it, spread evenly' },
        ]}
      />
    </>
  );
}

/** Why nobody can review then; null: open, or a week. */
function closedOf(row: TimeRow): string | null {
  return 'closed' in row ? row.closed : null;
}

function TimeBar({ row, highest }: { row: TimeRow; highest: number }) {
  const share = (value: number): CSSProperties => ({ width: `${(value / highest) * 100}%` });
  return (
    <span className={classes.plot} aria-hidden>
      <i className={classes.supply} style={share(row.most)} />
      <i className={classes.demand} style={share(row.evenShare)} />
    </span>
  );
}
