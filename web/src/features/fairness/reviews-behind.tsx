import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { carriedReviewsQuery } from '../../api/fairness';
import { ReviewsDialog } from '../../parts/reviews-dialog';
import { said } from '../../parts/search-params';
import { NO_FIGURE, shownOf } from './shown';

const route = getRouteApi('/reports/fairness');

/** The reviews behind the figure that the address names, each with what it asks of the person. */
export function ReviewsBehind() {
  const search = route.useSearch();
  const { figure, who, kind } = search;
  const navigate = useNavigate({ from: '/reports/fairness' });
  const query = { ...shownOf(search), ...said({ lead: who, kind }) };
  return (
    <ReviewsDialog
      query={figure === undefined ? null : carriedReviewsQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        reviews: items.map((item) => ({
          key: `${item.review} ${item.lead} ${item.when}`,
          urn: item.urn,
          school: item.school,
          words: `${item.name}. ${item.when}. ${item.outcomeWords}.`,
          notes: item.notes,
        })),
      })}
      onClose={() =>
        void navigate({
          search: (before) => said({ ...before, ...NO_FIGURE }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
