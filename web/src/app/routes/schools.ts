import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { fields, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const schoolsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools',
  validateSearch: (raw: RawSearch) => fields(raw),
  // Links name a school by this field as well.
  beforeLoad: ({ search }) => {
    if (search.school !== undefined) {
      throw redirect({ to: '/schools/$urn', params: { urn: search.school }, replace: true });
    }
  },
  component: lazyRouteComponent(
    () => import('../../features/schools-register/schools-register'),
    'SchoolsRegisterPage',
  ),
});

export const schoolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schools/$urn',
  validateSearch: (raw: RawSearch) => said({ term: text(raw.term) }),
  component: lazyRouteComponent(() => import('../../features/school/school-page'), 'SchoolPage'),
});
