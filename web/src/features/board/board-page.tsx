import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { said } from '../../parts/search-params';
import { BoardScreen, type BoardSearch } from './board-screen';

const route = getRouteApi('/terms/$term/plans/$plan');

/** The plan board at its address: what is filtered and open stands in it. */
export function BoardPage() {
  const { term, plan } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const onSearch = useCallback(
    (changes: BoardSearch) =>
      void navigate({
        to: '/terms/$term/plans/$plan',
        params: { term, plan },
        search: said({ ...search, ...changes }),
        replace: true,
        resetScroll: false,
      }),
    [navigate, term, plan, search],
  );
  const onVersion = useCallback(
    (version: string) =>
      void navigate({
        to: '/terms/$term/plans/$plan',
        params: { term, plan: version },
        search,
        resetScroll: false,
      }),
    [navigate, term, search],
  );
  const goTo = useCallback((href: string) => void navigate({ href }), [navigate]);
  return (
    <BoardScreen
      key={plan}
      term={term}
      plan={plan}
      search={search}
      onSearch={onSearch}
      onVersion={onVersion}
      goTo={goTo}
    />
  );
}
