import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { CoverageReport, CoverageSearch } from '../../api/coverage';
import { said } from '../../parts/search-params';
import classes from './coverage.module.css';

const route = getRouteApi('/reports/coverage');
type Search = CoverageSearch;

/** The day looked at, which reviews, and by what they are cut: all in the address. */
export function CoverageFilters({ report }: { report: CoverageReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/coverage' });
  const change = (more: { [Field in keyof Search]?: Search[Field] | undefined }) =>
    void navigate({
      search: said({ ...search, reason: undefined, list: undefined, groups: undefined, ...more }),
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
          onChange={({ currentTarget }) =>
            change({ academicYear: currentTarget.value, term: undefined })
          }
        />
      )}
      <NativeSelect
        label="Term"
        value={report.term ?? ''}
        onChange={({ currentTarget }) =>
          change({ term: chosen(currentTarget.value), academicYear: report.academicYear })
        }
      >
        <option value="">Whole year</option>
        {report.terms.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Region"
        value={search.region ?? ''}
        onChange={({ currentTarget }) => change({ region: chosen(currentTarget.value) })}
      >
        <option value="">All regions</option>
        {report.regions.map((region) => (
          <option key={region}>{region}</option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Phase"
        value={search.phase ?? ''}
        onChange={({ currentTarget }) =>
          change({ phase: chosen(currentTarget.value) as Search['phase'] })
        }
      >
        <option value="">All phases</option>
        {report.phases.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Cut by"
        value={report.by}
        onChange={({ currentTarget }) => change({ by: currentTarget.value as Search['by'] })}
      >
        {report.cuts.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
