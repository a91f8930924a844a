import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const runRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/run',
  validateSearch: (raw: RawSearch) =>
    said({
      policy: text(raw.policy),
      numbers: oneOf(raw.numbers, ['shown']),
      again: oneOf(raw.again, ['yes']),
    }),
  component: lazyRouteComponent(() => import('../../features/run/run-start'), 'RunStart'),
});
