import type { CoverageReport } from '../../api/coverage';
import classes from './coverage.module.css';
import { Figure } from './figure';

/** How many reviews had how long between the first offer and the first day. */
export function NoticeBars({ spans }: { spans: CoverageReport['notice']['spans'] }) {
  const most = Math.max(...spans.map(({ reviews }) => reviews));
  return (
    <ul className={classes.spans} aria-label="Reviews by their notice">
      {spans.map(({ span, name, reviews }) => (
        <li key={name}>
          <span>{name}</span>
          <i style={{ width: `${String((reviews / most) * 100)}%` }} aria-hidden />
          <b>
            <Figure
              count={reviews}
              figure="noticed"
              span={span}
              said={`with notice of ${name.toLowerCase()}`}
            />
          </b>
        </li>
      ))}
    </ul>
  );
}
