import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type SchoolWindow, schoolWindowsQuery } from '../../api/schools';
import { todayQuery } from '../../api/terms';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { Loaded } from '../../parts/loaded';
import { fullDate } from '../../parts/short-dates';
import { Tag } from '../../parts/tag';
import classes from './school.module.css';

const route = getRouteApi('/schools/$urn');

/** In which windows of a term the school can be reviewed, and why not in the others. */
export function WindowsCard({ urn }: { urn: string }) {
  const { data: today } = useQuery(todayQuery);
  const search = route.useSearch();
  const navigate = useNavigate();
  const term = search.term ?? today?.plannedTerm ?? undefined;
  if (today === undefined || term === undefined) return null;
  return (
    <Card title="Windows" flush>
      <div style={{ padding: 'var(--space-4) var(--space-5)' }}>
        <NativeSelect
          label="Term"
          value={term}
          onChange={({ currentTarget }) =>
            void navigate({
              to: '/schools/$urn',
              params: { urn },
              search: { term: currentTarget.value },
              replace: true,
              resetScroll: false,
            })
          }
          data={today.terms.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Loaded query={schoolWindowsQuery(urn, term)} what="the windows">
        {({ items }) =>
          items.length === 0 ? (
            <p style={{ padding: '0 var(--space-5) var(--space-5)' }}>
              The term has no school weeks.
            </p>
          ) : (
            <Figures
              caption="Windows of the term"
              head={['Week of', 'Monday to Wednesday', 'Wednesday to Friday']}
              rows={weeksOf(items).map(([week, windows]) => ({
                key: week,
                cells: [
                  fullDate(week),
                  <WindowCell key="first" window={windows.MON_WED} />,
                  <WindowCell key="last" window={windows.WED_FRI} />,
                ],
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

type Week = Partial<Record<SchoolWindow['window'], SchoolWindow>>;

function weeksOf(items: readonly SchoolWindow[]): [string, Week][] {
  const weeks = new Map<string, Week>();
  for (const item of items) weeks.set(item.week, { ...weeks.get(item.week), [item.window]: item });
  return [...weeks];
}

function WindowCell({ window }: { window: SchoolWindow | undefined }) {
  if (window === undefined) return <span className={classes.shut}>–</span>;
  if (window.reason === null) return <Tag tone="ok">Can be used</Tag>;
  return <span className={classes.shut}>{window.reason}</span>;
}
