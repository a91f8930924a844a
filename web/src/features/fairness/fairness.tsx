import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { fairnessFile, fairnessQuery, type FairnessReport } from '../../api/fairness';
import { Card } from '../../parts/card';
import { FileButtons } from '../../parts/file-buttons';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import reportClasses from '../../parts/report/report.module.css';
import classes from './fairness.module.css';
import { FairnessFilters } from './fairness-filters';
import { Figure } from './figure';
import { PeopleTable } from './people-table';
import { ReviewsBehind } from './reviews-behind';
import { shownOf } from './shown';
import { StripPlot } from './strip-plot';
import { Trend } from './trend';

const route = getRouteApi('/reports/fairness');

/** How evenly reviews, travel and awkward weeks are spread over people. */
export function Fairness() {
  const shown = shownOf(route.useSearch());
  return (
    <LoadedPage
      title="Fairness"
      query={{ ...fairnessQuery(shown), placeholderData: keepPreviousData }}
      what="the report of fairness"
    >
      {(report) => (
        <Page
          title={report.title}
          lead={`${report.asAtWords} Every number opens the reviews or people behind it.`}
          back={{ label: 'Reports', link: { to: '/reports' } }}
          actions={<FileButtons file={(form) => fairnessFile(form, shown)} />}
          wide
        >
          <FairnessFilters report={report} />
          <Report report={report} />
          <ReviewsBehind />
        </Page>
      )}
    </LoadedPage>
  );
}

function Report({ report }: { report: FairnessReport }) {
  const { number, kinds, trend } = report;
  if (number === null) {
    return (
      <NothingToShow title="Nothing to compare yet">
        No review has been offered yet. Once some are, this says how evenly they are spread.
      </NothingToShow>
    );
  }
  return (
    <div className={reportClasses.parts}>
      <section className={classes.summary} aria-label="In short">
        <div>
          <p className={classes.headline}>
            <b>{report.headline}</b>
          </p>
          <p className={classes.number1}>
            <b>
              <Figure
                count={number.percent}
                words={`${String(number.percent)}%`}
                figure="within"
                said={number.words}
              />
            </b>{' '}
            <span>{number.words}</span>
          </p>
          <p className={classes.quiet}>{report.furthestWords}</p>
        </div>
        <div>
          <h2>Travel</h2>
          <p>{report.travelWords}</p>
          <h2>Awkward weeks</h2>
          <p>{report.awkwardWords}</p>
          <ul className={classes.kinds}>
            {kinds.map(({ kind, name, seats }) => (
              <li key={kind}>
                <Figure count={seats} figure="awkward" kind={kind} said={name.toLowerCase()} />{' '}
                <span>{name}</span>
              </li>
            ))}
          </ul>
        </div>
      </section>
      <Card
        title="Load against commitment"
        aside="Each dot a person, by the region of the home: reviews above or below the fair share"
      >
        <StripPlot report={report} />
      </Card>
      {trend.length > 0 && (
        <Card title="Over terms" aside="Each term by itself, everybody together">
          <Trend trend={trend} />
        </Card>
      )}
      <PeopleTable report={report} />
      <p className={classes.note}>
        A fair share is all that is carried, in proportion to commitment. Carried are reviews led,
        accepted, or offered and not answered. Miles are road miles one way, added up. A review can
        be awkward for several reasons and counts once.
      </p>
    </div>
  );
}
