import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('../../features/reports/reports'), 'Reports'),
});

export const forecastRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/forecast',
  validateSearch: (raw: RawSearch) =>
    said({
      asAt: text(raw.asAt),
      knownAt: text(raw.knownAt),
      chance: oneOf(raw.chance, ['REACHED', 'BOOKED', 'CAN', 'NOT_TOGETHER', 'CANNOT']),
      limit: text(raw.limit),
      find: text(raw.find),
      lead: text(raw.lead),
    }),
  component: lazyRouteComponent(() => import('../../features/forecast/forecast'), 'Forecast'),
});

const FIGURES = [
  'offered',
  'led',
  'confirmedAhead',
  'awaitingAnswer',
  'declined',
  'cancelledLate',
  'cancelledInTime',
] as const;

const STANDINGS = ['BEHIND', 'AT_RISK', 'ON_TRACK', 'MET', 'EXCEEDED'] as const;

const moment = (raw: RawSearch) => ({
  academicYear: text(raw.academicYear),
  asAt: text(raw.asAt),
  knownAt: text(raw.knownAt),
});

export const commitmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/commitments',
  validateSearch: (raw: RawSearch) =>
    said({
      ...moment(raw),
      region: text(raw.region),
      standing: oneOf(raw.standing, STANDINGS),
      compareWith: text(raw.compareWith),
      /** The figure whose reviews are shown, and of whom; left out: of everybody. */
      figure: oneOf(raw.figure, FIGURES),
      /** The figure whose people are shown: of minimums, of what is to place, of a cause or of a standing. */
      people: oneOf(raw.people, [
        'minimum',
        'shortfall',
        'CANCELLED_BY_SCHOOL',
        'DECLINED',
        'TOO_FEW_DATES',
        'CONFLICTS_OR_CAPS',
        'NOT_OFFERED',
        ...STANDINGS,
      ]),
      who: text(raw.who),
      /** Whether only the reviews are shown by which the figure changed since the day compared with. */
      only: oneOf(raw.only, ['CHANGED']),
    }),
  component: lazyRouteComponent(
    () => import('../../features/commitments/commitments'),
    'Commitments',
  ),
});

export const leadCommitmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/commitments/leads/$lead',
  validateSearch: (raw: RawSearch) =>
    said({
      ...moment(raw),
      /** The seat whose form is open. */
      seat: text(raw.seat),
      /** The event that is corrected; left out: another one is recorded. */
      event: text(raw.event),
    }),
  component: lazyRouteComponent(
    () => import('../../features/lead-commitment/lead-commitment'),
    'LeadCommitment',
  ),
});
