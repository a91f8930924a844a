import { Link } from '@tanstack/react-router';
import type { Journey } from '../../api/plan-map';
import { milesInWords } from '../../parts/miles-in-words';
import classes from './map.module.css';

export interface JourneyListProps {
  readonly journeys: readonly Journey[];
  /** What comes first in a row: the school, where all are of one person; else the person. */
  readonly by: 'school' | 'person';
  readonly term: string;
  readonly plan: string;
}

const DOES = { LEAD: 'leads', QUALITY_ASSURER: 'assures', SHADOW: 'shadows' } as const;

/** Who goes where, each with a link to the review. */
export function JourneyList({ journeys, by, term, plan }: JourneyListProps) {
  return (
    <ul className={classes.journeys}>
      {journeys.map(({ review, school, person, name, seat, days, miles, isOvernight }) => (
        <li key={`${review} ${person}`}>
          <span className={classes.who}>
            {by === 'person' && `${name} ${DOES[seat]} `}
            <Link
              to="/terms/$term/plans/$plan/reviews/$review"
              params={{ term, plan, review }}
              search={{}}
            >
              {school}
            </Link>
            {by === 'school' && seat !== 'LEAD' && ` (${DOES[seat]})`}
          </span>
          <span className={classes.miles}>
            {milesInWords(miles)}
            {isOvernight ? ', a night away' : ''}
          </span>
          <span className={classes.when}>{days}</span>
        </li>
      ))}
    </ul>
  );
}
