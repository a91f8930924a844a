import { Button, Loader } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconCheck, IconMail, IconPlus, IconStar } from '@tabler/icons-react';
import type { Asks, UnplacedReviews } from '../../api/plan-reviews';
import { Tag } from '../../parts/tag';
import type { Letter } from './letter-dialog';
import { TryAsks } from './try-asks';
import classes from './unplaced.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/unplaced');

type Told = Asks['reviews'][number];
type AskSet = Told['sets'][number];

export interface AskSetsProps {
  readonly review: UnplacedReviews['reviews'][number];
  /** Undefined: it is not worked out yet. */
  readonly told: Told | undefined;
  readonly isWorking: boolean;
  /** That it was checked, and when. */
  readonly checked: string;
  readonly onWrite: (letter: Letter) => void;
}

/** The cheapest things to ask for that would cover a review, each enough by itself. */
export function AskSets({ review, told, isWorking, checked, onWrite }: AskSetsProps) {
  if (told === undefined) {
    return (
      <p className={classes.working}>
        {isWorking && <Loader size={14} aria-hidden />}
        {isWorking ? 'Being worked out by solving again…' : 'Nothing was worked out for it.'}
      </p>
    );
  }
  if (told.sets.length === 0) {
    return (
      <>
        <p>{told.words}</p>
        <p className={classes.dim}>
          Nobody can be asked for a phase, a need or a conflict of interest. What is left is one
          more Lead Reviewer who fits this school, or another term.
        </p>
      </>
    );
  }
  return (
    <>
      <ol className={classes.sets}>
        {told.sets.map((set, index) => (
          <Set
            key={set.words}
            set={set}
            review={review}
            isBest={index === 0}
            checked={checked}
            onWrite={onWrite}
          />
        ))}
      </ol>
      <p className={classes.small}>{told.words}</p>
    </>
  );
}

interface SetProps extends Pick<AskSetsProps, 'review' | 'checked' | 'onWrite'> {
  readonly set: AskSet;
  readonly isBest: boolean;
}

function Set({ set, review, isBest, checked, onWrite }: SetProps) {
  const { school } = review;
  const requests = set.asks.map(({ request }) => request);
  return (
    <li data-best={isBest}>
      <span className={classes.mark} aria-hidden>
        {isBest ? <IconStar size={14} /> : <IconPlus size={14} />}
      </span>
      <div>
        {requests.length === 0 ? (
          <h4>Nothing need be asked: the plan can be bettered</h4>
        ) : (
          requests.map((request, index) => (
            <h4 key={request}>
              {index > 0 && <span className={classes.and}>and </span>}
              {request} {isBest && index === 0 && <Tag tone="priority">Cheapest</Tag>}
            </h4>
          ))
        )}
        <p className={classes.dim}>Covers this review. {set.outcome}</p>
        <p className={classes.checked}>
          <IconCheck size={14} aria-hidden />
          {checked}
        </p>
      </div>
      <div className={classes.buttons}>
        {set.asks.map(({ kind, letter, request }) =>
          letter === null ? null : (
            <Button
              key={request}
              size="xs"
              variant={isBest ? 'filled' : 'default'}
              leftSection={<IconMail size={14} aria-hidden />}
              onClick={() => onWrite(letter)}
            >
              {kind === 'HOST_WINDOW' && letter.to === school
                ? 'Write to the school'
                : `Write to ${letter.to}`}
            </Button>
          ),
        )}
        <TryAsks edits={set.edits} requests={requests} of={school} />
        {set.asks.length === 0 && <SeeWhoCould review={review.review} />}
      </div>
    </li>
  );
}

function SeeWhoCould({ review }: { review: string }) {
  const { term, plan } = route.useParams();
  return (
    <Button
      size="xs"
      renderRoot={(props: object) => (
        <Link
          to="/terms/$term/plans/$plan/reviews/$review"
          params={{ term, plan, review }}
          {...props}
        />
      )}
    >
      See who could lead it
    </Button>
  );
}
