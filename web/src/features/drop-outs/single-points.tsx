import { getRouteApi, Link } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import type { DropOuts } from '../../api/drop-outs';
import { Card } from '../../parts/card';
import classes from './drop-outs.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs');

const WHY = {
  ONLY_LEAD: 'Nobody else may lead it.',
  NEEDED: 'Others may lead it, but every plan that covers as much without them leaves it out.',
} as const;

/** Reviews that have a lead only as long as one person stays. */
export function SinglePoints({ points }: { points: DropOuts['singlePoints'] }) {
  const { term, plan } = route.useParams();
  return (
    <Card
      title="Reviews that stand or fall with one person"
      {...(points === null || points.length === 0 ? {} : { aside: String(points.length) })}
      flush={points !== null && points.length > 0}
    >
      {points === null ? (
        <p className={classes.dim}>Known when everybody has been looked at.</p>
      ) : points.length === 0 ? (
        <p className={classes.fine}>
          <IconCheck size={18} aria-hidden />
          None: no review hangs on one person.
        </p>
      ) : (
        <ul className={classes.lines}>
          {points.map(({ review, person, why }) => (
            <li key={`${review.reference} ${person.reference}`}>
              <p>
                <Link
                  to="/terms/$term/plans/$plan/reviews/$review"
                  params={{ term, plan, review: review.reference }}
                >
                  {review.name}
                </Link>
              </p>
              <p>
                Without{' '}
                <Link
                  to="/terms/$term/plans/$plan/drop-outs/$lead"
                  params={{ term, plan, lead: person.reference }}
                >
                  {person.name}
                </Link>{' '}
                it has no lead. <span className={classes.dim}>{WHY[why]}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
