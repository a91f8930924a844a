import { Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconCalendar } from '@tabler/icons-react';
import { useId } from 'react';
import type { Asks, UnplacedReviews } from '../../api/plan-reviews';
import { Tag } from '../../parts/tag';
import { AskSets } from './ask-sets';
import type { Letter } from './letter-dialog';
import { StoppersBar } from './stoppers-bar';
import classes from './unplaced.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/unplaced');

export interface UnplacedCardProps {
  readonly review: UnplacedReviews['reviews'][number];
  readonly asks: Asks | undefined;
  readonly onWrite: (letter: Letter) => void;
}

/** One review without a lead: on the left what stands in the way, on the right what it would take. */
export function UnplacedCard({ review, asks, onWrite }: UnplacedCardProps) {
  const { term, plan } = route.useParams();
  const id = useId();
  const told = asks?.reviews.find((each) => each.review.reference === review.review);
  return (
    <article className={classes.card} aria-labelledby={id}>
      <div className={classes.about}>
        <div>
          <Title order={2} id={id}>
            <Link
              to="/terms/$term/plans/$plan/reviews/$review"
              params={{ term, plan, review: review.review }}
            >
              {review.school}
            </Link>
          </Title>
          <p className={classes.dim}>
            {review.phase}, {review.region}
          </p>
          <p className={classes.tags}>
            <Tag tone="gap">No lead</Tag>
            {review.needs.map(({ code, name }) => (
              <Tag key={code} tone="plain">
                <abbr title={name}>{code}</abbr>
              </Tag>
            ))}
            {review.isPriorityRegion && <Tag tone="priority">Priority region</Tag>}
          </p>
          {review.needsInvented && review.needs.length > 0 && (
            <p className={classes.small}>Needs are made up for demonstration</p>
          )}
          <p className={classes.windows}>
            <IconCalendar size={14} aria-hidden />
            <span>{review.windowsInWords}</span>
          </p>
        </div>
        <section>
          <h3>What stands in the way</h3>
          <p>{review.standsInTheWay}</p>
          <ClosedWindows windows={review.windows} />
          <StoppersBar stoppers={review.stoppers} leads={review.leads} />
        </section>
      </div>
      <section className={classes.asks}>
        <h3>What would it take</h3>
        <AskSets
          review={review}
          told={told}
          isWorking={asks?.state !== 'DONE'}
          checked={asks?.checked?.words ?? 'Checked by solving again'}
          onWrite={onWrite}
        />
      </section>
    </article>
  );
}

function ClosedWindows({ windows }: Pick<UnplacedCardProps['review'], 'windows'>) {
  const closed = windows.filter((window) => window.closed !== null);
  return closed.map(({ days, closed: why }) => (
    <p key={days} className={classes.small}>
      {days}: nobody can review, {why}
    </p>
  ));
}
