import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FairnessReport } from '../../api/fairness';
import { said } from '../../parts/search-params';
import classes from './fairness.module.css';

const route = getRouteApi('/reports/fairness');

/** The day looked at, the period, and whose home is where: all in the address. */
export function FairnessFilters({ report }: { report: FairnessReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fairness' });
  const change = (more: { [Field in keyof typeof search]?: (typeof search)[Field] | undefined }) =>
    void navigate({
      search: said({ ...search, list: undefined, ...more }),
      replace: true,
      resetScroll: false,
    });
  const chosen = (value: string) => (value === '' ? undefined : value);
  const { years, academicYear } = report;
  const before = years.length - years.indexOf(academicYear);
  const several = (['2', '3', '5', '10'] as const).filter((count) => Number(count) <= before);
  const choosePeriod = (value: string) =>
    change(
      /^\d*$/u.test(value)
        ? { term: undefined, years: several.find((count) => count === value) }
        : { term: value, years: undefined, academicYear },
    );
  return (
    <div className={classes.filters} role="group" aria-label="What the report shows">
      <TextInput
        type="date"
        label="As at"
        value={search.asAt ?? report.asAt}
        onChange={({ currentTarget }) => change({ asAt: chosen(currentTarget.value) })}
      />
      {years.length > 1 && (
        <NativeSelect
          label="Year"
          value={academicYear}
          data={years}
          onChange={({ currentTarget }) =>
            change({ academicYear: currentTarget.value, term: undefined })
          }
        />
      )}
      <NativeSelect
        label="Period"
        value={report.term ?? (report.yearsBack === 1 ? '' : String(report.yearsBack))}
        onChange={({ currentTarget }) => choosePeriod(currentTarget.value)}
      >
        <option value="">Whole year</option>
        {report.terms.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
        {several.map((count) => (
          <option key={count} value={count}>
            {count} years up to it
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label="Home region"
        value={search.region ?? ''}
        onChange={({ currentTarget }) => change({ region: chosen(currentTarget.value) })}
      >
        <option value="">All regions</option>
        {report.regions.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </NativeSelect>
    </div>
  );
}
