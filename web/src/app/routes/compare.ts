import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const compareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/compare',
  validateSearch: (raw: RawSearch) =>
    said({
      plans: text(raw.plans),
      /** Where no plans are named: this one beside the newest other. */
      with: text(raw.with),
      numbers: oneOf(raw.numbers, ['shown']),
      region: text(raw.region),
      kind: text(raw.kind),
      schools: oneOf(raw.schools, ['all']),
      people: oneOf(raw.people, ['all']),
      /** What is chosen on the maps: references of reviews and people, written a,b,c. */
      at: text(raw.at),
      ways: oneOf(raw.ways, ['all']),
      from: text(raw.from),
      take: text(raw.take),
      effect: oneOf(raw.effect, ['shown']),
    }),
  component: lazyRouteComponent(() => import('../../features/compare/compare'), 'Compare'),
});
