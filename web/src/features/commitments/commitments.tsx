import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { commitmentsFile, commitmentsQuery, type CommitmentsReport } from '../../api/commitments';
import { CauseBar } from '../../parts/cause-bar';
import { FileButtons } from '../../parts/file-buttons';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import reportClasses from '../../parts/report/report.module.css';
import { StandingTag } from '../../parts/standing-tag';
import { CommitmentsTable } from './commitments-table';
import classes from './commitments.module.css';
import { LimitsNote } from './limits-note';
import { PeopleBehind } from './people-behind';
import { PeopleFigure } from './people-figure';
import { ReportFilters } from './report-filters';
import { ReviewsBehind } from './reviews-behind';
import { shownOf } from './shown';

const route = getRouteApi('/reports/commitments');

/** Who is on track for their reviews, who is not, and why. */
export function Commitments() {
  const query = shownOf(route.useSearch());
  return (
    <LoadedPage
      title="Commitments"
      query={{ ...commitmentsQuery(query), placeholderData: keepPreviousData }}
      what="the report of commitments"
    >
      {(report) => (
        <Page
          title={report.title}
          lead={`${report.asAtWords} Every number opens the reviews or people behind it.`}
          back={{ label: 'Reports', link: { to: '/reports' } }}
          actions={<FileButtons file={(form) => commitmentsFile(form, query)} />}
          wide
        >
          <ReportFilters report={report} />
          <Report report={report} />
          <ReviewsBehind />
          <PeopleBehind />
        </Page>
      )}
    </LoadedPage>
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
            {summary.standings.map(({ standing, name, leads }) => (
              <li key={standing}>
                <b>
                  <PeopleFigure people={standing} count={leads} said={name.toLowerCase()} />
                </b>
                <StandingTag standing={standing} />
              </li>
            ))}
          </ul>
        </div>
        <div className={classes.half}>
          <h2>{report.causesHeadline}</h2>
          <p className={classes.quiet}>{report.causesWords}</p>
          <CauseBar parts={summary.causes} named linked={(part) => <CauseFigure {...part} />} />
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

function CauseFigure({ cause, reviews, name }: CommitmentsReport['summary']['causes'][number]) {
  return (
    <>
      <b>
        <PeopleFigure people={cause} count={reviews} said={name.toLowerCase()} />
      </b>{' '}
      {name}
    </>
  );
}
