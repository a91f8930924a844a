import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch: (raw: RawSearch) =>
    said({
      part: oneOf(raw.part, ['calendars', 'rules', 'policies', 'columns', 'changes']),
      year: text(raw.year),
      calendar: text(raw.calendar),
      shown: oneOf(raw.shown, ['table']),
      edit: text(raw.edit),
      history: text(raw.history),
      about: text(raw.about),
      before: text(raw.before),
    }),
  component: lazyRouteComponent(() => import('../../features/settings/settings'), 'Settings'),
});
