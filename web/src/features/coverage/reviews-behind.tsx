import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { coveredReviewsQuery } from '../../api/coverage';
import { ReviewsDialog } from '../../parts/reviews-dialog';
import { said } from '../../parts/search-params';
import { NO_FIGURE, shownOf } from './shown';

const route = getRouteApi('/reports/coverage');

/** The reviews behind the figure that the address names. */
export function ReviewsBehind() {
  const search = route.useSearch();
  const { figure, group, span, causedBy, change } = search;
  const navigate = useNavigate({ from: '/reports/coverage' });
  const query = { ...shownOf(search), ...said({ group, span, causedBy, change }) };
  return (
    <ReviewsDialog
      query={figure === undefined ? null : coveredReviewsQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        reviews: items.map((item, place) => ({
          key: `${item.review} ${String(place)}`,
          urn: item.urn,
          school: item.school,
          words: `${item.when}. ${item.stageWords}. ${item.region}${item.term === null ? '' : `, ${item.term}`}.`,
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
