import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentRow, CommitmentsReport } from '../../api/commitments';
import { CauseBar } from '../../parts/cause-bar';
import { Meter } from '../../parts/meter';
import { LongRows, type RowPlace } from '../../parts/rows/long-rows';
import { said } from '../../parts/search-params';
import { StandingTag } from '../../parts/standing-tag';
import classes from './commitments-table.module.css';
import { PeopleFigure } from './people-figure';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/commitments');

/** Figures that have reviews behind them, in the order of the columns. */
const COLUMNS = [
  ['led', 'Led'],
  ['confirmedAhead', 'Accepted'],
  ['awaitingAnswer', 'Waiting'],
  ['offered', 'Offered'],
  ['declined', 'Declined'],
  ['cancelledLate', 'School cancelled'],
] as const;
type FigureName = (typeof COLUMNS)[number][0];

/** Pixels for each column, which keep their proportion where there is more room. */
const WIDTHS = [180, 108, 90, 96, 50, 88, 80, 80, 84, 92, 70, 164, 92, 116];

const MARKS = {
  SERVING: ['S', 'serving leader'],
  PART_YEAR: ['P', 'part-year contract'],
  EXCEPTION: ['E', 'agreed exception'],
} as const;

/** Everybody by standing, each with the year pictured, the figures, and what is missing and why. */
export function CommitmentsTable({ report }: { report: CommitmentsReport }) {
  const { rows, summary } = report;
  const groups = summary.standings
    .filter(({ leads }) => leads > 0)
    .map(({ standing, group, leads }) => ({
      key: standing,
      head: (
        <th colSpan={14} scope="rowgroup">
          {group} <span>{leads === 1 ? '1 person' : `${String(leads)} people`}</span>
        </th>
      ),
      rows: rows.filter((row) => row.standing === standing),
    }));
  return (
    <div
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label="Commitments of each person"
    >
      <table className={classes.table} aria-rowcount={rows.length + groups.length + 3}>
        <colgroup>
          {WIDTHS.map((width, column) => (
            <col key={column} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <td colSpan={4} />
            <th colSpan={3} scope="colgroup" className={classes.over}>
              Counts towards it
            </th>
            <th colSpan={3} scope="colgroup" className={classes.over}>
              What we asked
            </th>
            <th colSpan={2} scope="colgroup" className={classes.over}>
              Shortfall
            </th>
            <th colSpan={2} scope="colgroup" className={classes.over}>
              By the year’s end
            </th>
          </tr>
          <tr aria-rowindex={2}>
            <th scope="col">Lead Reviewer</th>
            <th scope="col">Region</th>
            <th scope="col" className={classes.number}>
              Minimum
            </th>
            <th scope="col">Year</th>
            {COLUMNS.map(([key, heading]) => (
              <th key={key} scope="col" className={classes.number}>
                {heading}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              To place
            </th>
            <th scope="col">Cause</th>
            <th scope="col">Best possible</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <LongRows groups={groups} keyOf={({ lead }) => lead} above={2} height={57} cardHeight={430}>
          {(row, place) => <Row row={row} place={place} />}
        </LongRows>
        <tfoot>
          <tr aria-rowindex={rows.length + groups.length + 3}>
            <th scope="row" colSpan={2}>
              All {rows.length}
            </th>
            <td className={classes.number} data-label="Minimum">
              <PeopleFigure
                people="minimum"
                count={summary.figures.minimum}
                said="minimum, everybody"
              />
            </td>
            <td />
            {COLUMNS.map(([key, heading]) => (
              <td key={key} className={classes.number} data-label={heading}>
                <Figure figure={key} count={summary.figures[key]} of="everybody" />
              </td>
            ))}
            <td className={classes.number} data-label="To place">
              <b>
                <PeopleFigure
                  people="shortfall"
                  count={summary.figures.shortfall}
                  said="to place, everybody"
                />
              </b>
            </td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Row({ row, place }: { row: CommitmentRow; place: RowPlace }) {
  const { lead, name, figures, before } = row;
  const mark = row.minimumMark === null ? null : MARKS[row.minimumMark];
  return (
    <tr {...place}>
      <th scope="row">
        <YearLink lead={lead}>{name}</YearLink>
      </th>
      <td data-label="Region">{row.region}</td>
      <td className={classes.number} data-label="Minimum">
        <PeopleFigure
          people="minimum"
          count={figures.minimum}
          who={lead}
          said={`minimum, ${name}`}
        />
        {mark !== null && (
          <sup>
            {mark[0]}
            <span className="sr"> ({mark[1]})</span>
          </sup>
        )}
      </td>
      <td data-label="Year">
        <Meter
          led={figures.led}
          booked={figures.confirmedAhead}
          waiting={figures.awaitingAnswer}
          planned={0}
          minimum={figures.minimum}
          label={`${String(figures.led)} led, ${String(figures.confirmedAhead)} accepted, ${String(figures.awaitingAnswer)} waiting, of ${String(figures.minimum)}`}
        />
      </td>
      {COLUMNS.map(([key, heading]) => (
        <td key={key} className={classes.number} data-label={heading}>
          <Figure figure={key} count={figures[key]} of={name} who={lead} />
          {before !== null && (
            <Change figure={key} by={figures[key] - before.figures[key]} of={name} who={lead} />
          )}
        </td>
      ))}
      <td className={classes.number} data-label="To place">
        {figures.shortfall === 0 ? (
          <span className={classes.nothing}>0</span>
        ) : (
          <YearLink lead={lead} className={classes.figure}>
            <b>{figures.shortfall}</b>
            <span className="sr"> to place, {name}: show the year</span>
          </YearLink>
        )}
        {before !== null && (
          <span className={classes.change}>
            <ByHowMany by={figures.shortfall - before.figures.shortfall} />
          </span>
        )}
      </td>
      <td data-label="Cause" className={classes.cause}>
        <CauseBar parts={row.causes} />
        {figures.shortfall === 0 ? (
          <span>{row.causesInWords}</span>
        ) : (
          <YearLink lead={lead}>
            {row.causesInWords}
            <span className="sr">, {name}: show why</span>
          </YearLink>
        )}
      </td>
      <td data-label="Best possible">
        {row.best === null ? (
          <span className={classes.nothing}>Not known</span>
        ) : (
          <Link to="/reports/forecast" search={{ lead }} className={classes.figure}>
            {row.best} of {figures.minimum}
            <span className="sr">, {name}: show the forecast</span>
          </Link>
        )}
      </td>
      <td data-label="Standing" className={classes.standing}>
        <StandingTag standing={row.standing} />
      </td>
    </tr>
  );
}

interface YearLinkProps {
  readonly lead: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** To the year of a person, as at the day that is looked at. */
function YearLink({ lead, className, children }: YearLinkProps) {
  const { academicYear, asAt, knownAt } = route.useSearch();
  return (
    <Link
      to="/reports/commitments/leads/$lead"
      params={{ lead }}
      search={said({ academicYear, asAt, knownAt })}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </Link>
  );
}

interface FigureProps {
  readonly figure: FigureName;
  readonly count: number;
  readonly of: string;
  readonly who?: string;
}

/** A figure that opens the reviews behind it; nothing lies behind a 0. */
function Figure({ figure, count, of, who }: FigureProps) {
  const search = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>0</span>;
  return (
    <Link
      to="."
      search={said({ ...search, ...NO_FIGURE, figure, who })}
      resetScroll={false}
      className={classes.figure}
    >
      {count}
      <span className="sr">
        {' '}
        {headingOf(figure)}, {of}: show the reviews
      </span>
    </Link>
  );
}

/** By how many a figure changed; it opens the reviews that count now and not then, or the other way round. */
function Change({ figure, by, of, who }: Omit<FigureProps, 'count'> & { by: number }) {
  const search = route.useSearch();
  if (by === 0) return null;
  return (
    <Link
      to="."
      search={said({ ...search, ...NO_FIGURE, figure, who, only: 'CHANGED' as const })}
      resetScroll={false}
      className={classes.change}
    >
      <ByHowMany by={by} />
      <span className="sr">
        , {headingOf(figure)}, {of}: show the reviews
      </span>
    </Link>
  );
}

function ByHowMany({ by }: { by: number }) {
  if (by === 0) return null;
  return (
    <>
      {by > 0 ? `+${String(by)}` : `−${String(-by)}`}
      <span className="sr"> since the day compared with</span>
    </>
  );
}

function headingOf(figure: FigureName): string {
  return (COLUMNS.find(([key]) => key === figure)?.[1] ?? figure).toLowerCase();
}
