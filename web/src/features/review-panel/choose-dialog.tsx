import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { saveEdits } from '../../api/plan-changes';
import type { PlanReview } from '../../api/plan-reviews';
import { ProblemError, wordsOfError } from '../../api/problem-error';
import type { Candidate } from '../../api/ranking';
import { alert, announce } from '../../parts/announcer';
import { ChoiceForm } from './choice-form';
import { newerVersionIn, SavedMeanwhile } from './saved-meanwhile';
import { editsOf } from './moves-to-edits';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

export interface ChooseDialogProps {
  readonly review: PlanReview;
  readonly candidate: Candidate;
  readonly onClose: () => void;
}

/** Choosing somebody: what it does to the plan, then saving it as the next version. */
export function ChooseDialog({ review, candidate, onClose }: ChooseDialogProps) {
  const { term } = route.useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const edits = editsOf(candidate.alternative.moves);
  // Somebody may have saved meanwhile: then the same change can be made to their version.
  const [plan, setPlan] = useState({ id: review.plan.id, version: review.plan.version });
  const save = useMutation({
    mutationFn: (note: string) => saveEdits(plan.id, edits, note),
    onSuccess: async (saved) => {
      announce(`Saved as version ${saved.version}. ${candidate.name} leads ${review.school}.`);
      await client.invalidateQueries({ queryKey: ['terms', term, 'plans'] });
      await navigate({
        to: '/terms/$term/plans/$plan/reviews/$review',
        params: { term, plan: saved.id, review: review.review },
        state: { madeOf: plan.version },
      });
    },
    onError: (error) => alert(wordsOfError(error)),
  });
  const newer = newerVersionIn(save.error);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`Choose ${candidate.name} for ${review.school}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {newer === null ? (
        <ChoiceForm
          plan={plan}
          edits={edits}
          candidate={candidate}
          problem={save.error instanceof ProblemError ? save.error.problem : null}
          failure={save.error}
          isSaving={save.isPending}
          onSave={(note) => save.mutate(note)}
          onCancel={onClose}
        />
      ) : (
        <SavedMeanwhile
          newer={newer}
          review={review.review}
          onGoOn={() => {
            setPlan({ id: newer.id, version: newer.version });
            save.reset();
          }}
        />
      )}
    </Modal>
  );
}
