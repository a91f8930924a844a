import { getRouteApi, Link } from '@tanstack/react-router';
import type { DropOutLine } from '../../api/drop-outs';
import classes from './drop-outs.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs');

/** People without a seat: nothing changes without them, so they stand folded away at the end. */
export function IdlePeople({ people }: { people: readonly DropOutLine[] }) {
  const { term, plan } = route.useParams();
  if (people.length === 0) return null;
  return (
    <details className={classes.idle}>
      <summary>
        {people.length === 1 ? '1 person has' : `${String(people.length)} people have`} no seat in
        this plan: it stands as it is without them
      </summary>
      <ul>
        {people.map(({ person }) => (
          <li key={person.reference}>
            <Link
              to="/terms/$term/plans/$plan/leads/$lead"
              params={{ term, plan, lead: person.reference }}
            >
              {person.name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
