import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said } from '../../parts/search-params';
import { rootRoute } from './root';

export const runCourseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/runs/$run',
  validateSearch: (raw: RawSearch) => said({ shown: oneOf(raw.shown, ['earlier']) }),
  component: lazyRouteComponent(() => import('../../features/run/run-course'), 'RunCourse'),
});
