import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const coverageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/coverage',
  validateSearch: (raw: RawSearch) =>
    said({
      academicYear: text(raw.academicYear),
      asAt: text(raw.asAt),
      knownAt: text(raw.knownAt),
      term: text(raw.term),
      region: text(raw.region),
      phase: oneOf(raw.phase, [
        'SPECIAL',
        'ALTERNATIVE_PROVISION',
        'NURSERY',
        'PRIMARY',
        'SECONDARY',
        'ALL_THROUGH',
        'POST_16',
        'NOT_KNOWN',
      ]),
      by: oneOf(raw.by, ['REGION', 'PHASE', 'NEED', 'TRUST', 'AUTHORITY', 'TERM']),
      /** The figure whose reviews, or schools, are shown, of which group; of notice: of which span; of changes: by whom and of which kind. */
      figure: oneOf(raw.figure, [
        'due',
        'covered',
        'published',
        'accepted',
        'done',
        'notCovered',
        'postponed',
        'cancelled',
        'noticed',
        'shortNotice',
        'changed',
        'members',
      ]),
      group: text(raw.group),
      span: oneOf(raw.span, ['WEEKS_0', 'WEEKS_2', 'WEEKS_4', 'WEEKS_6', 'WEEKS_8', 'WEEKS_12']),
      causedBy: oneOf(raw.causedBy, ['SCHOOL', 'LEAD_REVIEWER', 'PROGRAMME']),
      change: oneOf(raw.change, [
        'NEW_LEAD',
        'NEW_SLOT',
        'NEW_LEAD_AND_SLOT',
        'NO_LEAD',
        'CALLED_OFF',
      ]),
      /** Which of the schools that are left are listed, and whether all of them. */
      reason: oneOf(raw.reason, [
        'NO_REVIEW',
        'CANCELLED',
        'POSTPONED',
        'YEAR_OVER',
        'LEAD_LOST',
        'SEAT_MISSING',
        'NO_TERM',
        'WINDOWS_NOT_KNOWN',
        'NOT_PLACED',
      ]),
      list: oneOf(raw.list, ['all']),
      /** Whether all trusts or authorities are shown. */
      groups: oneOf(raw.groups, ['all']),
    }),
  component: lazyRouteComponent(() => import('../../features/coverage/coverage'), 'Coverage'),
});
