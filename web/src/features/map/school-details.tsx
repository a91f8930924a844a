import type { MapSchool, PlanMap } from '../../api/plan-map';
import { STATE_LOOKS } from '../../parts/england-map/state-looks';
import { Go } from '../../parts/go';
import { Tag } from '../../parts/tag';
import { boardTarget, reviewTarget, unplacedTarget } from '../../parts/term-links';
import { milesInWords } from '../../parts/miles-in-words';
import classes from './map.module.css';

export interface SchoolDetailsProps {
  readonly map: PlanMap;
  readonly term: string;
  readonly school: MapSchool;
}

const SEATS = { QUALITY_ASSURER: 'Quality assurer', SHADOW: 'Shadow' } as const;

/** A school on the map with its review: where it stands, who comes from where, and where to go on. */
export function SchoolDetails({ map, term, school }: SchoolDetailsProps) {
  const { review, state, days, region, phase } = school;
  const journeys = map.journeys.filter((journey) => journey.review === review);
  const told = map.states.find((each) => each.state === state);
  const names = new Map(map.needs.map(({ code, name }) => [code, name]));
  const isLeftOut = state === 'LEFT_OUT';
  return (
    <>
      <div className={classes.tags}>
        <Tag tone={STATE_LOOKS[state].tone}>{told?.words}</Tag>
        <span>{region}</span>
      </div>
      {journeys.length === 0 ? <p>{school.words}</p> : <p className={classes.days}>{days}</p>}
      <dl className={classes.facts}>
        {journeys.map(({ person, seat, name, home, miles, isOvernight }) => (
          <div key={person}>
            <dt>{seat === 'LEAD' ? 'Lead' : SEATS[seat]}</dt>
            <dd>
              <b>{name}</b>
              {home === null ? '' : `, ${home}`}
              <span>
                {milesInWords(miles)}
                {isOvernight ? ', a night away' : ''}
              </span>
            </dd>
          </div>
        ))}
        <div>
          <dt>Phase</dt>
          <dd>{phase ?? 'Not known'}</dd>
        </div>
        <div>
          <dt>Specialisms</dt>
          <dd>
            {school.needs.length === 0
              ? 'None asked for'
              : school.needs.map((code) => names.get(code) ?? code).join('; ')}
          </dd>
        </div>
      </dl>
      <div className={classes.links} data-unprinted>
        {isLeftOut ? (
          <Go target={unplacedTarget(term, map.plan.id)} look="main">
            See what it waits for
          </Go>
        ) : (
          <>
            <Go target={reviewTarget(term, map.plan.id, review)} look="main">
              Open the review
            </Go>
            <Go target={boardTarget(term, map.plan.id, { review })} look="button">
              Show it on the board
            </Go>
          </>
        )}
      </div>
    </>
  );
}
