import { Button, Group } from '@mantine/core';
import type { ReviewRow, ReviewsRegister } from '../../api/registers';
import { Cut, Nothing } from '../../parts/register/cell';
import { RowLink } from '../../parts/register/row-link';
import { ReviewState } from '../../parts/review-state';
import { Tag, type Tone } from '../../parts/tag';
import { leadTarget, reviewTarget, schoolTarget } from '../../parts/term-links';
import { isUnanswered } from './change-draft';

const planTones: Readonly<Record<string, Tone>> = {
  'Has a lead': 'draft',
  'Without a lead': 'gap',
  'Not in the plan': 'warn',
};
const windowTones: Readonly<Record<string, Tone>> = { Named: 'ok', 'Not known': 'warn' };

/**
 * How the register of reviews draws what is more than words.
 *
 * @param onAnswer records what the host of a review said
 */
export function reviewCells(
  { termId, planId }: Pick<ReviewsRegister, 'termId' | 'planId'>,
  onAnswer: (row: ReviewRow) => void,
) {
  const inPlan = ({ plan, review }: ReviewRow) =>
    planId !== null && (plan === 'Has a lead' || plan === 'Without a lead')
      ? reviewTarget(termId, planId, review)
      : undefined;
  return {
    school: ({ school, urn }: ReviewRow) => <RowLink target={schoolTarget(urn)} words={school} />,
    state: ({ state }: ReviewRow) => <ReviewState state={state} />,
    windows: (row: ReviewRow) => (
      <Group gap="xs">
        <Tag tone={windowTones[row.windows] ?? 'plain'}>{row.windows}</Tag>
        {isUnanswered(row) && (
          <Button
            size="compact-xs"
            data-unprinted
            aria-label={`Record the answer of ${row.school}`}
            onClick={() => onAnswer(row)}
          >
            Record
          </Button>
        )}
      </Group>
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
