import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { gatesBehindQuery } from '../../api/gates';
import { BehindDialog } from '../../parts/behind-dialog';
import { oneOf, said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';

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
    <BehindDialog
      query={row === undefined ? null : gatesBehindQuery(query)}
      told={({ title, items }) => ({
        title,
        items: items.map((item) => ({
          key: item.key,
          name: item.school,
          target: schoolTarget(item.urn),
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
