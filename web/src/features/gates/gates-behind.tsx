import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { gatesBehindQuery } from '../../api/gates';
import { ReviewsDialog } from '../../parts/reviews-dialog';
import { oneOf, said } from '../../parts/search-params';

const route = getRouteApi('/reports/gates');
const KINDS = [
  'CONTRACT',
  'DBS',
  'CODE_OF_CONDUCT',
  'SAFEGUARDING_POLICY',
  'EMPLOYER',
  'STANDING',
  'TRAINING',
] as const;

/** The booked reviews behind a row of the table. */
export function GatesBehind() {
  const { row, ...rest } = route.useSearch();
  const navigate = useNavigate({ from: '/reports/gates' });
  const [lead, kind] = row?.split(' ') ?? [];
  const query = said({ ...rest, lead, kind: oneOf(kind, KINDS) });
  return (
    <ReviewsDialog
      query={row === undefined ? null : gatesBehindQuery(query)}
      told={({ title, items }) => ({
        title,
        reviews: items.map((item) => ({
          key: item.key,
          urn: item.urn,
          school: item.school,
          words: `${item.when}, ${item.name}. ${item.stateWords}.`,
          notes: item.words,
        })),
      })}
      onClose={() =>
        void navigate({
          search: (before) => said({ ...before, row: undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
