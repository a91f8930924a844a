import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { termPlansQuery } from '../../api/terms';
import { queryClient } from '../query-client';
import { rootRoute } from './root';

/** Leads to the newest plan of the term; stays where there is none. */
export const newestPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plan',
  loader: async ({ params: { term } }) => {
    const { items } = await queryClient.fetchQuery(termPlansQuery(term));
    const newest = items.find(({ status }) => status !== 'INFEASIBLE');
    if (newest !== undefined) {
      const to: string = `/terms/${term}/plans/${newest.id}`;
      throw redirect({ to, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('../../features/run/no-plan'), 'NoPlan'),
});
