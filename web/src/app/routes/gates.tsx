import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

const KINDS = [
  'CONTRACT',
  'DBS',
  'CODE_OF_CONDUCT',
  'SAFEGUARDING_POLICY',
  'EMPLOYER',
  'STANDING',
  'TRAINING',
] as const;

export const gatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/gates',
  validateSearch: (raw: RawSearch) =>
    said({
      academicYear: text(raw.academicYear),
      asAt: text(raw.asAt),
      knownAt: text(raw.knownAt),
      kind: oneOf(raw.kind, KINDS),
      term: text(raw.term),
      region: text(raw.region),
      /** The row whose reviews are shown, a person and what they lack; `all`: of everybody shown. */
      row: text(raw.row),
    }),
  component: lazyRouteComponent(() => import('../../features/gates/gates'), 'Gates'),
});
