import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { GatesReport, GatesSearch } from '../../api/gates';
import { Choice } from '../../parts/report/choice';
import { MomentFilters } from '../../parts/report/moment-filters';
import { said } from '../../parts/search-params';

const route = getRouteApi('/reports/gates');

/** The day looked at, and what is shown: all in the address. */
export function GateFilters({ report }: { report: GatesReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/gates' });
  const change = (more: { [Field in keyof GatesSearch]?: GatesSearch[Field] | undefined }) =>
    void navigate({ search: said({ ...search, ...more }), replace: true, resetScroll: false });
  return (
    <MomentFilters
      asAt={search.asAt ?? report.asAt}
      academicYear={report.academicYear}
      years={report.years}
      onChange={change}
    >
      <Choice
        label="What"
        all="Everything"
        value={search.kind}
        options={report.kinds.map(({ kind, name }) => [kind, name])}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label="Booked in"
        all="Any term, or not booked"
        value={search.term}
        options={report.terms.map(({ id, name }) => [id, name])}
        onChange={(term) => change({ term })}
      />
      <Choice
        label="Home region"
        all="All regions"
        value={search.region}
        options={report.regions.map((region) => [region, region])}
        onChange={(region) => change({ region })}
      />
    </MomentFilters>
  );
}
