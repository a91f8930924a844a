import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type PlanReview, planReviewQuery } from '../../api/plan-reviews';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { PlanNotice } from './plan-notice';
import { ReviewFacts } from './review-facts';
import classes from './review-panel.module.css';
import { WhoCould } from './who-could';
import { WhyLead } from './why-lead';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

/** One review of a plan: why this lead, who else, and who cannot. */
export function ReviewPanel() {
  const { plan, review } = route.useParams();
  return (
    <LoadedPage title="Review" query={planReviewQuery(plan, review)} what="the review">
      {(found) => <ReviewPage key={`${plan} ${review}`} review={found} />}
    </LoadedPage>
  );
}

function ReviewPage({ review }: { review: PlanReview }) {
  const { term } = route.useParams();
  const { plan, school, region, days, lead, place } = review;
  const when = days === null ? 'No lead in this plan' : days;
  return (
    <Page
      title={school}
      lead={`${region}. ${when}. ${plan.words}.`}
      back={{
        label: 'Plan board',
        link: { to: '/terms/$term/plans/$plan', params: { term, plan: plan.id } },
      }}
      actions={<Neighbours place={place} />}
    >
      <PlanNotice review={review} />
      <div className={classes.layout}>
        <ReviewFacts review={review} />
        <div className={classes.answers}>
          {lead !== null && <WhyLead review={review} lead={lead} />}
          <WhoCould review={review} />
        </div>
      </div>
    </Page>
  );
}

/** To the review before and after, in order of time; the place among all is between them. */
function Neighbours({ place }: { place: PlanReview['place'] }) {
  const { term, plan } = route.useParams();
  const to = (neighbour: PlanReview['place']['next'], label: string) =>
    neighbour === null ? (
      <Button disabled aria-label={`${label}: there is none`} px="xs">
        {label === 'Previous review' ? (
          <IconChevronLeft size={18} />
        ) : (
          <IconChevronRight size={18} />
        )}
      </Button>
    ) : (
      <Button
        px="xs"
        title={neighbour.school}
        aria-label={`${label}: ${neighbour.school}`}
        renderRoot={(props: object) => (
          <Link
            to="/terms/$term/plans/$plan/reviews/$review"
            params={{ term, plan, review: neighbour.review }}
            {...props}
          />
        )}
      >
        {label === 'Previous review' ? (
          <IconChevronLeft size={18} />
        ) : (
          <IconChevronRight size={18} />
        )}
      </Button>
    );
  return (
    <nav className={classes.neighbours} aria-label="Reviews of the plan">
      {to(place.previous, 'Previous review')}
      <span className={classes.place}>
        {place.number} of {place.of}
      </span>
      {to(place.next, 'Next review')}
    </nav>
  );
}
