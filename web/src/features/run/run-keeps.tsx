import { Radio } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { RunChoices } from '../../api/runs';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { KeptReviews } from './kept-reviews';
import classes from './run.module.css';

/** What of the newest plan stays besides what every run keeps. */
export type Keep = 'pins' | 'chosen';

export interface RunKeepsProps {
  readonly choices: RunChoices;
  readonly keep: Keep | undefined;
  /** References of the reviews that are chosen to stay. */
  readonly stay: readonly string[];
  readonly onKeep: (keep: Keep | undefined) => void;
  readonly onStay: (stay: readonly string[]) => void;
}

/** What a run leaves as it is: what it must, and what is chosen of the newest plan. */
export function RunKeeps({ choices: { kept, plan }, keep, stay, onKeep, onStay }: RunKeepsProps) {
  return (
    <Card title="What stays as it is">
      <div className={classes.keeps}>
        <p>{kept.words}</p>
        {kept.reviews.length > 0 && (
          <details>
            <summary>Show what stays</summary>
            <ul className={classes.list}>
              {kept.reviews.map(({ review, words }) => (
                <li key={review}>{words}</li>
              ))}
            </ul>
          </details>
        )}
        {kept.notKept.length > 0 && (
          <div className={classes.notKept}>
            <p>
              <IconAlertTriangle size={16} aria-hidden />{' '}
              <b>Accepted, and not kept: tell them and the school.</b>
            </p>
            <ul>
              {kept.notKept.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        )}
        {plan === null ? (
          <p className={classes.quiet}>Once there is a plan, you can keep more of it here.</p>
        ) : (
          <Radio.Group
            label="What else stays"
            description={`Of the newest plan: ${plan.name}`}
            value={keep ?? 'none'}
            onChange={(value) => {
              if (value === 'chosen') announce('Choose the reviews that stay in the list below.');
              onKeep(value === 'pins' || value === 'chosen' ? value : undefined);
            }}
            name="keep"
          >
            <div className={classes.policies}>
              <KeepChoice
                value="none"
                isChosen={keep === undefined}
                label="Nothing else"
                words="Drafts are placed anew. Published leads and dates that nobody has accepted may change, but as few as possible."
              />
              <KeepChoice
                value="pins"
                isChosen={keep === 'pins'}
                label="What is pinned in it"
                words={
                  plan.pinned === 0
                    ? `${plan.words} Pin reviews on the board first, or choose them here.`
                    : plan.words
                }
                isDisabled={plan.pinned === 0}
              />
              <KeepChoice
                value="chosen"
                isChosen={keep === 'chosen'}
                label="What is pinned in it, and the reviews that I choose"
                words="They keep their lead, their dates and whoever goes along."
              />
            </div>
          </Radio.Group>
        )}
        {plan !== null && keep === 'chosen' && (
          <KeptReviews reviews={plan.reviews} stay={stay} onStay={onStay} />
        )}
      </div>
    </Card>
  );
}

interface KeepChoiceProps {
  readonly value: string;
  readonly isChosen: boolean;
  readonly label: string;
  readonly words: string;
  readonly isDisabled?: boolean;
}

function KeepChoice({ value, isChosen, label, words, isDisabled = false }: KeepChoiceProps) {
  return (
    <div className={classes.policy} data-chosen={isChosen}>
      <Radio
        value={value}
        disabled={isDisabled}
        iconColor="var(--text-on-fill)"
        classNames={{ description: classes.description ?? '' }}
        label={<b>{label}</b>}
        description={words}
      />
    </div>
  );
}
