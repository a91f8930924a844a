import { Checkbox, NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { BalanceSearch, BalanceView } from '../../api/balance';
import { MomentFields } from '../../parts/report/known-by';
import { said } from '../../parts/search-params';
import classes from './balance.module.css';

const route = getRouteApi('/reports/balance');

/** The term or year looked at, and which rows are shown: all in the address. */
export function BalanceFilters({ view: { scope, scopes, balance } }: { view: BalanceView }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/balance' });
  const change = (more: { [Field in keyof BalanceSearch]?: BalanceSearch[Field] | undefined }) =>
    void navigate({ search: said({ ...search, ...more }), replace: true, resetScroll: false });
  const chosen = (value: string) => (value === '' ? undefined : value);
  return (
    <div className={classes.filters} role="group" aria-label="What is shown">
      <MomentFields />
      <NativeSelect
        label="For"
        value={scope.id}
        onChange={({ currentTarget }) => change({ scope: currentTarget.value })}
      >
        {scopes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {balance !== null && (
        <>
          <NativeSelect
            label="Region"
            value={search.region ?? ''}
            onChange={({ currentTarget }) => change({ region: chosen(currentTarget.value) })}
          >
            <option value="">All regions</option>
            {balance.regions.map(({ region }) => (
              <option key={region}>{region}</option>
            ))}
          </NativeSelect>
          <NativeSelect
            label="Specialism"
            value={search.specialism ?? ''}
            onChange={({ currentTarget }) => change({ specialism: chosen(currentTarget.value) })}
          >
            <option value="">All specialisms</option>
            {(['PHASE', 'NEED'] as const).map((kind) => (
              <optgroup key={kind} label={kind === 'PHASE' ? 'Phases' : 'SEND needs'}>
                {balance.specialisms
                  .filter((each) => each.kind === kind)
                  .map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </NativeSelect>
          <Checkbox
            className={classes.only}
            label="Only where some have no lead"
            checked={search.only === 'WITHOUT'}
            onChange={({ currentTarget }) =>
              change({ only: currentTarget.checked ? 'WITHOUT' : undefined })
            }
          />
        </>
      )}
    </div>
  );
}
