import { getRouteApi, Link } from '@tanstack/react-router';
import type { GateRow, GatesReport } from '../../api/gates';
import { Go } from '../../parts/go';
import { said } from '../../parts/search-params';
import { fullDate } from '../../parts/short-dates';
import { Tag } from '../../parts/tag';
import { leadsTarget, leadTarget, type Target } from '../../parts/term-links';
import classes from './gates.module.css';
import { dayAfter, monthsIn, placeIn } from './weeks-ahead';

const route = getRouteApi('/reports/gates');

const TONES = { BOOKED: 'gap', MISSING: 'warn', SOON: 'plain' } as const;

/** A row for each thing that runs out or is missing, with the weeks ahead as a picture; the first concerned first. */
export function GatesTable({ report }: { report: GatesReport }) {
  return (
    <div
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label="Contracts and checks of each person"
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Lead Reviewer</th>
            <th scope="col">What</th>
            <th scope="col">In words</th>
            <th scope="col">Reviews</th>
            <th scope="col" className={classes.ahead}>
              Weeks ahead
              <span className={classes.months} aria-hidden>
                {monthsIn(report).map(({ date, name }) => (
                  <i key={date} style={{ left: `${String(placeIn(report, date))}%` }}>
                    {name}
                  </i>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <Row key={row.key} row={row} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, report }: { row: GateRow; report: GatesReport }) {
  const search = route.useSearch();
  const { name, lead, bookings } = row;
  return (
    <tr>
      <th scope="row">
        <Go target={targetOf(report, lead)}>{name}</Go>
        <span className={classes.region}>{row.region}</span>
      </th>
      <td data-label="What">
        <span>
          {row.kindName} <Tag tone={TONES[row.urgency]}>{row.urgencyName}</Tag>
        </span>
      </td>
      <td data-label="In words">{row.words}</td>
      <td data-label="Reviews">
        {bookings.length === 0 ? (
          <span className={classes.nothing}>None booked</span>
        ) : (
          <Link
            to="."
            search={said({ ...search, row: row.key })}
            resetScroll={false}
            className={classes.figure}
          >
            {bookings.length === 1 ? '1 review' : `${String(bookings.length)} reviews`}
            <span className="sr">
              {' '}
              not covered, {name}, {row.kindName}: show them
            </span>
          </Link>
        )}
      </td>
      <td className={classes.ahead}>
        <WeeksAhead row={row} report={report} />
      </td>
    </tr>
  );
}

/** Until when it holds, and the booked reviews after that. */
function WeeksAhead({ row: { endsOn, bookings }, report }: { row: GateRow; report: GatesReport }) {
  const end = endsOn === null ? 0 : placeIn(report, dayAfter(endsOn));
  return (
    <span
      className={classes.track}
      role="img"
      aria-label={`${endsOn === null ? 'Does not hold' : `Holds until ${fullDate(endsOn)}`}; ${
        bookings.length === 0
          ? 'no review booked'
          : `booked ${bookings.map(({ firstDay }) => fullDate(firstDay)).join(', ')}`
      }`}
    >
      <i className={classes.open} style={{ width: `${String(end)}%` }} />
      <i className={classes.shut} style={{ left: `${String(end)}%`, right: 0 }} />
      {bookings.map(({ key, firstDay, when, school }) => (
        <i
          key={key}
          className={classes.booked}
          title={`${school}, ${when}`}
          style={{ left: `${String(placeIn(report, firstDay))}%` }}
        />
      ))}
    </span>
  );
}

/** Where the person’s contracts and checks are recorded. */
function targetOf({ linkTerm, linkPlan }: GatesReport, lead: string): Target {
  if (linkTerm === null) return { to: '/reports/commitments/leads/$lead', params: { lead } };
  return linkPlan === null ? leadsTarget(linkTerm, { lead }) : leadTarget(linkTerm, linkPlan, lead);
}
