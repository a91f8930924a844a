import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { list, oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const runRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/run',
  validateSearch: (raw: RawSearch) =>
    said({
      policy: text(raw.policy),
      numbers: oneOf(raw.numbers, ['shown']),
      keep: oneOf(raw.keep, ['pins', 'chosen']),
      /** References of reviews that stay, written a,b,c. */
      stay: list(raw.stay)?.join(','),
      again: oneOf(raw.again, ['yes']),
    }),
  component: lazyRouteComponent(() => import('../../features/run/run-start'), 'RunStart'),
});
