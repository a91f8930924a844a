import type { PlanLead } from '../../api/lead-panel';
import { mapView } from '../../parts/england-map/map-view';
import { milesInWords } from '../../parts/miles-in-words';
import classes from './travel.module.css';

const SIZE = { width: 360, height: 420, inset: 0 };
const england = mapView(SIZE, undefined);

/** England's regions by how far they want to go there, their home, and a line to each review of the plan. */
export function TravelMap({ lead }: { lead: PlanLead }) {
  const { home, seats, regions: graded, name, travel } = lead;
  const grades = new Map(graded.map(({ region, grade }) => [region, grade]));
  const at = ({ lon, lat }: { lon: number; lat: number }) => england.place(lon, lat);
  const from = home === null ? null : at(home);
  const where = seats.map(({ school, miles }) => `${school}, ${milesInWords(miles)}`).join('; ');
  return (
    <>
      <svg
        className={classes.map}
        viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`}
        role="img"
        aria-label={`Map of England. ${name} lives in ${home === null ? 'a place we do not know' : `${home.place}, ${home.region}`}. ${travel.words}${where === '' ? '' : `: ${where}`}.`}
      >
        {england.outlines.map(({ region, path }) => (
          <path key={region} d={path} className={classes.region} data-grade={grades.get(region)} />
        ))}
        {from !== null &&
          seats.map((seat) => {
            const to = at(seat);
            return (
              <line
                key={seat.review}
                x1={from[0]}
                y1={from[1]}
                x2={to[0]}
                y2={to[1]}
                className={classes.line}
                data-overnight={seat.isOvernight || undefined}
              />
            );
          })}
        {seats.map((seat, index) => {
          const [x, y] = at(seat);
          return (
            <g key={seat.review} transform={`translate(${String(x)} ${String(y)})`}>
              <circle r={8} className={classes.school} />
              <text className={classes.number} dy="0.35em">
                {index + 1}
              </text>
            </g>
          );
        })}
        {from !== null && (
          <path
            className={classes.home}
            transform={`translate(${String(from[0])} ${String(from[1])})`}
            d="M-7 1 0-6 7 1V7H-7Z"
          />
        )}
      </svg>
      <ol className={classes.key}>
        {seats.map((seat, index) => (
          <li key={seat.review}>
            <b>{index + 1}</b> {seat.school}, {milesInWords(seat.miles)}
            {seat.isOvernight && ', a night away'}
          </li>
        ))}
      </ol>
      <ul className={classes.legend} aria-hidden>
        <li data-grade="PREFERRED">Prefers</li>
        <li data-grade="WILLING">Willing</li>
        <li data-grade="RELUCTANT">Reluctant</li>
        <li data-grade="NO">Does not go</li>
      </ul>
    </>
  );
}
