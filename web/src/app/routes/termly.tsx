import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const termlyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/termly',
  validateSearch: (raw: RawSearch) =>
    said({ term: text(raw.term), asAt: text(raw.asAt), knownAt: text(raw.knownAt) }),
  component: lazyRouteComponent(() => import('../../features/termly/termly'), 'Termly'),
});
