import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FairnessReport } from '../../api/fairness';
import { Choice } from '../../parts/report/choice';
import { MomentFilters } from '../../parts/report/moment-filters';
import { said } from '../../parts/search-params';

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
  const { years, academicYear } = report;
  const before = years.length - years.indexOf(academicYear);
  const several = (['2', '3', '5', '10'] as const).filter((count) => Number(count) <= before);
  const choosePeriod = (value: string | undefined) =>
    change(
      value === undefined || /^\d+$/u.test(value)
        ? { term: undefined, years: several.find((count) => count === value) }
        : { term: value, years: undefined, academicYear },
    );
  return (
    <MomentFilters
      asAt={search.asAt ?? report.asAt}
      academicYear={academicYear}
      years={years}
      onChange={(chosen) => change('asAt' in chosen ? chosen : { ...chosen, term: undefined })}
    >
      <Choice
        label="Period"
        all="Whole year"
        value={report.term ?? (report.yearsBack === 1 ? undefined : String(report.yearsBack))}
        options={[
          ...report.terms.map(({ key, name }) => [key, name] as const),
          ...several.map((count) => [count, `${count} years up to it`] as const),
        ]}
        onChange={choosePeriod}
      />
      <Choice
        label="Home region"
        all="All regions"
        value={search.region}
        options={report.regions.map(({ name }) => [name, name])}
        onChange={(region) => change({ region })}
      />
    </MomentFilters>
  );
}
