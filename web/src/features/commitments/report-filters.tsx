import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { CommitmentsReport, CommitmentsSearch } from '../../api/commitments';
import { said } from '../../parts/search-params';
import classes from './commitments.module.css';

const route = getRouteApi('/reports/commitments');
type Search = CommitmentsSearch;

/** The day looked at, whom to show, and the day to compare with: all in the address. */
export function ReportFilters({ report }: { report: CommitmentsReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/commitments' });
  const change = (more: { [Field in keyof Search]?: Search[Field] | undefined }) =>
    void navigate({
      search: said({ ...search, ...more }),
      replace: true,
      resetScroll: false,
    });
  const chosen = (value: string) => (value === '' ? undefined : value);
  return (
    <div className={classes.filters} role="group" aria-label="What the report shows">
      <TextInput
        type="date"
        label="As at"
        value={search.asAt ?? report.asAt}
        onChange={({ currentTarget }) => change({ asAt: chosen(currentTarget.value) })}
      />
      {report.years.length > 1 && (
        <NativeSelect
          label="Year"
          value={report.academicYear}
          data={report.years}
          onChange={({ currentTarget }) => change({ academicYear: currentTarget.value })}
        />
      )}
      <NativeSelect
        label="Home region"
        value={search.region ?? ''}
        onChange={({ currentTarget }) => change({ region: chosen(currentTarget.value) })}
      >
        <option value="">All regions</option>
        {report.regions.map((region) => (
          <option key={region}>{region}</option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Standing"
        value={search.standing ?? ''}
        onChange={({ currentTarget }) =>
          change({ standing: chosen(currentTarget.value) as Search['standing'] })
        }
      >
        <option value="">All</option>
        {report.summary.standings.map(({ standing, name }) => (
          <option key={standing} value={standing}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        type="date"
        label="Compare with"
        value={search.compareWith ?? ''}
        onChange={({ currentTarget }) => change({ compareWith: chosen(currentTarget.value) })}
      />
    </div>
  );
}
