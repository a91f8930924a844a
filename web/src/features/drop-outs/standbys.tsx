import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { DropOuts } from '../../api/drop-outs';
import { Card } from '../../parts/card';
import classes from './drop-outs.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs');

/** As many as are worth a telephone call. */
const FEW = 6;

/** Who covers most of what others would leave. */
export function Standbys({ standbys }: Pick<DropOuts, 'standbys'>) {
  const { term, plan } = route.useParams();
  const [isWhole, setIsWhole] = useState(false);
  if (standbys === null || standbys.length === 0) {
    return (
      <Card title="Who stands by best">
        <p className={classes.dim}>
          {standbys === null
            ? 'Known when everybody has been looked at.'
            : 'Nobody could take over a review of anybody else.'}
        </p>
      </Card>
    );
  }
  const shown = isWhole ? standbys : standbys.slice(0, FEW);
  const most = Math.max(...standbys.map(({ couldStepIn }) => couldStepIn), 1);
  return (
    <Card title="Who stands by best" flush>
      <table className={classes.standbys}>
        <caption className={classes.caption}>
          Whom to keep in reserve: reviews of others that they take over in the re-plans above, and
          how many they could step in for today with nobody else moving.
        </caption>
        <thead>
          <tr>
            <th scope="col">Lead Reviewer</th>
            <th scope="col">Takes over</th>
            <th scope="col">Could step in for</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ person, takesOver, couldStepIn }) => (
            <tr key={person.reference}>
              <th scope="row">
                <Link
                  to="/terms/$term/plans/$plan/leads/$lead"
                  params={{ term, plan, lead: person.reference }}
                >
                  {person.name}
                </Link>
              </th>
              <td>{takesOver}</td>
              <td>
                <span className={classes.reserve}>
                  <i aria-hidden>
                    <b style={{ width: `${String((couldStepIn / most) * 100)}%` }} />
                  </i>
                  {couldStepIn}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < standbys.length && (
        <p className={classes.more} data-unprinted>
          <Button size="xs" onClick={() => setIsWhole(true)}>
            Show all {standbys.length}
          </Button>
        </p>
      )}
    </Card>
  );
}
