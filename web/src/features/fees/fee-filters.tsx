import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FeesReport, FeesSearch } from '../../api/fees';
import { Choice } from '../../parts/report/choice';
import { MomentFilters } from '../../parts/report/moment-filters';
import { said } from '../../parts/search-params';

const route = getRouteApi('/reports/fees');

/** The day looked at, and whose costs are shown: all in the address. */
export function FeeFilters({ report }: { report: FeesReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fees' });
  const change = (more: { [Field in keyof FeesSearch]?: FeesSearch[Field] | undefined }) =>
    void navigate({ search: said({ ...search, ...more }), replace: true, resetScroll: false });
  return (
    <MomentFilters
      asAt={search.asAt ?? report.asAt}
      academicYear={report.academicYear}
      years={report.years}
      onChange={change}
    >
      <Choice
        label="Term"
        all="All terms"
        value={search.term}
        options={report.terms.map(({ id, name }) => [id, name])}
        onChange={(term) => change({ term })}
      />
      <Choice
        label="Region of the school"
        all="All regions"
        value={search.region}
        options={report.regions.map((region) => [region, region])}
        onChange={(region) => change({ region })}
      />
      <Choice
        label="Lead Reviewer"
        all="Everybody"
        value={search.lead}
        options={report.leads.map(({ code, name }) => [code, name])}
        onChange={(lead) => change({ lead })}
      />
    </MomentFilters>
  );
}
