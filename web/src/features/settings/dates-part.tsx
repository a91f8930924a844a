import { NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { yearCalendarQuery, yearsQuery } from '../../api/calendar';
import { todayQuery } from '../../api/terms';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../parts/card';
import { Loaded } from '../../parts/loaded';
import { said } from '../../parts/search-params';
import { AsTable } from '../../parts/as-table';
import { OpenYear } from './open-year';
import classes from './settings.module.css';
import { TermDates } from './term-dates';
import { TrainingDays } from './training-days';
import { ClosedDays } from './closed-days';
import { YearPicture } from './year-picture';
import { YearTable } from './year-table';

const route = getRouteApi('/settings');

/** Academic years with their terms, and the days on which nobody reviews. */
export function DatesPart() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: today } = useQuery(todayQuery);
  return (
    <Loaded query={yearsQuery} what="the years">
      {({ items }) => {
        const planned = today?.terms.find(({ id }) => id === today.plannedTerm)?.academicYear;
        const year =
          items.find(({ id }) => id === search.year)?.id ??
          items.find(({ id }) => id === planned)?.id ??
          items.at(-1)?.id;
        if (year === undefined) return <OpenYear isFirst />;
        return (
          <>
            <NativeSelect
              className={classes.year}
              label="Academic year"
              value={year}
              onChange={({ currentTarget }) =>
                void navigate({
                  to: '/settings',
                  search: said({ ...search, year: currentTarget.value }),
                  replace: true,
                })
              }
            >
              {items.map(({ id }) => (
                <option key={id} value={id}>
                  {id}
                </option>
              ))}
            </NativeSelect>
            <Loaded query={yearCalendarQuery(year)} what="the year">
              {(found) => (
                <>
                  <Card
                    title={`The year ${found.academicYear}`}
                    aside={found.inWords}
                    end={
                      <AsTable
                        field="shown"
                        isTable={search.shown === 'table'}
                        what={`The year ${found.academicYear}`}
                      />
                    }
                    flush
                  >
                    {search.shown === 'table' ? (
                      <YearTable year={found} />
                    ) : (
                      <YearPicture year={found} />
                    )}
                  </Card>
                  <TermDates key={`terms ${year}`} year={found} />
                  <div className={classes.halves}>
                    <TrainingDays key={`training ${year}`} year={found} />
                    <ClosedDays year={found} />
                  </div>
                </>
              )}
            </Loaded>
            <OpenYear isFirst={false} />
          </>
        );
      }}
    </Loaded>
  );
}
