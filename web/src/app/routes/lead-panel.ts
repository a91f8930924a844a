import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { leadSearch } from '../../features/lead-panel/lead-search';
import { rootRoute } from './root';

export const leadPanelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan/leads/$lead',
  validateSearch: leadSearch,
  component: lazyRouteComponent(() => import('../../features/lead-panel/lead-panel'), 'LeadPanel'),
});
