import type { CSSProperties } from 'react';
import type { GroupRow } from '../../api/preflight';
import { Legend } from '../../parts/legend';
import { Tag } from '../../parts/tag';
import { standingWords } from './cuts';
import classes from './pictures.module.css';

/** For each group of reviews: how many of them can have a lead, and by how many people. */
export function GroupPicture({ rows, isNeeds }: { rows: readonly GroupRow[]; isNeeds: boolean }) {
  const highest = Math.max(1, ...rows.map(({ reviews }) => reviews));
  if (rows.length === 0) return <p className={classes.none}>No review names one.</p>;
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.code} className={classes.row} data-standing={row.standing}>
            <span className={classes.name}>
              {row.name}
              {row.name !== row.code && isNeeds && <small> {row.code}</small>}
            </span>
            <span className={classes.plot} aria-hidden>
              <i className={classes.missing} style={share(row.reviews, highest)} />
              <i className={classes.covered} style={share(row.most, highest)} />
            </span>
            <span className={classes.figures}>
              <b>{row.most}</b> of <b>{row.reviews}</b> can have a lead; {row.people} people could
              lead one{' '}
              {row.standing !== 'ENOUGH' && (
                <Tag tone={row.standing === 'SHORT' ? 'gap' : 'warn'}>
                  {standingWords[row.standing]}
                </Tag>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Legend
        items={[
          { swatch: classes.covered, words: 'Can have a lead' },
          { swatch: classes.missing, words: 'Cannot, whatever the plan' },
          ...(isNeeds ? [{ words: 'A review counts under each of its needs.' }] : []),
        ]}
      />
    </>
  );
}

function share(value: number, highest: number): CSSProperties {
  return { width: `${(value / highest) * 100}%` };
}
