import { TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { CommitmentsReport, CommitmentsSearch } from '../../api/commitments';
import { Choice } from '../../parts/report/choice';
import { MomentFilters } from '../../parts/report/moment-filters';
import { said } from '../../parts/search-params';

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
  return (
    <MomentFilters
      asAt={search.asAt ?? report.asAt}
      academicYear={report.academicYear}
      years={report.years}
      onChange={change}
    >
      <Choice
        label="Home region"
        all="All regions"
        value={search.region}
        options={report.regions.map((region) => [region, region])}
        onChange={(region) => change({ region })}
      />
      <Choice
        label="Standing"
        all="All"
        value={search.standing}
        options={report.summary.standings.map(({ standing, name }) => [standing, name])}
        onChange={(standing) => change({ standing })}
      />
      <TextInput
        type="date"
        label="Compare with"
        value={search.compareWith ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ compareWith: value === '' ? undefined : value })
        }
      />
    </MomentFilters>
  );
}
