import { IconStar } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CoverageFigures, CoverageGroup, CoverageReport } from '../../api/coverage';
import { said } from '../../parts/search-params';
import classes from './coverage.module.css';
import { Figure } from './figure';
import { StageBar } from './stage-bar';

const route = getRouteApi('/reports/coverage');

/** There may be hundreds of trusts: as many are shown at first; the address says when all are wanted. */
const FIRST = 25;

const COLUMNS = [
  ['due', 'Due'],
  ['covered', 'Covered'],
  ['published', 'Published'],
  ['accepted', 'Accepted'],
  ['done', 'Done'],
  ['notCovered', 'Without a lead'],
  ['postponed', 'Postponed'],
  ['cancelled', 'Cancelled'],
] as const;

/** The groups of the cut with their figures, each with a bar of how far its reviews have come. */
export function GroupsTable({ report }: { report: CoverageReport }) {
  const search = route.useSearch();
  const isAll = search.groups === 'all' || report.groups.length <= FIRST + 5;
  const heading = report.cuts.find(({ key }) => key === report.by)?.name ?? 'Group';
  return (
    <div>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={`Coverage by ${heading.toLowerCase()}`}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col">How far</th>
              {COLUMNS.map(([key, name]) => (
                <th key={key} scope="col" className={classes.number}>
                  {name}
                </th>
              ))}
              <th scope="col" className={classes.number}>
                Member schools
              </th>
            </tr>
          </thead>
          <tbody>
            {(isAll ? report.groups : report.groups.slice(0, FIRST)).map((group) => (
              <Row key={group.key} group={group} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <td>
                <StageBar figures={report.total} />
              </td>
              <Cells figures={report.total} of="in all" />
              <td className={classes.number} data-label="Member schools">
                <Figure count={report.members} figure="members" said="member schools, in all" />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {!isAll && (
        <p className={classes.note}>
          The {FIRST} with most reviews without a lead are shown.{' '}
          <Link
            data-unprinted
            to="."
            search={said({ ...search, groups: 'all' as const })}
            resetScroll={false}
          >
            Show all {report.groups.length}
          </Link>
        </p>
      )}
      {report.groupsWords !== null && <p className={classes.note}>{report.groupsWords}</p>}
      {report.by === 'NEED' && report.needsInvented && (
        <p className={classes.note}>The needs of some of these schools are invented.</p>
      )}
    </div>
  );
}

function Row({ group }: { group: CoverageGroup }) {
  const { key, name, isPriority, figures, members } = group;
  return (
    <tr>
      <th scope="row">
        {isPriority && <IconStar size={14} aria-hidden className={classes.star} />}
        {name}
        {isPriority && <span className="sr"> (priority region)</span>}
      </th>
      <td>
        <StageBar figures={figures} />
      </td>
      <Cells figures={figures} of={name} group={key} />
      <td className={classes.number} data-label="Member schools">
        <Figure count={members} figure="members" group={key} said={`member schools, ${name}`} />
      </td>
    </tr>
  );
}

function Cells({ figures, of, group }: { figures: CoverageFigures; of: string; group?: string }) {
  return COLUMNS.map(([key, name]) => (
    <td key={key} className={classes.number} data-label={name}>
      <Figure
        count={figures[key]}
        figure={key}
        said={`${name.toLowerCase()}, ${of}`}
        {...(group === undefined ? {} : { group })}
      />
      {key === 'covered' && figures.due > 0 && (
        <span className={classes.share}>{Math.floor((100 * figures.covered) / figures.due)}%</span>
      )}
    </td>
  ));
}
