import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { CoverageReport, CoverageSearch } from '../../api/coverage';
import { Choice } from '../../parts/report/choice';
import { MomentFilters } from '../../parts/report/moment-filters';
import { said } from '../../parts/search-params';

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
  const { academicYear } = report;
  return (
    <MomentFilters
      asAt={search.asAt ?? report.asAt}
      academicYear={academicYear}
      years={report.years}
      onChange={(chosen) => change('asAt' in chosen ? chosen : { ...chosen, term: undefined })}
    >
      <Choice
        label="Term"
        all="Whole year"
        value={report.term ?? undefined}
        options={report.terms.map(({ key, name }) => [key, name])}
        onChange={(term) => change({ term, academicYear })}
      />
      <Choice
        label="Region"
        all="All regions"
        value={search.region}
        options={report.regions.map((region) => [region, region])}
        onChange={(region) => change({ region })}
      />
      <Choice
        label="Phase"
        all="All phases"
        value={search.phase}
        options={report.phases.map(({ key, name }) => [key, name])}
        onChange={(phase) => change({ phase: phase as Search['phase'] })}
      />
      <Choice
        label="Cut by"
        value={report.by}
        options={report.cuts.map(({ key, name }) => [key, name])}
        onChange={(by) => change({ by: by as Search['by'] })}
      />
    </MomentFilters>
  );
}
