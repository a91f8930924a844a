import classes from './england-map.module.css';
import { countsInWords, type PlaceGroup } from './places';
import { STATE_LOOKS } from './state-looks';

/** So many places of a group are named; the panel names all. */
const NAMED = 5;

export interface MarkTipProps {
  readonly group: PlaceGroup;
  readonly width: number;
  readonly height: number;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** What a mark stands for, beside it. Whoever uses a screen reader has heard it as the mark's name. */
export function MarkTip({ group, width, height, onEnter, onLeave }: MarkTipProps) {
  const { x, y, places } = group;
  const [first] = places;
  if (first === undefined) return null;
  const toLeft = x > width / 2 ? 'calc(-100% - 14px)' : '14px';
  const up = y > height * 0.7 ? '-100%' : '-12px';
  return (
    <div
      className={classes.tip}
      data-unprinted
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
      style={{ left: x, top: y, transform: `translate(${toLeft}, ${up})` }}
      aria-hidden
    >
      {places.length === 1 ? (
        <>
          <b>{first.name}</b>
          <span>{first.words}</span>
        </>
      ) : (
        <>
          <b>{countsInWords(places)}</b>
          {places.slice(0, NAMED).map(({ key, name, state }) => {
            const { icon: Icon } = STATE_LOOKS[state];
            return (
              <span key={key} className={classes.tipLine}>
                <Icon size={12} aria-hidden /> {name}
              </span>
            );
          })}
          {places.length > NAMED && <span>and {places.length - NAMED} more</span>}
        </>
      )}
    </div>
  );
}
