import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { newestPlan } from '../newest-plan';
import { NoPlanYet } from '../no-plan-yet';
import { rootRoute } from './root';

export const unplacedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan/unplaced',
  component: lazyRouteComponent(() => import('../../features/unplaced/unplaced'), 'Unplaced'),
});

/** Leads to the newest plan of the term. */
export const newestUnplacedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/unplaced',
  loader: async ({ params: { term } }) => {
    const plan = await newestPlan(term);
    if (plan !== undefined) {
      throw redirect({
        to: '/terms/$term/plans/$plan/unplaced',
        params: { term, plan },
        replace: true,
      });
    }
  },
  component: NoPlan,
});

function NoPlan() {
  const { term } = newestUnplacedRoute.useParams();
  return (
    <NoPlanYet term={term} title="Reviews without a lead">
      Once a run has placed reviews, those without a lead are here, with what it would take.
    </NoPlanYet>
  );
}
