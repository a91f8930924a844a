import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { reviewSearch } from '../../features/review-panel/review-search';
import { rootRoute } from './root';

export const reviewPanelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan/reviews/$review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(
    () => import('../../features/review-panel/review-panel'),
    'ReviewPanel',
  ),
});
