import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { said } from '../../parts/search-params';

const route = getRouteApi('/settings');

/** Opens and closes what is being changed; the address keeps which it is. */
export function useOpenSetting() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (more: { edit?: string | undefined; history?: string | undefined }) =>
    void navigate({
      to: '/settings',
      search: said({ ...search, ...more }),
      replace: true,
      resetScroll: false,
    });
  return {
    open: (key: string) => go({ edit: key, history: undefined }),
    close: () => go({ edit: undefined }),
    showHistory: (key: string | undefined) => go({ history: key }),
  };
}
