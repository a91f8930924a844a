import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const preflightRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/preflight',
  validateSearch: (raw: RawSearch) =>
    said({
      by: oneOf(raw.by, ['weeks', 'windows', 'regions', 'phases', 'needs']),
      supply: oneOf(raw.supply, ['table']),
      seats: oneOf(raw.seats, ['table']),
      week: text(raw.week),
    }),
  component: lazyRouteComponent(() => import('../../features/preflight/preflight'), 'Preflight'),
});
