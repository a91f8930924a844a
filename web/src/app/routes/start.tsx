import { createRoute, redirect } from '@tanstack/react-router';
import { todayQuery } from '../../api/terms';
import { Empty } from '../../parts/states';
import { Page } from '../../parts/page';
import { queryClient } from '../query-client';
import { keptTerm } from '../kept-term';
import { rootRoute } from './root';

/** The first page is the term that was looked at last, else the one being planned. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: async () => {
    const { plannedTerm, terms } = await queryClient.ensureQueryData(todayQuery);
    const kept = keptTerm();
    const term = terms.some(({ id }) => id === kept) ? kept : plannedTerm;
    if (term !== undefined && term !== null) {
      throw redirect({ to: '/terms/$term', params: { term }, replace: true });
    }
  },
  component: NoTerms,
});

function NoTerms() {
  return (
    <Page title="QA Review schedule">
      <Empty title="There are no terms yet">
        Open an academic year with its three terms first, or load the sample partnership with npm
        run demo.
      </Empty>
    </Page>
  );
}
