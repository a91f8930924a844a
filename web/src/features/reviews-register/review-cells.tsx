import type { ReviewRow, ReviewsRegister } from '../../api/registers';
import { Cut, Nothing } from '../../parts/register/cell';
import { RowLink } from '../../parts/register/row-link';
import { ReviewState } from '../../parts/review-state';
import { Tag, type Tone } from '../../parts/tag';
import { leadTarget, reviewTarget, schoolTarget } from '../../parts/term-links';

const planTones: Readonly<Record<string, Tone>> = {
  'Has a lead': 'draft',
  'Without a lead': 'gap',
  'Not in the plan': 'warn',
};
const windowTones: Readonly<Record<string, Tone>> = { Named: 'ok', 'Not known': 'warn' };

/** How the register of reviews draws what is more than words. */
export function reviewCells({ termId, planId }: Pick<ReviewsRegister, 'termId' | 'planId'>) {
  const inPlan = ({ plan, review }: ReviewRow) =>
    planId !== null && (plan === 'Has a lead' || plan === 'Without a lead')
      ? reviewTarget(termId, planId, review)
      : undefined;
  return {
    school: ({ school, urn }: ReviewRow) => <RowLink target={schoolTarget(urn)} words={school} />,
    state: ({ state }: ReviewRow) => <ReviewState state={state} />,
    windows: ({ windows }: ReviewRow) => (
      <Tag tone={windowTones[windows] ?? 'plain'}>{windows}</Tag>
    ),
    plan: (row: ReviewRow) => (
      <RowLink target={inPlan(row)} words={`${row.plan}: ${row.school}`}>
        <Tag tone={planTones[row.plan] ?? 'plain'}>{row.plan}</Tag>
      </RowLink>
    ),
    lead: ({ lead, leadCode }: ReviewRow) =>
      lead === null ? (
        <Nothing />
      ) : (
        <RowLink
          target={
            planId === null || leadCode === null ? undefined : leadTarget(termId, planId, leadCode)
          }
          words={lead}
        />
      ),
    review: (row: ReviewRow) => <RowLink target={inPlan(row)} words={row.review} />,
    priority: ({ priority, priorityReason }: ReviewRow) => (
      <span title={priorityReason}>{priority}</span>
    ),
    term: ({ term }: ReviewRow) =>
      term === null ? <Tag tone="warn">None yet</Tag> : <Cut words={term} />,
  };
}
