import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { GatesReport, GatesSearch } from '../../api/gates';
import { said } from '../../parts/search-params';
import classes from './gates.module.css';

const route = getRouteApi('/reports/gates');

/** The day looked at, and what is shown: all in the address. */
export function GateFilters({ report }: { report: GatesReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/gates' });
  const change = (field: keyof GatesSearch, value: string) =>
    void navigate({
      search: said({ ...search, [field]: value === '' ? undefined : value }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className={classes.filters} role="group" aria-label="What the report shows">
      <TextInput
        type="date"
        label="As at"
        value={search.asAt ?? report.asAt}
        onChange={({ currentTarget }) => change('asAt', currentTarget.value)}
      />
      {report.years.length > 1 && (
        <NativeSelect
          label="Year"
          value={report.academicYear}
          data={report.years}
          onChange={({ currentTarget }) => change('academicYear', currentTarget.value)}
        />
      )}
      <NativeSelect
        label="What"
        value={search.kind ?? ''}
        onChange={({ currentTarget }) => change('kind', currentTarget.value)}
      >
        <option value="">Everything</option>
        {report.kinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Booked in"
        value={search.term ?? ''}
        onChange={({ currentTarget }) => change('term', currentTarget.value)}
      >
        <option value="">Any term, or not booked</option>
        {report.terms.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Home region"
        value={search.region ?? ''}
        onChange={({ currentTarget }) => change('region', currentTarget.value)}
      >
        <option value="">All regions</option>
        {report.regions.map((region) => (
          <option key={region}>{region}</option>
        ))}
      </NativeSelect>
    </div>
  );
}
