import { Anchor, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { type PlanReview, type WhyThisOne, whyQuery } from '../../api/plan-reviews';
import { Loaded } from '../../parts/loaded';
import { milesInWords } from '../../parts/miles-in-words';
import { AimNumbers } from './aim-numbers';
import { AVAILABILITY, HOST } from './grade-words';
import classes from './why-lead.module.css';

const route = getRouteApi('/terms/$term/plans/$plan/reviews/$review');

export interface WhyLeadProps {
  readonly review: PlanReview;
  readonly lead: NonNullable<PlanReview['lead']>;
}

/** Why its lead leads it: a sentence, what it pays by aim, and the numbers for those who want them. */
export function WhyLead({ review, lead }: WhyLeadProps) {
  const { plan } = route.useParams();
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} id={id}>
        Why {lead.name}
      </Title>
      <Loaded query={whyQuery(plan, review.review)} what="the reason; the term is solved again">
        {(why) => <Reason why={why} review={review} />}
      </Loaded>
    </section>
  );
}

function Reason({ why, review }: { why: WhyThisOne; review: PlanReview }) {
  const { numbers } = route.useSearch();
  const navigate = useNavigate({ from: '/terms/$term/plans/$plan/reviews/$review' });
  const toggle = () =>
    void navigate({
      search: ({ numbers: shown, ...rest }) =>
        shown === undefined ? { ...rest, numbers: 'shown' } : rest,
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <p className={classes.commitment}>{why.facts.commitment.words}</p>
      <p className={classes.lede}>{why.reason}</p>
      {why.measuredFrom.words.map((words) => (
        <p key={words} className={classes.commitment}>
          {words}
        </p>
      ))}
      <Pays why={why} review={review} />
      <Anchor
        component="button"
        type="button"
        className={classes.toggle}
        data-unprinted
        aria-expanded={numbers === 'shown'}
        onClick={toggle}
      >
        {numbers === 'shown' ? 'Hide the numbers' : 'Show the numbers'}
      </Anchor>
      {numbers === 'shown' && (
        <div className={classes.numbers}>
          {why.without.price !== null && (
            <AimNumbers
              price={why.without.price}
              alternative={`Without ${why.name} here`}
              caption={`The best plan without ${why.name} on this review, aim by aim`}
            />
          )}
          <ul className={classes.words}>
            {why.words.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** What the seat comes to for each aim, in words. */
function Pays({ why, review }: { why: WhyThisOne; review: PlanReview }) {
  const { facts } = why;
  const needs = facts.needsMatched.length + facts.needsUnmatched.length;
  const tiles: [string, string, string?][] = [
    ['Coverage', 'Covered', `weighs ${review.priority.value}`],
    ['Commitment', `${facts.commitment.led} this term`, `target ${facts.commitment.target}`],
    [
      'Lead’s availability',
      facts.availability === null ? 'To be asked' : AVAILABILITY[facts.availability],
    ],
    ['School’s window', facts.hostWindow === null ? 'To be asked' : HOST[facts.hostWindow]],
    [
      'Needs matched',
      needs === 0 ? 'None asked for' : `${facts.needsMatched.length} of ${needs}`,
      facts.needsMatched.join(', '),
    ],
    ['Travel', milesInWords(facts.miles), facts.isOvernight ? '1 night away' : 'no night away'],
  ];
  return (
    <dl className={classes.pays}>
      {tiles.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {more !== undefined && more !== '' && <span>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
