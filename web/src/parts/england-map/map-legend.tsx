import type { PlanMap } from '../../api/plan-map';
import classes from './england-map.module.css';
import { Mark } from './mark';
import type { MapPlace } from './places';

const sample = (state: MapPlace['state']): MapPlace => ({
  key: state,
  state,
  name: '',
  words: '',
  lat: 0,
  lon: 0,
});

export interface MapLegendProps {
  readonly states: PlanMap['states'];
  readonly withHomes: boolean;
  /** Whether it says how many reviews are in each state. */
  readonly isCounted?: boolean;
}

/** What the marks and lines of the map stand for. */
export function MapLegend({ states, withHomes, isCounted = true }: MapLegendProps) {
  const [first] = states;
  const many = first && [sample(first.state), sample(first.state)];
  return (
    <ul className={classes.legend} aria-label="Legend">
      {states.map(({ state, words, means, reviews }) => (
        <li key={state} title={means}>
          <Sample places={[sample(state)]} />
          {isCounted ? `${words} (${String(reviews)})` : words}
        </li>
      ))}
      {withHomes && (
        <li>
          <Sample places={[sample('HOME')]} />
          Home of a Lead Reviewer
        </li>
      )}
      {many && (
        <li>
          <Sample places={many} />
          Several close together
        </li>
      )}
      {withHomes && (
        <>
          <li>
            <Line look="lead" />
            Leads
          </li>
          <li>
            <Line look="second" />
            Assures or shadows
          </li>
        </>
      )}
    </ul>
  );
}

function Sample({ places }: { places: readonly MapPlace[] }) {
  return (
    <svg width={26} height={26} viewBox="-13 -13 26 26" className={classes.sample} aria-hidden>
      <Mark group={{ places }} />
    </svg>
  );
}

function Line({ look }: { look: 'lead' | 'second' }) {
  return (
    <svg width={26} height={12} className={classes.sample} aria-hidden>
      <line x1={0} y1={6} x2={26} y2={6} className={`${classes.way} ${classes[look]}`} />
    </svg>
  );
}
