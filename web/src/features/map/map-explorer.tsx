import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconZoomOut } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import type { PlanMap } from '../../api/plan-map';
import { announce } from '../../parts/announcer';
import { EnglandMap } from '../../parts/england-map/england-map';
import { MapLegend } from '../../parts/england-map/map-legend';
import { homePlaces, journeyLines, schoolPlaces } from '../../parts/england-map/plan-places';
import { said } from '../../parts/search-params';
import { MapFilters } from './map-filters';
import type { MapSearch } from './map-search';
import { PeopleTable, SchoolsTable } from './map-tables';
import classes from './map.module.css';
import { PlacePanel } from './place-panel';
import { isNarrowed, shownOnMap } from './shown-on-map';
import { TravelPanel } from './travel-panel';
import { WeekStrip } from './week-strip';

const route = getRouteApi('/terms/$term/plans/$plan/map');

type Change = { readonly [Field in keyof MapSearch]?: MapSearch[Field] | undefined };

/** The map with its filters, what is chosen on it, and tables that say the same. */
export function MapExplorer({ map, term }: { map: PlanMap; term: string }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => shownOnMap(map, search), [map, search]);
  const places = useMemo(
    () => [...schoolPlaces(shown.schools), ...homePlaces(shown.homes)],
    [shown],
  );
  const others = useMemo(() => schoolPlaces(shown.others), [shown]);
  const lines = useMemo(() => journeyLines(shown.journeys), [shown]);
  const figures = useMemo(
    () =>
      new Map(
        map.regions.map(({ region, covered, reviews }) => [
          region,
          `${String(covered)} of ${String(reviews)}`,
        ]),
      ),
    [map],
  );
  const at = search.at?.split(',') ?? [];
  const nowhere = map.schools.filter(({ lat }) => lat === null).length;

  const change = (more: Change) =>
    void navigate({
      to: '.',
      search: said({ ...search, ...more }),
      replace: true,
      resetScroll: false,
    });
  const filter = (more: Change) => {
    const next = said({ ...search, ...more });
    const { schools, journeys } = shownOnMap(map, next);
    const week = map.weeks.find((each) => each.week === next.week);
    announce(
      `${week === undefined ? '' : `${week.name}. `}${String(schools.length)} of ${String(map.schools.length)} schools and ${String(journeys.length)} ways shown.`,
    );
    change({ ...more, at: undefined });
  };
  const zoom = (region: string | undefined, more: Change = { at: undefined }) => {
    const words = map.regions.find((each) => each.region === region)?.words;
    announce(region === undefined ? 'All of England.' : `${region}. ${words ?? ''}`);
    change({ region, ...more });
  };
  const close = () => {
    const [first = ''] = at;
    change({ at: undefined });
    // The mark that was chosen may be one of several by now.
    const marks = [...(frame.current?.querySelectorAll<SVGGElement>('[data-places]') ?? [])];
    marks.find((mark) => mark.dataset.places?.split(' ').includes(first))?.focus();
  };

  return (
    <div className={classes.parts}>
      <div className={classes.controls} data-unprinted>
        <MapFilters map={map} search={search} onChange={filter} />
        <WeekStrip
          weeks={weeksShown(map, search)}
          where={search.region}
          week={search.week}
          onWeek={(week) => filter({ week })}
        />
      </div>
      <div className={classes.sides}>
        <div className={classes.picture} ref={frame}>
          <div className={classes.above}>
            <p>{toldOf(map, search)}</p>
            {search.region !== undefined && (
              <Button
                size="xs"
                leftSection={<IconZoomOut size={14} aria-hidden />}
                onClick={() => zoom(undefined)}
              >
                All of England
              </Button>
            )}
          </div>
          <EnglandMap
            label={`Map of ${search.region ?? 'England'}: ${String(shown.schools.length)} schools and ${String(shown.homes.length)} homes`}
            places={places}
            others={others}
            lines={lines}
            region={search.region}
            figures={figures}
            chosen={at}
            onChoose={(chosen) => change({ at: chosen.map(({ key }) => key).join(',') })}
            onRegion={(region) => zoom(region)}
            legend={
              <MapLegend
                states={map.states}
                withHomes={search.show !== 'schools'}
                // They count the whole plan.
                isCounted={!isNarrowed(search)}
              />
            }
          />
          <p className={classes.note}>
            Homes are shown in the middle of their postcode district, not where people live.
            {nowhere > 0 && ` ${String(nowhere)} schools have no place in the register.`} Outlines:
            Office for National Statistics and Ordnance Survey, © Crown copyright and database right
            2016, Open Government Licence v3.0.
          </p>
        </div>
        {at.length > 0 ? (
          <PlacePanel
            map={map}
            term={term}
            at={at}
            onOpen={(key) => change({ at: key })}
            onLead={(lead) => filter({ lead })}
            onRegion={search.region === undefined ? (region) => zoom(region, {}) : undefined}
            onClose={close}
          />
        ) : (
          <TravelPanel
            map={map}
            term={term}
            journeys={shown.journeys}
            week={search.week}
            isNarrowed={isNarrowed(search)}
          />
        )}
      </div>
      <SchoolsTable
        map={map}
        term={term}
        shown={shown}
        isAll={search.schools === 'all'}
        onAll={() => change({ schools: 'all' })}
      />
      <PeopleTable
        map={map}
        term={term}
        shown={shown}
        isAll={search.people === 'all'}
        onAll={() => change({ people: 'all' })}
      />
    </div>
  );
}

function regionShown({ regions }: PlanMap, { region }: MapSearch) {
  return regions.find((each) => each.region === region);
}

/** The weeks as far as the region goes that is looked at. */
function weeksShown(map: PlanMap, search: MapSearch): PlanMap['weeks'] {
  return regionShown(map, search)?.weeks ?? map.weeks;
}

/** What the map is about as it is filtered. */
function toldOf(map: PlanMap, search: MapSearch): string {
  const chosen = weeksShown(map, search).find(({ week }) => week === search.week);
  const where = regionShown(map, search);
  if (chosen !== undefined)
    return `${where?.region ?? 'England'}, ${chosen.name}: ${chosen.words}.`;
  return where === undefined
    ? 'England, the whole term. Choose a region on the map to look closer.'
    : `${where.region}, in the whole term: ${where.words}`;
}
