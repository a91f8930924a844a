import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { coverageFile, type CoverageReport, leftSchoolsQuery } from '../../api/coverage';
import { Card } from '../../parts/card';
import { FileButtons } from '../../parts/file-buttons';
import { Figures } from '../../parts/figures';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import classes from './coverage.module.css';
import { shownOf } from './shown';

const route = getRouteApi('/reports/coverage');

/** As many as fit a screen; the address says when all are wanted. */
const FIRST = 20;

/** The member schools that nobody is to review, each with the reason. */
export function LeftSchools({ report: { left } }: { report: CoverageReport }) {
  const search = route.useSearch();
  const scope = said({ ...shownOf(search), by: undefined, reason: search.reason });
  return (
    <Card title="Schools without a lead" aside={left.words}>
      {left.schools > 0 && (
        <>
          <div className={classes.reasons}>
            <ul>
              {[{ reason: undefined, name: 'All', schools: left.schools }, ...left.reasons].map(
                ({ reason, name, schools }) => (
                  <li key={name}>
                    <Link
                      to="."
                      search={said({ ...search, reason, list: undefined })}
                      replace
                      resetScroll={false}
                      className={classes.reason}
                      aria-current={search.reason === reason ? 'true' : undefined}
                    >
                      {name} <b>{schools}</b>
                    </Link>
                  </li>
                ),
              )}
            </ul>
            <FileButtons
              file={(form) => coverageFile(form, { ...shownOf(search), table: 'schools' })}
            />
          </div>
          <Loaded
            query={{
              ...leftSchoolsQuery(scope),
              placeholderData: keepPreviousData,
            }}
            what="the schools"
          >
            {({ title, items }) => (
              <>
                <Figures
                  caption={title}
                  head={['School', 'Region', 'Phase', 'Term', 'Why']}
                  words={['Region', 'Phase', 'Term', 'Why']}
                  rows={(search.list === 'all' ? items : items.slice(0, FIRST)).map((item) => ({
                    key: item.urn,
                    cells: [
                      <Go key="school" target={schoolTarget(item.urn)}>
                        {item.school}
                      </Go>,
                      item.region,
                      item.phase,
                      item.term ?? 'None yet',
                      item.reasonWords,
                    ],
                  }))}
                />
                {items.length > FIRST && (
                  <p className={classes.more}>
                    <Link
                      data-unprinted
                      to="."
                      search={said({
                        ...search,
                        list: search.list === 'all' ? undefined : ('all' as const),
                      })}
                      replace
                      resetScroll={false}
                    >
                      {search.list === 'all'
                        ? `Show the first ${String(FIRST)}`
                        : `Show all ${String(items.length)}`}
                    </Link>
                  </p>
                )}
              </>
            )}
          </Loaded>
        </>
      )}
    </Card>
  );
}
