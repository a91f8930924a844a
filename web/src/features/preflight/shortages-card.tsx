import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NobodyCanLead, PreflightView, Shortage, ShortPart } from '../../api/preflight';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { Tag } from '../../parts/tag';
import { reviewsTarget } from '../../parts/term-links';
import { PeopleList, SchoolList } from './concerned';
import classes from './shortages-card.module.css';
import { WhatHelps } from './what-helps';

/** What no run could cover: certain, with the reviews and people concerned and what could be asked. */
export function ShortagesCard({ found, term }: { found: PreflightView; term: string }) {
  const { pinsShort, shortages, nobody, seats } = found;
  const costs = seats.assurers.shortages.flatMap(({ cost }) => cost ?? []);
  const things = shortages.length + costs.length + nobody.length + (pinsShort === null ? 0 : 1);
  return (
    <Card
      title="What no plan could cover"
      aside={things === 0 ? undefined : `${things} proven`}
      flush
    >
      {things === 0 ? (
        <p className={classes.none}>
          <IconCheck size={18} aria-hidden /> No shortage is found. Only a run can tell whether one
          plan covers everything.
        </p>
      ) : (
        <ul>
          {pinsShort !== null && (
            <Item key="pins" tag="Blocks every run">
              <TooMany part={pinsShort} term={term} />
            </Item>
          )}
          {shortages.map((shortage) => (
            <ShortageItem key={shortage.words[0]} shortage={shortage} term={term} />
          ))}
          {costs.map((cost) => (
            <Item key={cost.words[0]} tag={reviewsWithout(cost)}>
              <TooMany part={cost} term={term} />
              <WhatHelps sentences={seats.assurers.whatHelps} />
            </Item>
          ))}
          {nobody.map((review) => (
            <NobodyItem key={review.review} review={review} term={term} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Item({ tag, children }: { tag: string; children: ReactNode }) {
  return (
    <li className={classes.item}>
      <div className={classes.tag}>
        <Tag tone="gap">{tag}</Tag>
      </div>
      {children}
    </li>
  );
}

function ShortageItem({ shortage, term }: { shortage: Shortage; term: string }) {
  return (
    <Item tag={reviewsWithout(shortage)}>
      <TooMany part={shortage} term={term} />
      <WhatHelps sentences={shortage.whatHelps} />
      {shortage.smallest.length > 0 && (
        <details className={classes.more}>
          <summary>
            {shortage.smallest.length === 1
              ? '1 part of these is too much by itself'
              : `${shortage.smallest.length} parts of these are too many by themselves`}
          </summary>
          <ul>
            {shortage.smallest.map((part) => (
              <li key={part.words[0]}>
                <TooMany part={part} term={term} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Item>
  );
}

function reviewsWithout({ reviews, most }: ShortPart): string {
  const without = reviews.length - most;
  return without === 1 ? '1 review' : `${without} reviews`;
}

function TooMany({ part, term }: { part: ShortPart; term: string }) {
  const [what, why, ...rooms] = part.words;
  return (
    <>
      <h3>{what}</h3>
      <p className={classes.why}>{why}</p>
      {rooms.length > 0 && (
        <ul className={classes.rooms}>
          {rooms.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <SchoolList schools={part.reviews} term={term} />
      <PeopleList people={part.people} term={term} />
    </>
  );
}

function NobodyItem({ review, term }: { review: NobodyCanLead; term: string }) {
  const { school, region, leads, keptAway, closed, isPinned, priority } = review;
  return (
    <Item tag="1 review">
      <h3>Nobody could lead {school}</h3>
      <p className={classes.why}>
        {region}
        {priority > 1 && `, priority ${priority}`}
        {isPinned && ', pinned'}.
        {keptAway.length > 0 && ` Of ${leads} people who may lead this term:`}
      </p>
      <ul className={classes.rooms}>
        {closed.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {keptAway.map(({ people, words }) => (
          <li key={words}>
            <b>{people}</b> {words}
          </li>
        ))}
      </ul>
      <WhatHelps sentences={review.whatHelps} />
      <Go target={reviewsTarget(term, { review: review.review })} about={school}>
        See the review
      </Go>
    </Item>
  );
}
