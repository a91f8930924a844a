import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, said, text } from '../../parts/search-params';
import { rootRoute } from './root';

export const feesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/fees',
  validateSearch: (raw: RawSearch) =>
    said({
      academicYear: text(raw.academicYear),
      asAt: text(raw.asAt),
      knownAt: text(raw.knownAt),
      term: text(raw.term),
      region: text(raw.region),
      lead: text(raw.lead),
      /** What the table has a row for; left out: terms. */
      by: oneOf(raw.by, ['terms', 'regions', 'leads']),
      /** The figure whose seats are shown, and of which row; left out: of all. */
      figure: oneOf(raw.figure, ['DONE', 'ACCEPTED', 'OFFERED', 'PLANNED', 'all', 'unknown']),
      row: text(raw.row),
      /** What the row is one of, where the table has rows for something else. */
      rowOf: oneOf(raw.rowOf, ['terms']),
    }),
  component: lazyRouteComponent(() => import('../../features/fees/fees'), 'Fees'),
});

export const payrollRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/fees/payroll',
  validateSearch: (raw: RawSearch) =>
    said({
      upTo: text(raw.upTo),
      /** `false`: what was paid before is left as it is. */
      corrections: oneOf(raw.corrections, ['false']),
      /** The batch whose lines are shown. */
      batch: text(raw.batch),
      /** Every line, not only the first. */
      list: oneOf(raw.list, ['all']),
    }),
  component: lazyRouteComponent(() => import('../../features/payroll/payroll'), 'PayrollPage'),
});
