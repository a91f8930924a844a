import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { RISKS } from '../../features/drop-outs/fates';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { newestPlan } from '../newest-plan';
import { NoPlanYet } from '../no-plan-yet';
import { rootRoute } from './root';

export const dropOutsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan/drop-outs',
  validateSearch: (raw: RawSearch) =>
    said({
      /** Which people the list shows. */
      risk: oneOf(raw.risk, RISKS),
      find: text(raw.find),
      list: oneOf(raw.list, ['all']),
    }),
  component: lazyRouteComponent(() => import('../../features/drop-outs/drop-outs'), 'DropOutsPage'),
});

export const dropOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan/drop-outs/$lead',
  component: lazyRouteComponent(() => import('../../features/drop-outs/drop-out'), 'DropOutPage'),
});

/** Leads to the newest plan of the term. */
export const newestDropOutsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/drop-outs',
  loader: async ({ params: { term } }) => {
    const plan = await newestPlan(term);
    if (plan !== undefined) {
      throw redirect({
        to: '/terms/$term/plans/$plan/drop-outs',
        params: { term, plan },
        replace: true,
      });
    }
  },
  component: NoPlan,
});

function NoPlan() {
  const { term } = newestDropOutsRoute.useParams();
  return (
    <NoPlanYet term={term} title="If somebody drops out">
      Once a run has placed reviews, this says what is lost without each person and who could help.
    </NoPlanYet>
  );
}
