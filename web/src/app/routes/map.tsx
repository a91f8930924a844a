import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { mapSearch } from '../../features/map/map-search';
import { newestPlan } from '../newest-plan';
import { NoPlanYet } from '../no-plan-yet';
import { rootRoute } from './root';

export const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('../../features/map/map-page'), 'MapPage'),
});

/** Leads to the map of the term's newest plan. */
export const newestMapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/map',
  validateSearch: mapSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params: { term }, deps }) => {
    const plan = await newestPlan(term);
    if (plan !== undefined) {
      throw redirect({
        to: '/terms/$term/plans/$plan/map',
        params: { term, plan },
        search: deps,
        replace: true,
      });
    }
  },
  component: NoPlan,
});

function NoPlan() {
  const { term } = newestMapRoute.useParams();
  return (
    <NoPlanYet term={term} title="Map">
      Once a run has placed reviews, the map shows its schools, where Lead Reviewers live and who
      travels where.
    </NoPlanYet>
  );
}
