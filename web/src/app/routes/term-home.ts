import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root';

export const termHomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term',
  component: lazyRouteComponent(() => import('../../features/term-home/term-home'), 'TermHome'),
});
