import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const fairnessRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/fairness',
  validateSearch: (raw: RawSearch) =>
    said({
      academicYear: text(raw.academicYear),
      asAt: text(raw.asAt),
      knownAt: text(raw.knownAt),
      term: text(raw.term),
      /** How many years together, the one looked at the last of them. */
      years: oneOf(text(raw.years), ['2', '3', '5', '10']),
      region: text(raw.region),
      order: oneOf(raw.order, ['below', 'miles', 'nights', 'awkward', 'name']),
      list: oneOf(raw.list, ['all']),
      /** The figure whose reviews, or people, are shown, of whom, and of which kind; left out: of everybody, of any kind. */
      figure: oneOf(raw.figure, ['load', 'seats', 'miles', 'nights', 'awkward', 'within']),
      who: text(raw.who),
      kind: oneOf(raw.kind, ['EDGE_OF_TERM', 'BESIDE_HALF_TERM', 'BANK_HOLIDAY', 'FAR_FRIDAY']),
    }),
  component: lazyRouteComponent(() => import('../../features/fairness/fairness'), 'Fairness'),
});
