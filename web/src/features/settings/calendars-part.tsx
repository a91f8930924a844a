import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { schoolCalendarsQuery, yearCalendarQuery, yearsQuery } from '../../api/calendar';
import { todayQuery } from '../../api/terms';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { AsTable } from '../../parts/as-table';
import { Loaded } from '../../parts/loaded';
import { said } from '../../parts/search-params';
import { Empty } from '../../parts/states';
import { CalendarForm } from './calendar-form';
import { counted } from './count-words';
import classes from './settings.module.css';
import { YearPicture } from './year-picture';
import { YearTable } from './year-table';

const route = getRouteApi('/settings');
const NEW = 'new';

/** The term dates that schools follow, calendar by calendar and year by year. */
export function CalendarsPart() {
  const search = route.useSearch();
  const { data: years } = useQuery(yearsQuery);
  const { data: today } = useQuery(todayQuery);
  const planned = today?.terms.find(({ id }) => id === today.plannedTerm)?.academicYear;
  const year =
    years?.items.find(({ id }) => id === search.year)?.id ?? planned ?? years?.items.at(-1)?.id;
  const { data: usual } = useQuery({
    ...yearCalendarQuery(year ?? ''),
    enabled: year !== undefined && search.calendar === undefined,
  });
  if (years !== undefined && years.items.length === 0) {
    return (
      <Card title="School calendars">
        <Empty
          title="There is no academic year yet"
          action={
            <Go target={{ to: '/settings', params: {} }} look="button">
              Open an academic year
            </Go>
          }
        >
          A calendar has its dates year by year.
        </Empty>
      </Card>
    );
  }
  return (
    <Loaded query={schoolCalendarsQuery} what="the calendars">
      {({ items }) => {
        const isNew = search.calendar === NEW || items.length === 0;
        const chosen =
          items.find(({ id }) => id === (search.calendar ?? usual?.calendar.id)) ?? items[0];
        return (
          <>
            <Choice
              calendars={items}
              years={years?.items.map(({ id }) => id) ?? []}
              chosen={isNew ? NEW : (chosen?.id ?? NEW)}
              year={year}
            />
            {isNew && year !== undefined && <CalendarForm key={`new ${year}`} year={year} />}
            {!isNew && chosen !== undefined && year !== undefined && (
              <ChosenCalendar year={year} calendar={chosen.id} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

interface ChoiceProps {
  readonly calendars: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly string[];
  readonly chosen: string;
  readonly year: string | undefined;
}

function Choice({ calendars, years, chosen, year }: ChoiceProps) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (more: { calendar?: string; year?: string }) =>
    void navigate({ to: '/settings', search: said({ ...search, ...more }), replace: true });
  return (
    <div className={classes.fields}>
      <NativeSelect
        label="School calendar"
        value={chosen}
        onChange={({ currentTarget }) => go({ calendar: currentTarget.value })}
      >
        {calendars.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={NEW}>A new calendar…</option>
      </NativeSelect>
      <NativeSelect
        label="Academic year"
        value={year ?? ''}
        onChange={({ currentTarget }) => go({ year: currentTarget.value })}
      >
        {years.map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

function ChosenCalendar({ year, calendar }: { year: string; calendar: string }) {
  const search = route.useSearch();
  return (
    <Loaded query={yearCalendarQuery(year, calendar)} what="the calendar">
      {(found) => {
        const { id, name, source, schools, isDefault } = found.calendar;
        const title = `${name}, ${found.academicYear}`;
        return (
          <>
            <p className={classes.intro}>
              {counted(schools, 'school follows', 'schools follow')} it
              {isDefault && ', among them every school for which no calendar is known'}. Source:{' '}
              {source}.
            </p>
            <Card
              title={title}
              aside={counted(found.halfTerms.length, 'half-term')}
              end={<AsTable field="shown" isTable={search.shown === 'table'} what={title} />}
              flush
            >
              {search.shown === 'table' ? <YearTable year={found} /> : <YearPicture year={found} />}
            </Card>
            <CalendarForm key={`${id} ${found.academicYear}`} year={year} known={found} />
          </>
        );
      }}
    </Loaded>
  );
}
