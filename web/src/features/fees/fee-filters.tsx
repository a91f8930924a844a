import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FeesReport, FeesSearch } from '../../api/fees';
import { said } from '../../parts/search-params';
import classes from './fees.module.css';

const route = getRouteApi('/reports/fees');

/** The day looked at, and whose costs are shown: all in the address. */
export function FeeFilters({ report }: { report: FeesReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fees' });
  const change = (field: keyof FeesSearch, value: string) =>
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
      <Choice
        label="Term"
        all="All terms"
        value={search.term}
        options={report.terms.map(({ id, name }) => [id, name])}
        onChange={(value) => change('term', value)}
      />
      <Choice
        label="Region of the school"
        all="All regions"
        value={search.region}
        options={report.regions.map((region) => [region, region])}
        onChange={(value) => change('region', value)}
      />
      <Choice
        label="Lead Reviewer"
        all="Everybody"
        value={search.lead}
        options={report.leads.map(({ code, name }) => [code, name])}
        onChange={(value) => change('lead', value)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, all, value = '', options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{all}</option>
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </NativeSelect>
  );
}
