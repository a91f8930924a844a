import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said } from '../../parts/search-params';
import { rootRoute } from './root';

export const termHomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term',
  validateSearch: (raw: RawSearch) =>
    said({
      snoozed: oneOf(raw.snoozed, ['shown']),
      regions: oneOf(raw.regions, ['table']),
      weeks: oneOf(raw.weeks, ['table']),
    }),
  component: lazyRouteComponent(() => import('../../features/term-home/term-home'), 'TermHome'),
});
