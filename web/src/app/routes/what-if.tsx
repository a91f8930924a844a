import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

const moment = (raw: RawSearch) => ({ asAt: text(raw.asAt), knownAt: text(raw.knownAt) });

export const whatIfRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/what-if',
  validateSearch: (raw: RawSearch) =>
    /** The one that was just deleted, and can be put back. */
    said({ ...moment(raw), deleted: text(raw.deleted) }),
  component: lazyRouteComponent(() => import('../../features/what-if/scenarios'), 'Scenarios'),
});

export const newScenarioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/what-if/new',
  validateSearch: (raw: RawSearch) =>
    said({
      /** What the form begins with. */
      example: oneOf(raw.example, ['LEAVES', 'JOINS', 'SCHOOL_MOVES']),
      /** Whom the example is about: a code. */
      person: text(raw.person),
      /** The scenario that is duplicated. */
      copy: text(raw.copy),
    }),
  component: lazyRouteComponent(() => import('../../features/what-if/new-scenario'), 'NewScenario'),
});

export const compareScenariosRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/what-if/compare',
  validateSearch: (raw: RawSearch) =>
    said({ ...moment(raw), first: text(raw.first), second: text(raw.second) }),
  component: lazyRouteComponent(
    () => import('../../features/what-if/compare-scenarios'),
    'CompareScenarios',
  ),
});

export const scenarioRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/what-if/$scenario',
  validateSearch: (raw: RawSearch) =>
    said({
      ...moment(raw),
      form: oneOf(raw.form, ['open']),
      /** The figure whose reviews are shown. */
      figure: oneOf(raw.figure, [
        ...(['DUE_BEFORE', 'DUE_AFTER'] as const),
        ...(['COVERED_BEFORE', 'COVERED_AFTER', 'UNCOVERED_BEFORE', 'UNCOVERED_AFTER'] as const),
        ...(['LOST', 'GAINED', 'MOVED', 'FREED'] as const),
      ]),
      region: text(raw.region),
      who: text(raw.who),
      /** Which reviews and people the tables show. */
      reviews: oneOf(raw.reviews, ['LOST', 'GAINED', 'MOVED', 'ALL']),
      people: oneOf(raw.people, [
        'SHORT_BEFORE',
        'SHORT_AFTER',
        'FARTHER',
        'NEARER',
        'MOVES',
        'ALL',
      ]),
    }),
  component: lazyRouteComponent(() => import('../../features/what-if/scenario'), 'ScenarioPage'),
});
