import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewRow } from '../../api/registers';
import {
  type ReviewChange,
  type ReviewChangesResult,
  saveReviewChanges,
  tryReviewChanges,
} from '../../api/review-changes';
import { todayQuery } from '../../api/terms';
import { BulkDialog, type BulkResult, type OnTop, refusedLine } from '../../parts/bulk/bulk-dialog';
import type { UndoOffer } from '../../parts/undo';
import { type ChangeDraft, changeFields, changeOf, emptyDraft, missingOf } from './change-draft';
import { ChangeForm } from './change-form';

export interface ChangeReviewsProps {
  readonly reviews: readonly ReviewRow[];
  readonly academicYear: string;
  readonly reload: () => Promise<void>;
  readonly onDone: (offer: UndoOffer) => void;
  readonly onClose: () => void;
}

/** One change to one review or to many. */
export function ChangeReviews(props: ChangeReviewsProps) {
  const { data: today } = useQuery(todayQuery);
  return today === undefined ? null : <Changing {...props} today={today.date} />;
}

function Changing(props: ChangeReviewsProps & { readonly today: string }) {
  const { reviews, academicYear, reload, onDone, onClose, today } = props;
  const [draft, setDraft] = useState<ChangeDraft>(() => emptyDraft(today, reviews));
  const items = (onTop: OnTop, keys?: readonly string[]): ReviewChange[] =>
    reviews
      .filter(({ review }) => keys?.includes(review) ?? true)
      .map(({ review, version }) => ({
        review,
        version: onTop.get(review) ?? version,
        change: changeOf(draft),
      }));
  const told = (result: ReviewChangesResult): BulkResult => {
    const { undo } = result;
    return {
      lines: result.items.map(({ review, school, before, after, refusal }) => ({
        key: review,
        name: school ?? review,
        before,
        after,
        ...refusedLine(refusal),
      })),
      whyNoUndo: result.whyNoUndo,
      ...(undo === null ? {} : { undo: () => saveReviewChanges(undo).then(reload) }),
    };
  };
  const [first] = reviews;
  return (
    <BulkDialog
      title={
        reviews.length === 1 && first !== undefined
          ? `Change the review of ${first.school}`
          : `Change ${String(reviews.length)} reviews`
      }
      count={(number) => (number === 1 ? '1 review' : `${String(number)} reviews`)}
      fields={changeFields}
      missing={() => missingOf(draft)}
      form={(error) => (
        <ChangeForm
          draft={draft}
          onChange={setDraft}
          reviews={reviews}
          academicYear={academicYear}
          error={error}
        />
      )}
      preview={(onTop) => tryReviewChanges(items(onTop)).then(told)}
      save={async (keys, onTop) => {
        const saved = await saveReviewChanges(items(onTop, keys));
        await reload();
        return told(saved);
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
