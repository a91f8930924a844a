import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { costsBehindQuery } from '../../api/fees';
import { BehindDialog } from '../../parts/behind-dialog';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/fees');

/** The field of the filter that a row of the table is about. */
const FIELD = { terms: 'term', regions: 'region', leads: 'lead' } as const;
const SEATS: Readonly<Record<string, string>> = {
  QUALITY_ASSURER: ', quality assurer',
  SHADOW: ', shadow',
};

/** The seats behind the amount that the address names, with how each amount came about. */
export function CostsBehind() {
  const { figure, row, by = 'terms', rowOf = by, ...rest } = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fees' });
  const query = row === undefined ? rest : { ...rest, [FIELD[rowOf]]: row };
  return (
    <BehindDialog
      query={figure === undefined ? null : costsBehindQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        items: items.map((seat) => ({
          key: seat.key,
          name: seat.school,
          target: schoolTarget(seat.urn),
          words: `${seat.amountWords}. ${seat.when}, ${seat.name}${SEATS[seat.role] ?? ''}. ${seat.stateWords}.`,
          notes: seat.parts.map(({ words }) => words),
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
