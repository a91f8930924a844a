import { Link, getRouteApi } from '@tanstack/react-router';
import type { PlanLead } from '../../api/lead-panel';
import classes from './lead-panel.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/leads/$lead');

/** Somebody saved a later version of the plan: the page shows an older one. */
export function NewerVersion({ lead: { plan, person } }: { lead: PlanLead }) {
  const { term } = route.useParams();
  if (plan.newest === null) return null;
  return (
    <div className={classes.notice} role="status">
      <p>
        This shows version {plan.version}. {plan.newest.words}.
      </p>
      <Link
        to="/terms/$term/plans/$plan/leads/$lead"
        params={{ term, plan: plan.newest.id, lead: person }}
      >
        Show version {plan.newest.version}
      </Link>
    </div>
  );
}
