import { useMemo } from 'react';
import classes from './england-map.module.css';
import { MARGIN, type MapSize, type MapView } from './map-view';
import { markBox } from './mark';
import { namePlaces } from './name-places';
import type { PlaceGroup } from './places';

/** A letter of a name is about so wide, and a line so high. */
const LETTER = 7;
const LINE = 15;

export interface RegionNamesProps {
  readonly view: MapView;
  readonly size: MapSize;
  readonly groups: readonly PlaceGroup[];
  /** What stands below a region's name. */
  readonly figures: ReadonlyMap<string, string> | undefined;
}

/** The names of the regions that are in sight, beside the marks; with a line to its region where one had to go far. */
export function RegionNames({ view, size, groups, figures }: RegionNamesProps) {
  const names = useMemo(() => {
    const { width, height, inset } = size;
    const areas = view.outlines
      .filter(({ x, y }) => x > inset + MARGIN && y > 0 && x < width - MARGIN && y < height)
      .map(({ region, x, y }) => ({
        name: region,
        x,
        y,
        ...sizeOf(linesOf(region, figures)),
      }));
    const room = { left: inset, right: width, bottom: height };
    const places = namePlaces(areas, groups.map(markBox), room, view.regionAt);
    return areas.map((area) => ({
      area,
      place: places.get(area.name) ?? { ...area, isAstray: false },
    }));
  }, [view, size, groups, figures]);
  return names.map(({ area, place: { x, y, isAstray } }) => (
    <g key={area.name}>
      {isAstray && <line x1={x} y1={y} x2={area.x} y2={area.y} className={classes.nameLine} />}
      <text y={y} className={classes.name} data-region-name>
        {linesOf(area.name, figures).map((words, line, { length }) => (
          <tspan
            key={words}
            x={x}
            dy={line === 0 ? `${0.35 - 0.6 * (length - 1)}em` : '1.2em'}
            data-figure={words === figures?.get(area.name) || undefined}
          >
            {words}
          </tspan>
        ))}
      </text>
    </g>
  ));
}

/** A long name takes two lines, and so finds a place more easily. */
function linesOf(name: string, figures: RegionNamesProps['figures']): string[] {
  const figure = figures?.get(name);
  return [...name.split(/(?<=^.{10,}) (?=the )/u), ...(figure === undefined ? [] : [figure])];
}

function sizeOf(lines: readonly string[]): { width: number; height: number } {
  return {
    width: Math.max(...lines.map(({ length }) => length)) * LETTER,
    height: lines.length * LINE,
  };
}
