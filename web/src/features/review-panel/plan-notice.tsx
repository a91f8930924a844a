import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { IconArrowBackUp } from '@tabler/icons-react';
import { saveAsVersion } from '../../api/plan-changes';
import type { PlanReview } from '../../api/plan-reviews';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import classes from './review-panel.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The version that the one shown was just made of, which it can be put back to. */
    madeOf?: number;
  }
}

/** That a later version exists, or that this one was just saved and can be undone. */
export function PlanNotice({ review: { plan, review } }: { review: PlanReview }) {
  const { term } = route.useParams();
  const { state } = useLocation();
  if (plan.newest !== null) {
    return (
      <div className={classes.notice} data-kind="older">
        <p>
          You are looking at version {plan.version}. {plan.newest.words}. Changes are made to the
          newest version.
        </p>
        <Link
          to="/terms/$term/plans/$plan/reviews/$review"
          params={{ term, plan: plan.newest.id, review }}
        >
          Look at version {plan.newest.version}
        </Link>
      </div>
    );
  }
  return state.madeOf === undefined ? null : (
    <Saved plan={plan} review={review} madeOf={state.madeOf} />
  );
}

interface SavedProps {
  readonly plan: PlanReview['plan'];
  readonly review: string;
  readonly madeOf: number;
}

function Saved({ plan, review, madeOf }: SavedProps) {
  const { term } = route.useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: () => saveAsVersion(plan.id, madeOf),
    onSuccess: async ({ id, version }) => {
      announce(`Undone: version ${version} is as version ${madeOf} was.`);
      await client.invalidateQueries({ queryKey: ['terms', term, 'plans'] });
      await navigate({
        to: '/terms/$term/plans/$plan/reviews/$review',
        params: { term, plan: id, review },
      });
    },
    onError: (error) => alert(wordsOfError(error)),
  });
  return (
    <div className={classes.notice} data-kind="saved">
      <p>
        Saved as version {plan.version}. Nobody has been told.
        {undo.error !== null && ` ${wordsOfError(undo.error)}`}
      </p>
      <Button
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => undo.mutate()}
        loading={undo.isPending}
      >
        Undo, back to version {madeOf}
      </Button>
    </div>
  );
}
