import { createRoute, lazyRouteComponent, Link, redirect } from '@tanstack/react-router';
import { Empty } from '../../parts/states';
import { Page } from '../../parts/page';
import { newestPlan } from '../newest-plan';
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
    <Page title="Reviews without a lead">
      <Empty
        title="There is no plan of this term yet"
        action={
          <Link to="/terms/$term" params={{ term }}>
            Go to the term
          </Link>
        }
      >
        Once a run has placed reviews, those without a lead are here, with what it would take.
      </Empty>
    </Page>
  );
}
