import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { costsBehindQuery } from '../../api/fees';
import { ReviewsDialog } from '../../parts/reviews-dialog';
import { said } from '../../parts/search-params';

const route = getRouteApi('/reports/fees');

/** The field of the filter that a row of the table is about. */
const FIELD = { terms: 'term', regions: 'region', leads: 'lead' } as const;
const SEATS: Readonly<Record<string, string>> = {
  QUALITY_ASSURER: ', quality assurer',
  SHADOW: ', shadow',
};

/** The seats behind the amount that the address names, with how each amount came about. */
export function CostsBehind() {
  const { figure, row, by = 'terms', ...rest } = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fees' });
  const query = row === undefined ? rest : { ...rest, [FIELD[by]]: row };
  return (
    <ReviewsDialog
      query={figure === undefined ? null : costsBehindQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        reviews: items.map((seat) => ({
          key: seat.key,
          urn: seat.urn,
          school: seat.school,
          words: `${seat.amountWords}. ${seat.when}, ${seat.name}${SEATS[seat.role] ?? ''}. ${seat.stateWords}.`,
          notes: seat.parts.map(({ words }) => words),
        })),
      })}
      onClose={() =>
        void navigate({
          search: (before) => said({ ...before, figure: undefined, row: undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
