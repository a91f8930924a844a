import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { feesFile, feesQuery, type FeesReport } from '../../api/fees';
import { Card } from '../../parts/card';
import { FileButtons } from '../../parts/file-buttons';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import reportClasses from '../../parts/report/report.module.css';
import { said } from '../../parts/search-params';
import { CostPicture } from './cost-picture';
import { CostTable } from './cost-table';
import { CostsBehind } from './costs-behind';
import { FeeFilters } from './fee-filters';
import classes from './fees.module.css';
import { Mismatches } from './mismatches';
import { NO_FIGURE } from './shown';

const route = getRouteApi('/reports/fees');

/** What reviews cost: done and ahead, by term, region and person; and what does not agree. */
export function Fees() {
  const query = said({ ...route.useSearch(), ...NO_FIGURE, by: undefined });
  return (
    <LoadedPage
      title="Fees and costs"
      query={{ ...feesQuery(query), placeholderData: keepPreviousData }}
      what="the report of costs"
    >
      {(report) => (
        <Page
          title={report.title}
          lead={`${report.asAtWords} Every number opens the seats behind it.`}
          back={{ label: 'Reports', link: { to: '/reports' } }}
          actions={
            <>
              <Link to="/reports/fees/payroll" className={classes.link}>
                Payroll
              </Link>
              <span className={classes.seats}>
                Seat by seat
                <FileButtons file={(form) => feesFile(form, { ...query, table: 'seats' })} />
              </span>
            </>
          }
          wide
        >
          <FeeFilters report={report} />
          <Report report={report} query={query} />
          <CostsBehind />
        </Page>
      )}
    </LoadedPage>
  );
}

function Report({ report, query }: { report: FeesReport; query: Parameters<typeof feesQuery>[0] }) {
  const { by = 'terms' } = route.useSearch();
  const isEmpty = report.total.all.seats === 0;
  return (
    <div className={reportClasses.parts}>
      <section className={classes.summary} aria-label="In short">
        <div className={classes.half}>
          <p className={classes.headline}>
            <b>{report.headline}</b>
          </p>
          <p className={classes.quiet}>
            {report.tableWords}{' '}
            <Link to="/settings" search={{ part: 'rules' }} hash="fees">
              {report.isSet ? 'See or change the fees' : 'Enter the fees'}
            </Link>
          </p>
        </div>
        {!isEmpty && (
          <div className={classes.half}>
            <h2>By term</h2>
            <CostPicture report={report} />
          </div>
        )}
      </section>
      {isEmpty ? (
        <NothingToShow title="No paid seat yet">
          Once a plan gives people reviews, this says what they cost.
        </NothingToShow>
      ) : (
        <Card
          title="Costs"
          flush
          end={<FileButtons file={(form) => feesFile(form, { ...query, table: by })} />}
        >
          <CostTable report={report} by={by} />
        </Card>
      )}
      <Card
        title="What does not agree"
        aside={report.mismatches.length === 0 ? undefined : String(report.mismatches.length)}
        end={
          report.mismatches.length === 0 ? undefined : (
            <FileButtons file={(form) => feesFile(form, { ...query, table: 'mismatches' })} />
          )
        }
      >
        <Mismatches items={report.mismatches} />
      </Card>
    </div>
  );
}
