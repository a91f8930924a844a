import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { balanceBehindQuery } from '../../api/balance';
import { BehindDialog } from '../../parts/behind-dialog';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';

const route = getRouteApi('/reports/balance');

/** The reviews behind the figure that the address names. */
export function ReviewsBehind() {
  const { figure, inRegion, inNeed, scope, asAt, knownAt } = route.useSearch();
  const navigate = useNavigate({ from: '/reports/balance' });
  const query = said({ scope, asAt, knownAt, region: inRegion, specialism: inNeed });
  return (
    <BehindDialog
      query={figure === undefined ? null : balanceBehindQuery({ ...query, figure })}
      told={({ title, items }) => ({
        title,
        items: items.map(({ review, urn, school, region, asks, words }) => ({
          key: review,
          name: school,
          target: schoolTarget(urn),
          words: `${region}. ${asks}. ${words}`,
        })),
      })}
      onClose={() =>
        void navigate({
          search: (before) =>
            said({ ...before, figure: undefined, inRegion: undefined, inNeed: undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
