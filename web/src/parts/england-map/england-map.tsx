import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { announce } from '../announcer';
import classes from './england-map.module.css';
import { markAfter } from './map-keys';
import { mapView } from './map-view';
import { Mark } from './mark';
import { MarkTip } from './mark-tip';
import { grouped, groupInWords, type MapLine, type MapPlace, type PlaceGroup } from './places';
import { RegionNames } from './region-names';
import { Ways } from './ways';

export interface EnglandMapProps {
  /** What the map shows, for whoever hears it. */
  readonly label: string;
  readonly places: readonly MapPlace[];
  /** Shown as dots without names, so that one sees where the others are. */
  readonly others?: readonly MapPlace[];
  readonly lines: readonly MapLine[];
  /** The region that fills the map. */
  readonly region?: string | undefined;
  /** What stands below a region's name. */
  readonly figures?: ReadonlyMap<string, string>;
  /** Keys of places that are chosen. */
  readonly chosen?: readonly string[];
  readonly onChoose: (places: readonly MapPlace[]) => void;
  readonly onRegion?: (region: string) => void;
  /** What the signs mean: on the map where there is room, else below it. */
  readonly legend?: ReactNode;
  /** In pixels. */
  readonly highest?: number;
}

/** At least so far apart are the middles of two marks: each is a target of its own. Fingers need more. */
const APART = 26;
const APART_FOR_FINGERS = 44;
const NARROW = 560;
const HIGHEST = 760;
const LINGER_MS = 250;
/** From this width on the legend stands on the map, and takes so much of it. */
const WIDE = 760;
const LEGEND_ROOM = 190;

/** England with places and ways between them. One stop for the Tab key; arrows go from mark to mark. */
export function EnglandMap({
  label,
  places,
  others = [],
  lines,
  region,
  figures,
  chosen = [],
  onChoose,
  onRegion,
  legend,
  highest = HIGHEST,
}: EnglandMapProps) {
  const help = useId();
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = Math.round(measured);
  const height = Math.min(highest, Math.round(width * 1.14));
  const inset = legend !== undefined && width >= WIDE ? LEGEND_ROOM : 0;
  const size = useMemo(() => ({ width, height, inset }), [width, height, inset]);
  const view = useMemo(() => mapView(size, region), [size, region]);
  const groups = useMemo(() => {
    const placed = places
      .map((place) => ({ place, at: view.place(place.lon, place.lat) }))
      .filter(({ at: [x, y] }) => x > inset && y > 0 && x < width && y < height)
      .map(({ place, at: [x, y] }) => ({ place, x, y }));
    const groups = grouped(placed, width < NARROW ? APART_FOR_FINGERS : APART);
    // As one reads: from north to south.
    return groups.sort((a, b) => a.y - b.y || a.x - b.x);
  }, [places, view, width, height, inset]);
  const marks = useRef(new Map<number, SVGGElement>());
  const [current, setCurrent] = useState<string>();
  const [told, setTold] = useState<string>();
  const indexOf = (key: string | undefined) =>
    groups.findIndex((group) => group.places.some((place) => place.key === key));
  const stop = Math.max(0, indexOf(current ?? chosen[0]));
  const tip = groups[indexOf(told)];
  // The words stay while the pointer is on its way to them.
  const parting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = (key: string | undefined) => {
    clearTimeout(parting.current);
    setTold(key);
  };
  const leave = () => {
    clearTimeout(parting.current);
    parting.current = setTimeout(() => setTold(undefined), LINGER_MS);
  };

  const press = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(groups[index]?.places ?? []);
      return;
    }
    if (event.key === 'Escape') {
      tell(undefined);
      return;
    }
    const next = markAfter(event.key, groups, index);
    if (next === undefined) return;
    event.preventDefault();
    if (next === index) announce('No place on that side.');
    else marks.current.get(next)?.focus();
  };

  return (
    <div ref={ref} className={classes.frame}>
      <p id={help} className="sr">
        Arrow keys go from place to place, Home and End to the northernmost and southernmost, Enter
        opens one.
      </p>
      {width > 0 && (
        <svg className={classes.map} width={width} height={height} role="group" aria-label={label}>
          <g aria-hidden>
            {view.outlines.map(({ region: name, path }) => (
              <path
                key={name}
                d={path}
                className={classes.region}
                data-chosen={name === region || undefined}
                data-dim={(region !== undefined && name !== region) || undefined}
                data-open={(onRegion !== undefined && name !== region) || undefined}
                onClick={() => onRegion?.(name)}
              />
            ))}
            <Ways lines={lines} places={places} groups={groups} view={view} chosen={chosen} />
            {others.map(({ key, lon, lat }) => {
              const [x, y] = view.place(lon, lat);
              return <circle key={key} cx={x} cy={y} r={2.5} className={classes.other} />;
            })}
            <RegionNames
              view={view}
              size={size}
              groups={groups}
              figures={width < NARROW ? undefined : figures}
            />
          </g>
          {groups.length > 0 && (
            <g role="listbox" aria-label={label} aria-describedby={help}>
              {groups.map((group, index) => (
                <g
                  key={group.places[0]?.key}
                  ref={(node) => {
                    if (node === null) marks.current.delete(index);
                    else marks.current.set(index, node);
                  }}
                  role="option"
                  aria-selected={isChosen(group, chosen)}
                  aria-label={groupInWords(group)}
                  tabIndex={index === stop ? 0 : -1}
                  transform={`translate(${group.x} ${group.y})`}
                  className={classes.mark}
                  data-places={group.places.map(({ key }) => key).join(' ')}
                  onClick={() => onChoose(group.places)}
                  onKeyDown={(event) => press(event, index)}
                  onMouseEnter={() => tell(group.places[0]?.key)}
                  onMouseLeave={leave}
                  onFocus={() => {
                    setCurrent(group.places[0]?.key);
                    tell(group.places[0]?.key);
                  }}
                  onBlur={() => tell(undefined)}
                >
                  <circle r={width < NARROW ? 22 : 13} className={classes.target} />
                  <circle r={17} className={classes.halo} />
                </g>
              ))}
            </g>
          )}
          <g aria-hidden className={classes.pictures}>
            {groups.map((group) => (
              <g
                key={group.places[0]?.key}
                transform={`translate(${group.x} ${group.y})`}
                data-mark
              >
                <Mark group={group} />
              </g>
            ))}
          </g>
        </svg>
      )}
      {legend !== undefined && (
        <div className={inset > 0 ? classes.legendOn : classes.legendBelow}>{legend}</div>
      )}
      {tip !== undefined && (
        <MarkTip
          group={tip}
          width={width}
          height={height}
          onEnter={() => tell(told)}
          onLeave={leave}
        />
      )}
    </div>
  );
}

function isChosen({ places }: PlaceGroup, chosen: readonly string[]): boolean {
  return places.some(({ key }) => chosen.includes(key));
}
