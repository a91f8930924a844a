import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  coverageFile,
  coverageQuery,
  type CoverageReport,
  type CoverageSearch,
} from '../../api/coverage';
import { Card } from '../../parts/card';
import { FileButtons } from '../../parts/file-buttons';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import reportClasses from '../../parts/report/report.module.css';
import { ChangesTable } from './changes-table';
import classes from './coverage.module.css';
import { CoverageFilters } from './coverage-filters';
import { Figure } from './figure';
import { GroupsTable } from './groups-table';
import { NoticeBars } from './notice-bars';
import { LeftSchools } from './left-schools';
import { ReviewsBehind } from './reviews-behind';
import { shownOf } from './shown';
import { StageBar, StageLegend } from './stage-bar';

const route = getRouteApi('/reports/coverage');

/** How far the reviews of a year have come, where none is covered, and how much notice everybody had. */
export function Coverage() {
  const shown = shownOf(route.useSearch());
  return (
    <LoadedPage
      title="Coverage"
      query={{ ...coverageQuery(shown), placeholderData: keepPreviousData }}
      what="the report of coverage"
    >
      {(report) => (
        <Page
          title={report.title}
          lead={`${report.asAtWords} Every number opens the reviews or schools behind it.`}
          back={{ label: 'Reports', link: { to: '/reports' } }}
          actions={<FileButtons file={(form) => coverageFile(form, shown)} />}
          wide
        >
          <CoverageFilters report={report} />
          <Report report={report} shown={shown} />
          <ReviewsBehind />
        </Page>
      )}
    </LoadedPage>
  );
}

function Report({ report, shown }: { report: CoverageReport; shown: CoverageSearch }) {
  const { total, members, notice, changes } = report;
  if (total.due === 0 && members === 0) {
    return (
      <NothingToShow title="No review is due yet">
        Once the year’s reviews are opened, this says how far they have come and which schools are
        left.
      </NothingToShow>
    );
  }
  return (
    <div className={reportClasses.parts}>
      <section className={classes.summary} aria-label="In short">
        <p className={classes.headline}>
          <b>{report.headline}</b> {report.stagesWords}
        </p>
        <StageBar figures={total} tall />
        <StageLegend />
        <div className={classes.quiet}>
          <p>{report.publishingWords}</p>
          {report.drafts.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      </section>
      <GroupsTable report={report} />
      <div className={classes.pair}>
        <Card title="Notice before the first day">
          <p>{notice.words}</p>
          {notice.medianDays !== null && (
            <dl className={classes.facts}>
              <Fact name="In the middle">
                <Noticed reviews={notice.reviews} days={notice.medianDays} said="in the middle" />
              </Fact>
              <Fact name="Shortest">
                <Noticed reviews={notice.reviews} days={notice.shortestDays ?? 0} said="at least" />
              </Fact>
              <Fact name="Less than four weeks">
                <Figure count={notice.short} figure="shortNotice" said="with short notice" />
              </Fact>
              <Fact name="Reviews counted">
                <Figure count={notice.reviews} figure="noticed" said="counted" />
              </Fact>
            </dl>
          )}
          {notice.reviews > 0 && <NoticeBars spans={notice.spans} />}
        </Card>
        <Card
          title="Changes after publication"
          end={
            changes.total > 0 && (
              <FileButtons file={(form) => coverageFile(form, { ...shown, table: 'changes' })} />
            )
          }
        >
          <p>{changes.words}</p>
          {changes.total > 0 && <ChangesTable changes={changes} />}
        </Card>
      </div>
      <LeftSchools report={report} />
    </div>
  );
}

/** Days of notice, found among all the reviews that are counted. */
function Noticed({ reviews, days, said }: { reviews: number; days: number; said: string }) {
  return <Figure count={reviews} words={`${String(days)} days`} figure="noticed" said={said} />;
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
