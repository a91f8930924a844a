import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { mapView } from './map-view';
import classes from './region-map.module.css';

export interface RegionFigure {
  /** How dark it is: 0 nothing to see to, 3 the most. */
  readonly level: 0 | 1 | 2 | 3;
  /** What stands on the region. */
  readonly figure: string;
}

export interface RegionMapProps {
  /** What the map shows, for whoever hears it; the numbers stand beside it as text. */
  readonly label: string;
  /** Regions without one have nothing to count. */
  readonly regions: ReadonlyMap<string, RegionFigure>;
  readonly chosen?: string | undefined;
  /** A region was clicked. Whoever uses no pointer finds the same among the numbers beside the map. */
  readonly onRegion: (region: string) => void;
}

const SHAPE = 1.14;
const HIGHEST = 520;
/** Below this, names would lie over one another. */
const NAMED = 380;

/** Where words would lie over those of a neighbour: how far they move right and down, in parts of the map's height. */
const NUDGES: Readonly<Record<string, readonly [right: number, down: number]>> = {
  'South East': [-0.03, 0.055],
  London: [0.035, -0.01],
  'North West': [-0.015, 0.02],
  'Yorkshire and the Humber': [0.02, 0],
  'East Midlands': [0.01, 0.01],
};

/** England's nine regions, each as dark as its figure and with the figure on it. */
export function RegionMap({ label, regions, chosen, onRegion }: RegionMapProps) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = Math.round(measured);
  const height = Math.min(HIGHEST, Math.round(width * SHAPE));
  const view = useMemo(() => mapView({ width, height, inset: 0 }, undefined), [width, height]);
  return (
    <div ref={ref} className={classes.frame}>
      {width > 0 && (
        <svg className={classes.map} width={width} height={height} role="img" aria-label={label}>
          {view.outlines.map(({ region, path }) => (
            <path
              key={region}
              d={path}
              className={classes.region}
              data-level={regions.get(region)?.level}
              data-chosen={region === chosen || undefined}
              onClick={() => regions.has(region) && onRegion(region)}
            />
          ))}
          {view.outlines.map((outline) => {
            const { region } = outline;
            const [right, down] = NUDGES[region] ?? [0, 0];
            const [x, y] = [outline.x + right * height, outline.y + down * height];
            return (
              <text key={region} x={x} y={y} className={classes.words} aria-hidden>
                <tspan x={x} className={classes.figure}>
                  {regions.get(region)?.figure ?? ''}
                </tspan>
                {width >= NAMED && (
                  <tspan x={x} dy="1.25em" className={classes.name}>
                    {region === 'Yorkshire and the Humber' ? 'Yorkshire' : region}
                  </tspan>
                )}
              </text>
            );
          })}
        </svg>
      )}
    </div>
  );
}
