import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconCheck, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import {
  asksQuery,
  asksTogetherQuery,
  type UnplacedReviews,
  unplacedQuery,
} from '../../api/plan-reviews';
import { Go } from '../../parts/go';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Empty, Failed } from '../../parts/states';
import { dropOutsTarget } from '../../parts/term-links';
import { AsksProgress } from './asks-progress';
import { JointAsks } from './joint-asks';
import { type Letter, LetterDialog } from './letter-dialog';
import { UnplacedCard } from './unplaced-card';
import classes from './unplaced.module.css';
import { WaitingReviews } from './waiting-reviews';

const route = getRouteApi('/terms/$term/plans/$plan/unplaced');
const TITLE = 'Reviews without a lead';

/** The reviews of a plan without a lead: what stands in the way of each, and what it would take. */
export function Unplaced() {
  const { plan } = route.useParams();
  return (
    <LoadedPage title={TITLE} query={unplacedQuery(plan)} what="the reviews without a lead">
      {(found) => <UnplacedPage key={plan} found={found} />}
    </LoadedPage>
  );
}

function UnplacedPage({ found }: { found: UnplacedReviews }) {
  const { term, plan } = route.useParams();
  const isAnybodyWaiting = found.reviews.length > 0;
  const asks = useQuery({ ...asksQuery(plan), enabled: isAnybodyWaiting });
  // With one review its own card says it all.
  const isJoint = found.reviews.length > 1 && asks.error === null;
  const together = useQuery({ ...asksTogetherQuery(plan), enabled: isJoint });
  const [letter, setLetter] = useState<Letter>();
  return (
    <Page
      title={TITLE}
      lead={`${found.words} ${found.plan.words}.`}
      back={{
        label: 'Plan board',
        link: { to: '/terms/$term/plans/$plan', params: { term, plan } },
      }}
      actions={
        <>
          <Go look="button" target={dropOutsTarget(term, plan)}>
            If somebody drops out
          </Go>
          <Button
            component="a"
            href={`/api/v1/plans/${plan}/export.xlsx`}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Download the plan
          </Button>
        </>
      }
    >
      {found.plan.newest !== null && (
        <p className={classes.older}>
          You are looking at version {found.plan.version}. {found.plan.newest.words}.{' '}
          <Link
            to="/terms/$term/plans/$plan/unplaced"
            params={{ term, plan: found.plan.newest.id }}
          >
            Look at version {found.plan.newest.version}
          </Link>
        </p>
      )}
      {isAnybodyWaiting ? (
        asks.error !== null ? (
          <Failed error={asks.error} onRetry={() => void asks.refetch()} />
        ) : (
          <AsksProgress asks={asks.data} reviews={found.reviews.length} silent={found.silent} />
        )
      ) : (
        <div className={classes.allPlaced}>
          <IconCheck aria-hidden />
          <Empty title="Every review of this plan has a lead">
            There is nothing to ask anybody for.
          </Empty>
        </div>
      )}
      {isJoint &&
        (together.error !== null ? (
          <Failed error={together.error} onRetry={() => void together.refetch()} />
        ) : (
          <JointAsks told={together.data} onWrite={setLetter} />
        ))}
      <div className={classes.list}>
        {found.reviews.map((review) => (
          <UnplacedCard key={review.review} review={review} asks={asks.data} onWrite={setLetter} />
        ))}
      </div>
      <WaitingReviews waiting={found.waiting} onWrite={setLetter} />
      {letter !== undefined && (
        <LetterDialog letter={letter} onClose={() => setLetter(undefined)} />
      )}
    </Page>
  );
}
