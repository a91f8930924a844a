import type { UnplacedReviews } from '../../api/plan-reviews';
import classes from './stoppers-bar.module.css';

type Stopper = UnplacedReviews['reviews'][number]['stoppers'][number];

/** One colour a kind of reason; the number and the words tell the same. */
const KINDS: Readonly<Record<string, string>> = {
  roleIsHeld: 'expertise',
  phaseIsTheirs: 'expertise',
  leadSharesANeed: 'needs',
  noConflictOfInterest: 'conflict',
  noBan: 'conflict',
  regionIsNotRefused: 'place',
  withinTravelRadius: 'place',
  personIsAvailable: 'time',
  NO_WINDOW: 'time',
  EACH_WINDOW: 'time',
  ELSEWHERE: 'elsewhere',
  FREE_BUT_NEW: 'elsewhere',
  FREE: 'elsewhere',
};

export interface StoppersBarProps {
  readonly stoppers: readonly Stopper[];
  readonly leads: number;
}

/** Everybody who may lead, by what keeps them from it: a bar whose parts add up, with a legend. */
export function StoppersBar({ stoppers, leads }: StoppersBarProps) {
  return (
    <figure className={classes.figure}>
      <div className={classes.bar} aria-hidden>
        {stoppers.map(({ cause, people }) => (
          <i key={cause} data-kind={KINDS[cause] ?? 'expertise'} style={{ flexGrow: people }}>
            {people}
          </i>
        ))}
      </div>
      <figcaption>
        <span className="sr">Of {leads} leads: </span>
        <ul className={classes.legend}>
          {stoppers.map(({ cause, people, words }) => (
            <li key={cause}>
              <i data-kind={KINDS[cause] ?? 'expertise'} aria-hidden />
              <span>
                <b>{people}</b> {words}
              </span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
