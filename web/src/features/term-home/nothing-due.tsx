import type { TermHomeView } from '../../api/term-home';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { reviewsTarget } from '../../parts/term-links';
import classes from './nothing-due.module.css';

/** A term without reviews: there is nothing to picture, and this is how it begins. */
export function NothingDue({ home: { term } }: { home: TermHomeView }) {
  return (
    <Card title="How a term begins">
      <ol className={classes.steps}>
        <li>
          Bring schools, leads and reviews in from your spreadsheets, or open the year’s reviews.
        </li>
        <li>Ask the schools which windows suit, and open the availability round for the leads.</li>
        <li>Check before a run what no plan could cover, while schools can still move.</li>
        <li>Run the allocation and look at the plan board.</li>
      </ol>
      <div className={classes.links}>
        <Go target={{ to: '/imports', params: {} }} look="main">
          Import spreadsheets
        </Go>
        <Go target={reviewsTarget(term.id)}>Open the year’s reviews</Go>
      </div>
    </Card>
  );
}
