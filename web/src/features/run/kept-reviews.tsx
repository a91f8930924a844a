import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPin, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { announce } from '../../parts/announcer';
import { type KeepableReview, reviewsFound } from './reviews-found';
import classes from './run.module.css';

export interface KeptReviewsProps {
  readonly reviews: readonly KeepableReview[];
  /** References of those that are chosen. */
  readonly stay: readonly string[];
  readonly onStay: (stay: readonly string[]) => void;
}

/** Choosing reviews that stay, looked for by school, person or region. */
export function KeptReviews({ reviews, stay, onStay }: KeptReviewsProps) {
  const [sought, setSought] = useState('');
  const found = reviewsFound(reviews, sought);
  const known = stay.filter((review) => reviews.some((each) => each.review === review));
  const choose = (review: string, isChosen: boolean) => {
    const next = isChosen ? [...stay, review] : stay.filter((each) => each !== review);
    announce(`${String(next.length)} chosen to stay.`);
    onStay(next);
  };
  const open = found.filter(({ review, isPinned }) => !isPinned && !stay.includes(review));
  const canChooseAll = sought.trim() !== '' && open.length > 0;
  return (
    <fieldset className={classes.keepable}>
      <legend>
        Reviews that stay <span>{known.length} chosen</span>
      </legend>
      <TextInput
        label="Look for a school, a person or a region"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={sought}
        onChange={({ currentTarget: { value } }) => {
          setSought(value);
          announce(`${String(reviewsFound(reviews, value).length)} found.`);
        }}
      />
      {(known.length > 0 || canChooseAll) && (
        <div className={classes.next}>
          {canChooseAll && (
            <Button
              size="xs"
              onClick={() => {
                announce(`${String(known.length + open.length)} chosen to stay.`);
                onStay([...stay, ...open.map(({ review }) => review)]);
              }}
            >
              Choose all {open.length} that are found
            </Button>
          )}
          {known.length > 0 && (
            <Button
              size="xs"
              onClick={() => {
                announce('None chosen to stay.');
                onStay([]);
              }}
            >
              Choose none
            </Button>
          )}
        </div>
      )}
      {found.length === 0 ? (
        <p className={classes.quiet}>Nothing matches. Part of a name is enough.</p>
      ) : (
        <ul className={classes.keepList} aria-label="Reviews of the newest plan" tabIndex={0}>
          {found.map(({ review, school, words, isPinned }) => (
            <li key={review}>
              <Checkbox
                iconColor="var(--text-on-fill)"
                classNames={{ description: classes.description ?? '' }}
                checked={isPinned || stay.includes(review)}
                disabled={isPinned}
                onChange={({ currentTarget }) => choose(review, currentTarget.checked)}
                label={
                  <>
                    {school}
                    {isPinned && (
                      <>
                        {' '}
                        <IconPin size={13} aria-hidden /> pinned
                      </>
                    )}
                  </>
                }
                description={words}
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
