import { Link } from '@tanstack/react-router';
import type { Import } from '../../api/imports';
import { Card } from '../../parts/card';
import figures from '../../parts/figures.module.css';
import classes from './import-page.module.css';

const columns = [
  { count: 'created', title: 'Added', show: 'create' },
  { count: 'updated', title: 'Changed', show: 'update' },
  { count: 'removed', title: 'Removed', show: 'remove' },
  { count: 'unchanged', title: 'Left alone', show: 'unchanged' },
  { count: 'refused', title: 'To mend', show: 'refused' },
] as const;

/** How much changes, kind by kind; each number leads to the rows behind it. */
export function KindsTable({ found }: { found: Import }) {
  const { kinds, totals } = found;
  if (kinds.length === 0) return null;
  return (
    <Card title={found.state === 'DRY_RUN' ? 'What it would change' : 'What it changes'} flush>
      <div
        className={`${figures.scroll ?? ''} ${classes.kinds ?? ''}`}
        tabIndex={0}
        role="region"
        aria-label="Changes by kind"
      >
        <table className={figures.table}>
          <caption className="sr">How many records of each kind change, and how</caption>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              {columns.map(({ title }) => (
                <th key={title} scope="col" className={figures.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.kind}>
                <th scope="row">{kind.title}</th>
                {columns.map(({ count, title, show }) => (
                  <td key={title} className={figures.number}>
                    <Count
                      found={found}
                      count={kind[count]}
                      show={show}
                      kind={kind.kind}
                      about={`${kind.title}, ${title.toLowerCase()}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
            {kinds.length > 1 && (
              <tr className={classes.total}>
                <th scope="row">All</th>
                {columns.map(({ count, title, show }) => (
                  <td key={title} className={figures.number}>
                    <Count
                      found={found}
                      count={totals[count]}
                      show={show}
                      about={`all, ${title}`}
                    />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {totals.implied > 0 && (
        <p className={classes.implied}>
          {totals.implied.toLocaleString('en-GB')} of these follow from the file without standing in
          it, such as an earlier period that ends because a new one begins.
        </p>
      )}
    </Card>
  );
}

interface CountProps {
  readonly found: Import;
  readonly count: number;
  readonly show: (typeof columns)[number]['show'];
  readonly kind?: string;
  readonly about: string;
}

function Count({ found, count, show, kind, about }: CountProps) {
  if (count === 0) return <span className={classes.none}>0</span>;
  return (
    <Link
      to="/imports/$import"
      params={{ import: found.id }}
      search={{ show, ...(kind === undefined ? {} : { kind }) }}
      hash="rows"
      className={classes.count}
    >
      {count.toLocaleString('en-GB')}
      <span className="sr"> ({about})</span>
    </Link>
  );
}
