import { schoolReviewsQuery } from '../../api/schools';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { ReviewState } from '../../parts/review-state';
import { reviewsTarget } from '../../parts/term-links';
import classes from './school.module.css';

/** The school's reviews, the latest year first. */
export function SchoolReviewsCard({ urn }: { urn: string }) {
  return (
    <Card title="Reviews">
      <Loaded query={schoolReviewsQuery(urn)} what="the reviews">
        {({ items }) =>
          items.length === 0 ? (
            <p>No review was ever opened for it.</p>
          ) : (
            <ul className={classes.lines}>
              {items.map(({ code, academicYear, term, termId, state, lead, dates, reason }) => (
                <li key={code}>
                  <span>
                    <b>{term ?? academicYear}</b>
                    {lead !== null && `, ${lead}`}
                    {dates !== null && `, ${dates}`}
                    {reason !== null && `. ${reason}`}
                    <br />
                    <span className={classes.quiet}>{code}</span>
                  </span>
                  <ReviewState state={state} />
                  {termId !== null && (
                    <Go target={reviewsTarget(termId, { review: code })} about={code}>
                      Open
                    </Go>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
