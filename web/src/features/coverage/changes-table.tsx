import type { CoverageReport } from '../../api/coverage';
import classes from './coverage.module.css';
import { Figure } from './figure';

/** Who caused the changes and what became of the seats. */
export function ChangesTable({ changes }: { changes: CoverageReport['changes'] }) {
  return (
    <div
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label="Changes after publication by who caused them"
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Caused by</th>
            {changes.kinds.map(({ kind, name }) => (
              <th key={kind} scope="col" className={classes.number}>
                {name}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.causes.map(({ causedBy, name, kinds, changes: all }) => (
            <tr key={causedBy}>
              <th scope="row">{name}</th>
              {kinds.map((cell) => (
                <td key={cell.kind} className={classes.number} data-label={cell.name}>
                  <Figure
                    count={cell.changes}
                    figure="changed"
                    causedBy={causedBy}
                    change={cell.kind}
                    said={`${cell.name.toLowerCase()}, caused by ${name.toLowerCase()}`}
                  />
                </td>
              ))}
              <td className={classes.number} data-label="All">
                <Figure
                  count={all}
                  figure="changed"
                  causedBy={causedBy}
                  said={`changes caused by ${name.toLowerCase()}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {changes.kinds.map((cell) => (
              <td key={cell.kind} className={classes.number} data-label={cell.name}>
                <Figure
                  count={cell.changes}
                  figure="changed"
                  change={cell.kind}
                  said={cell.name.toLowerCase()}
                />
              </td>
            ))}
            <td className={classes.number} data-label="All">
              <Figure count={changes.total} figure="changed" said="changes" />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
