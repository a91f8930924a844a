import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { newestPlan } from '../newest-plan';
import { rootRoute } from './root';

/** Leads to the newest plan of the term; stays where there is none. */
export const newestPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plan',
  loader: async ({ params: { term } }) => {
    const plan = await newestPlan(term);
    if (plan !== undefined) {
      throw redirect({ to: '/terms/$term/plans/$plan', params: { term, plan }, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('../../features/run/no-plan'), 'NoPlan'),
});
