import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { behindQuery } from '../../api/commitments';
import { BehindDialog } from '../../parts/behind-dialog';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import { NO_FIGURE, shownOf } from './shown';

const route = getRouteApi('/reports/commitments');

/** The reviews behind the figure that the address names, with what happened to each. */
export function ReviewsBehind() {
  const search = route.useSearch();
  const { figure, who, only } = search;
  const compareWith = only === 'CHANGED' ? search.compareWith : undefined;
  const query = said({ ...shownOf(search), compareWith, lead: who });
  const navigate = useNavigate({ from: '/reports/commitments' });
  return (
    <BehindDialog
      query={figure === undefined ? null : behindQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        items: items.map((seat) => ({
          key: seat.seat,
          name: seat.school,
          target: schoolTarget(seat.urn),
          words: `${seat.when}, ${seat.name}. ${seat.outcomeWords}.`,
          notes: [...seat.events.map(({ words }) => words), ...seat.corrections],
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
