import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { termlyQuery, type TermlyReport } from '../../api/termly';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Choice } from '../../parts/report/choice';
import { MomentFilters } from '../../parts/report/moment-filters';
import { said } from '../../parts/search-params';
import { Section } from './section';
import classes from './termly.module.css';

const route = getRouteApi('/reports/termly');
const back = { label: 'Reports', link: { to: '/reports' } } as const;

/** A term on two pages, on the screen as it is printed. */
export function Termly() {
  const search = route.useSearch();
  return (
    <LoadedPage
      title="Termly report"
      back={back}
      query={{ ...termlyQuery(search), placeholderData: keepPreviousData }}
      what="the termly report"
    >
      {(report) => (
        <Page
          title={report.title}
          back={back}
          lead={`${report.asAtWords}${report.synthetic ? ' The people are invented, for demonstration.' : ''}`}
          actions={
            <Button
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              Print or save as PDF
            </Button>
          }
        >
          <Choices report={report} />
          <Sheets report={report} />
        </Page>
      )}
    </LoadedPage>
  );
}

function Choices({ report }: { report: TermlyReport }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (more: { term?: string | undefined; asAt?: string | undefined }) =>
    void navigate({ search: said({ ...search, ...more }), replace: true, resetScroll: false });
  return (
    <MomentFilters
      asAt={search.asAt ?? report.asAt}
      academicYear={report.academicYear}
      years={[]}
      onChange={change}
    >
      <Choice
        label="Term"
        value={report.term}
        options={report.terms.map(({ id, name }) => [id, name])}
        onChange={(term) => change({ term })}
      />
    </MomentFilters>
  );
}

/** Sections of the first sheet; the others follow on the second. */
const onFirstSheet = ['coverage', 'commitments'];

function Sheets({ report }: { report: TermlyReport }) {
  const { sections, summary } = report;
  const first = sections.filter(({ key }) => onFirstSheet.includes(key));
  const second = sections.filter(({ key }) => !onFirstSheet.includes(key));
  return (
    <div className={classes.sheets}>
      <article className={classes.sheet} aria-label="First page">
        <section aria-labelledby="summary">
          <h2 id="summary">In short</h2>
          <ul className={classes.summary}>
            {summary.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
        {first.map((section) => (
          <Section key={section.key} section={section} />
        ))}
      </article>
      <article className={classes.sheet} aria-label="Second page">
        <div className={classes.columns}>
          {second.map((section) => (
            <Section key={section.key} section={section} />
          ))}
        </div>
      </article>
    </div>
  );
}
