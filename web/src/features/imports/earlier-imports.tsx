import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Import, importsQuery } from '../../api/imports';
import { Card } from '../../parts/card';
import go from '../../parts/go.module.css';
import { Loaded } from '../../parts/loaded';
import { Empty } from '../../parts/states';
import { Tag } from '../../parts/tag';
import { counted, stateOf, titleOf, whoAndWhen } from './import-words';
import classes from './imports.module.css';

const route = getRouteApi('/imports');

/** What was imported before: who, when, and what has become of it. */
export function EarlierImports() {
  const { after } = route.useSearch();
  const { data } = useQuery(importsQuery(after));
  return (
    <div className={classes.earlier}>
      <Card title="Earlier imports" aside="The newest first" flush>
        <Loaded query={importsQuery(after)} what="earlier imports">
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="Nothing was imported yet">
                Download the template to see which columns there are, fill in what you have, and
                send it.
              </Empty>
            ) : (
              <ul>
                {items.map((found) => (
                  <ImportLine key={found.id} found={found} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {(after !== undefined || (data !== undefined && data.next !== null)) && (
          <nav className={classes.pager} aria-label="Pages of earlier imports">
            {after !== undefined && (
              <Link className={go.link} to="/imports" search={{}} resetScroll={false}>
                The newest
              </Link>
            )}
            {data !== undefined && data.next !== null && (
              <Link
                className={go.link}
                to="/imports"
                search={{ after: data.next }}
                resetScroll={false}
              >
                Earlier ones
              </Link>
            )}
          </nav>
        )}
      </Card>
    </div>
  );
}

function ImportLine({ found }: { found: Import }) {
  const { tone, words } = stateOf(found);
  const { refused } = found.totals;
  return (
    <li className={classes.line}>
      <div className={classes.lineState}>
        <Tag tone={tone}>{words}</Tag>
      </div>
      <div className={classes.lineWords}>
        <Link to="/imports/$import" params={{ import: found.id }} className={classes.lineName}>
          {titleOf(found)}
        </Link>
        <p>
          {found.inWords}.
          {refused > 0 && ` ${counted(refused, 'row was', 'rows were')} left to mend.`}
        </p>
      </div>
      <p className={classes.lineWho}>{whoAndWhen(found)}</p>
    </li>
  );
}
