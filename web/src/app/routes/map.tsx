import { createRoute, lazyRouteComponent, Link, redirect } from '@tanstack/react-router';
import { mapSearch } from '../../features/map/map-search';
import { Page } from '../../parts/page';
import { Empty } from '../../parts/states';
import { newestPlan } from '../newest-plan';
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
    <Page title="Map">
      <Empty
        title="There is no plan of this term yet"
        action={
          <Link to="/terms/$term" params={{ term }}>
            Go to the term
          </Link>
        }
      >
        Once a run has placed reviews, the map shows its schools, where Lead Reviewers live and who
        travels where.
      </Empty>
    </Page>
  );
}
