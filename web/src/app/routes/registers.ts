import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { fields, type RawSearch } from '../../parts/search-params';
import { rootRoute } from './root';

/** The registers of a term: their fields are those of the columns that they show. */

export const reviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/reviews',
  validateSearch: (raw: RawSearch) => fields(raw),
  component: lazyRouteComponent(
    () => import('../../features/reviews-register/reviews-register'),
    'ReviewsRegisterPage',
  ),
});

export const leadsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/leads',
  validateSearch: (raw: RawSearch) => fields(raw),
  component: lazyRouteComponent(
    () => import('../../features/leads-register/leads-register'),
    'LeadsRegisterPage',
  ),
});

export const availabilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/availability',
  validateSearch: (raw: RawSearch) => fields(raw),
  component: lazyRouteComponent(
    () => import('../../features/availability-register/availability-register'),
    'AvailabilityRegisterPage',
  ),
});
