import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { gatesFile, gatesQuery, type GatesReport } from '../../api/gates';
import { FileButtons } from '../../parts/file-buttons';
import { Legend } from '../../parts/legend';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import reportClasses from '../../parts/report/report.module.css';
import { said } from '../../parts/search-params';
import { GateFilters } from './gate-filters';
import { GatesBehind } from './gates-behind';
import { GatesTable } from './gates-table';
import classes from './gates.module.css';

const route = getRouteApi('/reports/gates');

/** What runs out or is missing before reviews that people are booked for. */
export function Gates() {
  const query = said({ ...route.useSearch(), row: undefined });
  return (
    <LoadedPage
      title="Contracts and checks"
      query={{ ...gatesQuery(query), placeholderData: keepPreviousData }}
      what="the report of contracts and checks"
    >
      {(report) => (
        <Page
          title={report.title}
          lead={`${report.asAtWords} ${report.dueWords}`}
          back={{ label: 'Reports', link: { to: '/reports' } }}
          actions={<FileButtons file={(form) => gatesFile(form, query)} />}
          wide
        >
          <GateFilters report={report} />
          <Report report={report} />
          <GatesBehind />
        </Page>
      )}
    </LoadedPage>
  );
}

function Report({ report }: { report: GatesReport }) {
  const search = route.useSearch();
  const kinds = report.kinds.filter(({ people }) => people > 0);
  return (
    <div className={reportClasses.parts}>
      <section className={classes.summary} aria-label="In short">
        <p className={classes.headline}>
          <b>{report.headline}</b>
        </p>
        <ul className={classes.kinds}>
          {kinds.map(({ kind, name, people, reviews }) => (
            <li key={kind}>
              <Link
                to="."
                search={said({ ...search, kind: search.kind === kind ? undefined : kind })}
                replace
                resetScroll={false}
                aria-current={search.kind === kind || undefined}
              >
                <b>{people}</b> {name}
                <span>
                  {reviews === 0
                    ? 'no review booked'
                    : reviews === 1
                      ? '1 review booked'
                      : `${String(reviews)} reviews booked`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {report.rows.length === 0 ? (
        <NothingToShow title="Nothing runs out or is missing">
          Contracts, checks and training that end before a booked review are listed here.
        </NothingToShow>
      ) : (
        <div>
          <GatesTable report={report} />
          <Legend
            items={[
              { swatch: classes.open, words: 'Contract or check holds' },
              { swatch: classes.shut, words: 'Ended or missing' },
              { swatch: classes.booked, words: 'Booked review that is not covered' },
            ]}
          />
        </div>
      )}
    </div>
  );
}
