import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { list, oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const planBoardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/terms/$term/plans/$plan',
  validateSearch: (raw: RawSearch) =>
    said({
      /** The review whose panel is open. */
      review: text(raw.review),
      /** Which list its panel shows. */
      tab: oneOf(raw.tab, ['lead', 'window', 'swap']),
      /** Part of a person's or a school's name. */
      find: text(raw.find),
      regions: list(raw.regions)?.join(','),
      needs: list(raw.needs)?.join(','),
      view: oneOf(raw.view, ['board', 'list']),
    }),
  component: lazyRouteComponent(() => import('../../features/board/board-page'), 'BoardPage'),
});
