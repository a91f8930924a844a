import type { FairnessReport, PersonFairness } from '../../api/fairness';
import { dotsOf, type Scale, scaleOf, signed, ticksOf } from './strip';
import classes from './strip-plot.module.css';

/** Each person a dot, in a strip for the region of the home: how far what they carry is from their share. */
export function StripPlot({ report }: { report: FairnessReport }) {
  const scale = scaleOf(report.people);
  const regions = report.regions
    .map((region) => ({
      ...region,
      people: report.people.filter((person) => person.region === region.name),
    }))
    .filter(({ people }) => people.length > 0);
  return (
    <div
      className={classes.plot}
      role="img"
      aria-label={`${report.headline} ${report.furthestWords}`}
    >
      <div aria-hidden>
        {regions.map(({ name, isPriority, people }) => (
          <div key={name} className={classes.row}>
            <span className={classes.name} data-priority={isPriority || undefined}>
              {name} <small>{people.length}</small>
            </span>
            <Strip people={people} scale={scale} />
          </div>
        ))}
        <div className={classes.row}>
          <span className={classes.name} />
          <div className={classes.axis}>
            {ticksOf(scale).map((tick) => (
              <span key={tick} style={{ left: `${String(scale.at(tick))}%` }}>
                {tick === 0 ? 'share' : signed(tick)}
              </span>
            ))}
          </div>
        </div>
      </div>
      <p className={classes.legend} aria-hidden>
        <span>
          <i className={classes.dot} data-side="WITHIN" /> Within one review of the share
        </span>
        <span>
          <i className={classes.dot} data-side="ABOVE" /> More than one above
        </span>
        <span>
          <i className={classes.dot} data-side="BELOW" /> More than one below
        </span>
      </p>
    </div>
  );
}

function Strip({ people, scale }: { people: readonly PersonFairness[]; scale: Scale }) {
  const dots = dotsOf(people, scale);
  const levels = Math.max(...dots.map(({ level }) => level)) + 1;
  const [from, to] = [scale.at(-1), scale.at(1)];
  return (
    <div className={classes.strip} style={{ height: `${String(Math.max(26, levels * 12 + 8))}px` }}>
      <b
        className={classes.band}
        style={{ left: `${String(from)}%`, width: `${String(to - from)}%` }}
      />
      <b className={classes.middle} />
      {dots.map(({ person, left, level }) => (
        <i
          key={person.lead}
          className={classes.dot}
          data-side={person.side}
          style={{ left: `${String(left)}%`, bottom: `${String(level * 12 + 4)}px` }}
          title={`${person.name}: carries ${String(person.load)}, share ${String(person.share)}`}
        />
      ))}
    </div>
  );
}
