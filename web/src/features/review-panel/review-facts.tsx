import { IconBan, IconCheck, IconStar } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanReview } from '../../api/plan-reviews';
import { Go } from '../../parts/go';
import { Tag, type Tone } from '../../parts/tag';
import { leadTarget } from '../../parts/term-links';
import classes from './review-panel.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

const TONES: Readonly<Record<PlanReview['state']['kind'], Tone>> = {
  NO_LEAD: 'gap',
  DRAFT: 'draft',
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  LED: 'ok',
};

/** What is so of the review and its school, whoever leads it. */
export function ReviewFacts({ review }: { review: PlanReview }) {
  const { state, lead, qualityAssurer, shadow, priority, lastReview, trust, type } = review;
  return (
    <aside className={classes.facts} aria-label="The review">
      <dl>
        <Fact name="State">
          <Tag tone={TONES[state.kind]}>{state.words}</Tag>{' '}
          <span className={classes.small}>{state.means}</span>
        </Fact>
        <Fact name="Lead">
          {lead === null ? (
            'Nobody'
          ) : (
            <>
              <PersonLink person={lead.person}>{lead.name}</PersonLink>
              {lead.home !== null && `, ${lead.home}`}
            </>
          )}
        </Fact>
        <Fact name="Quality assurer">{qualityAssurer.words}</Fact>
        <Fact name="Shadow">{shadow.words}</Fact>
        <Fact name="Phase and needs">
          {review.phase}
          {review.needs.map(({ code, name }) => (
            <div key={code}>
              {name} ({code})
            </div>
          ))}
          {review.needsInvented && review.needs.length > 0 && (
            <div className={classes.small}>Needs are made up for demonstration</div>
          )}
        </Fact>
        <Fact name="Trust">
          {trust ?? 'None'}
          {type !== null && <div className={classes.small}>{type}</div>}
        </Fact>
        <Fact name="Windows the school accepts">
          <Windows review={review} />
        </Fact>
        <Fact name="Priority">
          {review.isPriorityRegion && <Tag tone="priority">Priority region</Tag>}{' '}
          <span className={classes.small}>
            Weighs {priority.value} in coverage: {priority.reason}
          </span>
        </Fact>
        <Fact name="Last review">{lastReview?.words ?? 'None on record'}</Fact>
        <Fact name="History">
          <ol className={classes.history}>
            {review.history.map(({ at, words }) => (
              <li key={`${at} ${words}`}>{words}</li>
            ))}
          </ol>
        </Fact>
      </dl>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Windows({ review: { windows, days } }: { review: PlanReview }) {
  if (windows.length === 0) return 'None';
  return (
    <ul className={classes.windows}>
      {windows.map((each) => (
        <li key={each.days}>
          <WindowIcon window={each} />
          <span className={each.days === days ? classes.chosen : undefined}>
            {each.days}
            {each.grade === 'PREFERRED' && ', preferred'}
            {each.days === days && ' (this review)'}
            {each.closed !== null && `: nobody can review, ${each.closed}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function WindowIcon({ window }: { window: PlanReview['windows'][number] }) {
  if (window.closed !== null) return <IconBan size={12} aria-hidden />;
  return window.grade === 'PREFERRED' ? (
    <IconStar size={12} aria-hidden />
  ) : (
    <IconCheck size={12} aria-hidden />
  );
}

/** A Lead Reviewer's name, leading to their page in this plan. */
export function PersonLink({ person, children }: { person: string; children: ReactNode }) {
  const { term, plan } = route.useParams();
  return <Go target={leadTarget(term, plan, person)}>{children}</Go>;
}
