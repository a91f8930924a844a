import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('../../features/reports/reports'), 'Reports'),
});

export const forecastRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/forecast',
  validateSearch: (raw: RawSearch) =>
    said({
      chance: oneOf(raw.chance, ['REACHED', 'BOOKED', 'CAN', 'NOT_TOGETHER', 'CANNOT']),
      limit: text(raw.limit),
      find: text(raw.find),
      lead: text(raw.lead),
    }),
  component: lazyRouteComponent(() => import('../../features/forecast/forecast'), 'Forecast'),
});
