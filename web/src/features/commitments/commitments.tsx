import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { commitmentsFile, commitmentsQuery, type CommitmentsReport } from '../../api/commitments';
import { CauseBar } from '../../parts/cause-bar';
import { FileButtons } from '../../parts/file-buttons';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import reportClasses from '../../parts/report/report.module.css';
import { said } from '../../parts/search-params';
import { StandingTag } from '../../parts/standing-tag';
import { CommitmentsTable } from './commitments-table';
import classes from './commitments.module.css';
import { ReportFilters } from './report-filters';
import { ReviewsBehind } from './reviews-behind';
import { LimitsNote } from './limits-note';

const route = getRouteApi('/reports/commitments');

/** Who is on track for their reviews, who is not, and why. */
export function Commitments() {
  const query = said({ ...route.useSearch(), figure: undefined, who: undefined });
  return (
    <LoadedPage
      title="Commitments"
      query={{ ...commitmentsQuery(query), placeholderData: keepPreviousData }}
      what="the report of commitments"
    >
      {(report) => (
        <Page
          title={report.title}
          lead={`${report.asAtWords} Every number opens the reviews behind it.`}
          back={{ label: 'Reports', link: { to: '/reports' } }}
          actions={<FileButtons file={(form) => commitmentsFile(form, query)} />}
          wide
        >
          <ReportFilters report={report} />
          <Report report={report} />
          <ReviewsBehind />
        </Page>
      )}
    </LoadedPage>
  );
}

/** The figures whose reviews a cause is made of. */
const figuresOfCauses = {
  CANCELLED_BY_SCHOOL: 'cancelledLate',
  DECLINED: 'declined',
} as const;

function causeLink(cause: string, words: string) {
  const figure = Object.entries(figuresOfCauses).find(([known]) => known === cause)?.[1];
  if (figure === undefined) return null;
  return (
    <Link
      to="/reports/commitments"
      search={(before) => ({ ...before, figure })}
      resetScroll={false}
    >
      {words}
      <span className="sr">: show the reviews</span>
    </Link>
  );
}

function Report({ report }: { report: CommitmentsReport }) {
  if (report.rows.length === 0) {
    return (
      <NothingToShow title="Nobody has a commitment yet">
        Once Lead Reviewers have a contract, this says who is on track for their minimum, and why
        not.
      </NothingToShow>
    );
  }
  const { summary } = report;
  return (
    <div className={reportClasses.parts}>
      <section className={classes.summary} aria-label="In short">
        <div className={classes.half}>
          <p className={classes.headline}>
            <b>{report.headline}</b> {report.cannot}
          </p>
          {report.before !== null && <p className={classes.quiet}>{report.before.words}</p>}
          <ul className={classes.standings}>
            {summary.standings.map(({ standing, leads }) => (
              <li key={standing}>
                <b>{leads}</b>
                <StandingTag standing={standing} />
              </li>
            ))}
          </ul>
        </div>
        <div className={classes.half}>
          <h2>{report.causesHeadline}</h2>
          <p className={classes.quiet}>{report.causesWords}</p>
          <CauseBar parts={summary.causes} named linked={causeLink} />
        </div>
      </section>
      <CommitmentsTable report={report} />
      <p className={classes.quiet}>
        What happened to a seat is recorded on the person’s page, or many at once by{' '}
        <Link to="/imports">importing a file of seats</Link>.
      </p>
      <LimitsNote report={report} />
    </div>
  );
}
