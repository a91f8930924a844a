import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlanMap } from '../../api/plan-map';
import { Card } from '../../parts/card';
import { STATE_LOOKS } from '../../parts/england-map/state-looks';
import { Figures } from '../../parts/figures';
import { Tag } from '../../parts/tag';
import { milesInWords } from '../../parts/miles-in-words';
import classes from './map.module.css';
import type { Shown } from './shown-on-map';

/** So many rows are shown at first. */
const FEW = 15;

interface TableProps {
  readonly map: PlanMap;
  readonly term: string;
  readonly shown: Shown;
  readonly isAll: boolean;
  readonly onAll: () => void;
}

/** The schools of the map as a table. */
export function SchoolsTable({
  map,
  term,
  shown: { schools, journeys },
  isAll,
  onAll,
}: TableProps) {
  const rows = isAll ? schools : schools.slice(0, FEW);
  const along = (review: string): string =>
    journeys
      .filter((journey) => journey.review === review && journey.seat !== 'LEAD')
      .map(({ name, seat }) => `${name} ${seat === 'SHADOW' ? 'shadows' : 'assures'}`)
      .join('; ');
  return (
    <Card
      title="Schools"
      aside={`${String(schools.length)} of ${String(map.schools.length)} on the map`}
      flush
    >
      {schools.length === 0 ? (
        <p className={classes.none}>No school fits. Choose another status, week or region.</p>
      ) : (
        <div className={classes.table}>
          <Figures
            caption="Schools on the map"
            head={['School', 'Region', 'Status', 'Days', 'Lead', 'Goes along', 'Miles']}
            words={['Region', 'Status', 'Days', 'Lead', 'Goes along']}
            rows={rows.map(({ review, school, region, state, days, leadName, miles }) => ({
              key: review,
              cells: [
                state === 'LEFT_OUT' ? (
                  school
                ) : (
                  <Link
                    key={review}
                    to="/terms/$term/plans/$plan/reviews/$review"
                    params={{ term, plan: map.plan.id, review }}
                    search={{}}
                  >
                    {school}
                  </Link>
                ),
                region,
                <Tag key={state} tone={STATE_LOOKS[state].tone}>
                  {map.states.find((each) => each.state === state)?.words}
                </Tag>,
                days ?? '–',
                leadName ?? 'Nobody',
                along(review),
                miles ?? '–',
              ],
            }))}
          />
        </div>
      )}
      {rows.length < schools.length && (
        <p className={classes.more} data-unprinted>
          <Button onClick={onAll}>Show all {schools.length} schools</Button>
        </p>
      )}
    </Card>
  );
}

/** The people of the map as a table: where they live, and where they go. */
export function PeopleTable({ map, shown: { homes, journeys }, isAll, onAll }: TableProps) {
  const rows = isAll ? homes : homes.slice(0, FEW);
  return (
    <Card
      title="Lead Reviewers"
      aside={`${String(homes.length)} of ${String(map.homes.length)} on the map`}
      flush
    >
      {homes.length === 0 ? (
        <p className={classes.none}>Nobody’s home is shown.</p>
      ) : (
        <div className={classes.table}>
          <Figures
            caption="Lead Reviewers on the map"
            head={['Lead Reviewer', 'Lives in', 'Region', 'Goes to', 'In the whole term']}
            words={['Lives in', 'Region', 'Goes to', 'In the whole term']}
            rows={
              homes.length === 0
                ? []
                : rows.map(({ person, name, home, region, words }) => ({
                    key: person,
                    cells: [
                      name,
                      home ?? 'Not known',
                      region ?? 'Not known',
                      journeys
                        .filter((journey) => journey.person === person)
                        .map(({ school, miles }) => `${school} (${milesInWords(miles)})`)
                        .join('; ') || 'Nowhere that is shown',
                      words,
                    ],
                  }))
            }
          />
        </div>
      )}
      {rows.length < homes.length && (
        <p className={classes.more} data-unprinted>
          <Button onClick={onAll}>Show all {homes.length} people</Button>
        </p>
      )}
    </Card>
  );
}
