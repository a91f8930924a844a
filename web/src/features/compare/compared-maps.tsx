import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconZoomOut } from '@tabler/icons-react';
import type { SideBySide } from '../../api/plan-comparison';
import { planMapQuery } from '../../api/plan-map';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { EnglandMap } from '../../parts/england-map/england-map';
import { MapLegend } from '../../parts/england-map/map-legend';
import { homePlaces, journeyLines, schoolPlaces } from '../../parts/england-map/plan-places';
import { said } from '../../parts/search-params';
import { Failed, Loading } from '../../parts/states';
import { letterOf } from './changes-shown';
import classes from './compared-maps.module.css';
import { differingPart, waysCompared } from './ways-compared';
import { WaysTable } from './ways-table';

const route = getRouteApi('/terms/$term/compare');
const HIGHEST = 600;

/** Who travels where in each plan, as far as the plans differ; a table says the same. */
export function ComparedMaps({ sides }: { sides: SideBySide }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const answers = useQueries({ queries: sides.plans.map(({ id }) => planMapQuery(id)) });
  if (sides.reviews.length === 0) return null;
  const error = answers.find((answer) => answer.error !== null)?.error;
  const maps = answers.flatMap(({ data }) => data ?? []);
  const region = sides.regions.find((each) => each.region === search.region)?.region;
  const at = search.at?.split(',') ?? [];
  const go = (more: {
    region?: string | undefined;
    at?: string | undefined;
    ways?: 'all' | undefined;
  }) =>
    void navigate({
      to: '.',
      search: said({ ...search, ...more }),
      replace: true,
      resetScroll: false,
    });
  if (error !== undefined && error !== null) {
    return (
      <Card title="Who travels where">
        <Failed error={error} onRetry={() => answers.forEach((answer) => void answer.refetch())} />
      </Card>
    );
  }
  if (maps.length < sides.plans.length) {
    return (
      <Card title="Who travels where">
        <Loading what="the maps" />
      </Card>
    );
  }
  const differing = waysCompared(sides, maps, region);
  const states = maps.flatMap((map) => map.states);
  return (
    <Card title="Who travels where" aside="Only to schools for which the plans differ" flush>
      <div className={classes.top}>
        <p>
          {region ?? 'England'}. Choose a place on a map, and it is marked on the others and in the
          table. The other schools are dots.
        </p>
        {region !== undefined && (
          <Button
            size="xs"
            leftSection={<IconZoomOut size={14} aria-hidden />}
            onClick={() => {
              announce('All of England.');
              go({ region: undefined, at: undefined });
            }}
          >
            All of England
          </Button>
        )}
      </div>
      <div className={classes.maps}>
        {maps.map((map, index) => {
          const part = differingPart(map, differing);
          const letter = letterOf(index);
          return (
            <figure key={map.plan.id} className={classes.map}>
              <figcaption>
                <b>
                  <span className="sr">Plan </span>
                  {letter}
                </b>
                <span>{sides.plans[index]?.name}</span>
                <span>{map.travel}</span>
              </figcaption>
              <EnglandMap
                label={`Plan ${letter}, map of ${region ?? 'England'}`}
                places={[...schoolPlaces(part.schools), ...homePlaces(part.homes)]}
                others={schoolPlaces(part.others)}
                lines={journeyLines(part.journeys)}
                region={region}
                chosen={at}
                highest={HIGHEST}
                onRegion={(chosen) => {
                  announce(`${chosen}.`);
                  go({ region: chosen, at: undefined });
                }}
                onChoose={(places) => {
                  announce(
                    `Marked in all plans: ${places.map(({ name }) => name).join('; ')}. The table below tells who travels.`,
                  );
                  go({ at: places.map(({ key }) => key).join(',') });
                }}
              />
            </figure>
          );
        })}
      </div>
      <div className={classes.legend}>
        <MapLegend
          states={states.filter(
            ({ state }, index) => states.findIndex((each) => each.state === state) === index,
          )}
          withHomes
          isCounted={false}
        />
      </div>
      <WaysTable
        differing={differing}
        plans={sides.plans}
        at={at}
        isAll={search.ways === 'all'}
        onAll={() => go({ ways: 'all' })}
      />
    </Card>
  );
}
