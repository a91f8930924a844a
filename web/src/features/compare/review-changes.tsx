import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ComparedReview, SideBySide } from '../../api/plan-comparison';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import { Tag } from '../../parts/tag';
import { letterOf, reviewsShown, titleOfKind } from './changes-shown';
import classes from './review-changes.module.css';

const route = getRouteApi('/terms/$term/compare');

/** So many are shown at first: more than fit a screen, fewer than hide what comes below. */
const FEW = 10;

/** The reviews that the plans do not treat alike, from what to what. */
export function ReviewChanges({ sides }: { sides: SideBySide }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const region = sides.regions.find((each) => each.region === search.region)?.region;
  const kind = sides.kinds.find((each) => each.kind === search.kind)?.kind;
  const fitting = reviewsShown(sides.reviews, { region, kind });
  const shown = search.schools === 'all' ? fitting : fitting.slice(0, FEW);
  const all = () =>
    void navigate({
      to: '.',
      search: said({ ...search, schools: 'all' as const }),
      replace: true,
      resetScroll: false,
    });
  const filter = (more: { region?: string | undefined; kind?: string | undefined }) => {
    const next = said({ ...search, ...more });
    const count = reviewsShown(sides.reviews, next).length;
    announce(`${String(count)} of ${String(sides.reviews.length)} reviews shown.`);
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  };
  if (sides.reviews.length === 0) {
    return (
      <Card title="Schools">
        <p>All reviews have the same people on the same dates in these plans.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Schools"
      aside={`${String(fitting.length)} of ${String(sides.reviews.length)} reviews that differ`}
      flush
    >
      <div className={classes.filters}>
        <NativeSelect
          label="Region"
          value={region ?? ''}
          onChange={({ currentTarget }) => filter({ region: chosenOf(currentTarget.value) })}
        >
          <option value="">All regions</option>
          {sides.regions.map(({ region, reviews }) => (
            <option key={region} value={region}>
              {region} ({reviews})
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label="Kind of change"
          value={kind ?? ''}
          onChange={({ currentTarget }) => filter({ kind: chosenOf(currentTarget.value) })}
        >
          <option value="">All changes</option>
          {sides.kinds.map(({ kind, title }) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </NativeSelect>
      </div>
      {shown.length === 0 ? (
        <p className={classes.none}>
          No review differs in this way. Choose another region or kind.
        </p>
      ) : (
        <ul id="schools">
          {shown.map((review) => (
            <ReviewRow key={review.review} review={review} sides={sides} />
          ))}
        </ul>
      )}
      {shown.length < fitting.length && (
        <p className={classes.more}>
          <Button onClick={all}>Show all {fitting.length} schools</Button>
        </p>
      )}
    </Card>
  );
}

/** The empty choice stands for all. */
function chosenOf(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function ReviewRow({ review, sides }: { review: ComparedReview; sides: SideBySide }) {
  const kinds = [...new Set(review.others.flatMap((other) => other.kinds))];
  return (
    <li className={classes.review}>
      <div className={classes.school}>
        <h3>{review.school}</h3>
        <p>{review.region}</p>
        <div className={classes.kinds}>
          {kinds.map((kind) => (
            <Tag
              key={kind}
              tone={kind === 'LOSES_LEAD' ? 'gap' : kind === 'GAINS_LEAD' ? 'ok' : 'plain'}
            >
              {titleOfKind(sides.kinds, kind)}
            </Tag>
          ))}
        </div>
      </div>
      <dl className={classes.sides}>
        {review.seats.map((seats, index) => (
          <Fragment key={sides.plans[index]?.id ?? index}>
            <dt>
              <span className="sr">Plan </span>
              {letterOf(index)}
            </dt>
            <dd>
              <Seats seats={seats} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </li>
  );
}

function Seats({ seats }: { seats: ComparedReview['seats'][number] }) {
  if (seats === null) return <span className={classes.quiet}>Not in this plan</span>;
  if (seats.lead === null) return <span className={classes.gap}>Nobody leads it</span>;
  return (
    <>
      <b>{seats.lead}</b> {seats.dates !== null && <span>{seats.dates}</span>}
      {seats.company !== null && <span className={classes.quiet}>{seats.company}</span>}
    </>
  );
}
