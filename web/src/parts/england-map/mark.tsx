import classes from './england-map.module.css';
import type { Box } from './name-places';
import type { PlaceGroup } from './places';
import { STATE_LOOKS } from './state-looks';

/** States in the order in which a ring shows them: what needs somebody comes first. */
const RING = ['NO_LEAD', 'LEFT_OUT', 'DRAFT', 'OFFERED', 'ACCEPTED', 'LED'] as const;

/** What stands for a place, or for several that lie close together, around the point 0, 0. */
export function Mark({ group }: { group: Pick<PlaceGroup, 'places'> }) {
  const { places } = group;
  const [first] = places;
  if (first === undefined) return null;
  if (places.length > 1) return <ManyMark group={group} />;
  const { icon: Icon, className } = STATE_LOOKS[first.state];
  return (
    <g className={className}>
      {first.state === 'HOME' ? (
        <rect x={-8} y={-8} width={16} height={16} rx={3} />
      ) : (
        <circle r={9.5} />
      )}
      <Icon x={-6} y={-6} size={12} stroke={2.4} aria-hidden />
    </g>
  );
}

const FEW_RADIUS = 11;
const MANY_RADIUS = 13;
const SIDE = 20;
const SMALL_SIDE = 14;
/** So far a ring goes beyond its radius, and air around any mark. */
const EDGE = 3;

/** What a mark covers, in pixels. */
export function markBox({ x, y, places }: PlaceGroup): Box {
  const schools = places.filter(({ state }) => state !== 'HOME').length;
  const isWithHomes = schools > 0 && schools < places.length;
  const radius = schools > 9 ? MANY_RADIUS : FEW_RADIUS;
  const [before, after] = [radius + EDGE, radius + (isWithHomes ? SMALL_SIDE / 2 : EDGE)];
  const [middle, side] = [(after - before) / 2, before + after];
  return { x: x + middle, y: y + middle, width: side, height: side };
}

function ManyMark({ group: { places } }: { group: Pick<PlaceGroup, 'places'> }) {
  const schools = places.filter(({ state }) => state !== 'HOME');
  const homes = places.length - schools.length;
  if (schools.length === 0) return <Homes count={homes} x={0} y={0} />;
  const radius = schools.length > 9 ? MANY_RADIUS : FEW_RADIUS;
  return (
    <>
      <circle r={radius} className={classes.many} />
      <Ring schools={schools} radius={radius} />
      <text className={classes.count} y={4}>
        {schools.length}
      </text>
      {homes > 0 && <Homes count={homes} x={radius} y={radius} isSmall />}
    </>
  );
}

/** How a group's schools stand, each state as a part of the ring. */
function Ring({ schools, radius }: { schools: PlaceGroup['places']; radius: number }) {
  const length = 2 * Math.PI * radius;
  const parts = RING.map((state) => ({
    state,
    share: schools.filter((school) => school.state === state).length / schools.length,
  })).filter(({ share }) => share > 0);
  return parts.map(({ state, share }, index) => {
    const before = parts.slice(0, index).reduce((sum, part) => sum + part.share, 0);
    return (
      <circle
        key={state}
        r={radius}
        className={`${classes.ring} ${STATE_LOOKS[state].className}`}
        style={{
          strokeDasharray: `${share * length} ${length}`,
          strokeDashoffset: -before * length,
        }}
        transform="rotate(-90)"
      />
    );
  });
}

interface HomesProps {
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly isSmall?: boolean;
}

function Homes({ count, x, y, isSmall = false }: HomesProps) {
  const side = isSmall ? SMALL_SIDE : SIDE;
  return (
    <g className={classes.home} transform={`translate(${x} ${y})`}>
      <rect x={-side / 2} y={-side / 2} width={side} height={side} rx={3} />
      <text className={isSmall ? classes.fewCount : classes.count} y={isSmall ? 3.5 : 4}>
        {count}
      </text>
    </g>
  );
}
