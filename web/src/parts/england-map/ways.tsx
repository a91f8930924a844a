import classes from './england-map.module.css';
import type { MapView } from './map-view';
import type { MapLine, MapPlace, PlaceGroup } from './places';

export interface WaysProps {
  readonly lines: readonly MapLine[];
  readonly places: readonly MapPlace[];
  readonly groups: readonly PlaceGroup[];
  readonly view: MapView;
  readonly chosen: readonly string[];
}

/** Lines from homes to schools. They end at the marks that are seen; what lies outside the map is where it is. */
export function Ways({ lines, places, groups, view, chosen }: WaysProps) {
  const ends = new Map<string, readonly [number, number]>();
  for (const { key, lon, lat } of places) ends.set(key, view.place(lon, lat));
  for (const { x, y, places: here } of groups) {
    for (const { key } of here) ends.set(key, [x, y]);
  }
  const isOf = ({ from, to }: MapLine): boolean => chosen.includes(from) || chosen.includes(to);
  // What is chosen is drawn last, so that nothing lies over it.
  return [...lines.filter((line) => !isOf(line)), ...lines.filter(isOf)].map((line) => {
    const [from, to] = [ends.get(line.from), ends.get(line.to)];
    if (from === undefined || to === undefined) return null;
    return (
      <line
        key={line.key}
        x1={from[0]}
        y1={from[1]}
        x2={to[0]}
        y2={to[1]}
        className={`${classes.way} ${classes[line.look]}`}
        data-chosen={isOf(line) || undefined}
      />
    );
  });
}
