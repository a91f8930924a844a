import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const balanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/balance',
  validateSearch: (raw: RawSearch) =>
    said({
      scope: text(raw.scope),
      asAt: text(raw.asAt),
      knownAt: text(raw.knownAt),
      region: text(raw.region),
      specialism: text(raw.specialism),
      only: oneOf(raw.only, ['WITHOUT']),
      /** The figure whose reviews are shown, and of which region and specialism; left out: of all. */
      figure: oneOf(raw.figure, ['demand', 'canBeLed', 'short', 'without', 'added', 'led']),
      inRegion: text(raw.inRegion),
      inNeed: text(raw.inNeed),
    }),
  component: lazyRouteComponent(() => import('../../features/balance/balance-page'), 'BalancePage'),
});
