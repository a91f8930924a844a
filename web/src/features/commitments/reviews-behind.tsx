import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { behindQuery } from '../../api/commitments';
import { ReviewsDialog } from '../../parts/reviews-dialog';
import { said } from '../../parts/search-params';

const route = getRouteApi('/reports/commitments');

/** The reviews behind the figure that the address names, with what happened to each. */
export function ReviewsBehind() {
  const { figure, who, ...rest } = route.useSearch();
  const query = said({ ...rest, compareWith: undefined, lead: who });
  const navigate = useNavigate({ from: '/reports/commitments' });
  return (
    <ReviewsDialog
      query={figure === undefined ? null : behindQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        reviews: items.map((seat) => ({
          key: seat.seat,
          urn: seat.urn,
          school: seat.school,
          words: `${seat.when}, ${seat.name}. ${seat.outcomeWords}.`,
          notes: [...seat.events.map(({ words }) => words), ...seat.corrections],
        })),
      })}
      onClose={() =>
        void navigate({
          search: (before) => said({ ...before, figure: undefined, who: undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
