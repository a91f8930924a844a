import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports',
  validateSearch: (raw: RawSearch) =>
    said({ file: text(raw.file), kinds: text(raw.kinds), after: text(raw.after) }),
  component: lazyRouteComponent(() => import('../../features/imports/imports'), 'Imports'),
});

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/imports/$import',
  validateSearch: (raw: RawSearch) =>
    said({
      show: oneOf(raw.show, ['create', 'update', 'remove', 'unchanged', 'refused']),
      kind: text(raw.kind),
      column: text(raw.column),
      text: text(raw.text),
      from: text(raw.from),
    }),
  component: lazyRouteComponent(() => import('../../features/imports/import-page'), 'ImportPage'),
});
