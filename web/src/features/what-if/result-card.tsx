import { IconAlertTriangle } from '@tabler/icons-react';
import type { WhatIfResult } from '../../api/what-if';
import { ComputedWhen } from '../../parts/computed-when';
import { FigureLink } from './figure-link';
import classes from './what-if.module.css';

/** What the changes do: in a sentence, and coverage and commitments without and with them. */
export function ResultCard({ result, isNow }: { result: WhatIfResult; isNow: boolean }) {
  return (
    <section className={classes.card} aria-labelledby="sentence">
      <h2 id="sentence" className={classes.sentence}>
        {result.sentence}
      </h2>
      {result.gaps.map((words) => (
        <p key={words} className={classes.gap}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{words}</span>
        </p>
      ))}
      {result.isPossible && (
        <div className={classes.halves}>
          <Coverage result={result} />
          <Commitments result={result} />
        </div>
      )}
      <ComputedWhen
        computed={result.computed}
        isStale={result.isStale}
        isNow={isNow}
        isOld={result.isOfOtherChanges ? ' of other changes: the what-if was changed since.' : null}
      />
    </section>
  );
}

function Coverage({ result: { coverage } }: { result: WhatIfResult }) {
  const most = Math.max(coverage.reviewsBefore, coverage.reviewsAfter, 1);
  const sides = [
    { title: 'Without', led: coverage.before, all: coverage.reviewsBefore, side: 'BEFORE' },
    { title: 'With', led: coverage.after, all: coverage.reviewsAfter, side: 'AFTER' },
  ];
  return (
    <div className={classes.half}>
      <h3>Coverage</h3>
      {sides.map(({ title, led, all, side }) => (
        <div key={side} className={classes.side}>
          <span>{title}</span>
          <span className={classes.bar} aria-hidden>
            <i data-part="led" style={{ width: `${(led / most) * 100}%` }} />
            <i data-part="open" style={{ width: `${((all - led) / most) * 100}%` }} />
          </span>
          <span>
            <FigureLink
              count={led}
              about={`reviews with a Lead Reviewer ${title.toLowerCase()} the changes`}
              opens={{ figure: `COVERED_${side}` }}
            />{' '}
            of{' '}
            <FigureLink
              count={all}
              about={`reviews due ${title.toLowerCase()} the changes`}
              opens={{ figure: `DUE_${side}` }}
            />
            ;{' '}
            <FigureLink
              count={all - led}
              about={`reviews without a Lead Reviewer ${title.toLowerCase()} the changes`}
              opens={{ figure: `UNCOVERED_${side}` }}
            />{' '}
            without a Lead Reviewer
          </span>
        </div>
      ))}
      <ul className={classes.counts}>
        {(
          [
            ['LOST', coverage.lost, 'would lose the Lead Reviewer'],
            ['GAINED', coverage.gained, 'would get one'],
            ['MOVED', coverage.moved, 'keep one, with another date or person'],
            ['FREED', coverage.freed, 'accepted and open again'],
          ] as const
        ).map(([figure, count, words]) => (
          <li key={figure}>
            <FigureLink count={count} about="reviews" opens={{ figure }} /> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Commitments({ result: { commitments } }: { result: WhatIfResult }) {
  const { shortBefore, shortAfter, peopleShortBefore, peopleShortAfter } = commitments;
  const most = Math.max(shortBefore, shortAfter, 1);
  const sides = [
    { title: 'Without', short: shortBefore, people: peopleShortBefore, side: 'SHORT_BEFORE' },
    { title: 'With', short: shortAfter, people: peopleShortAfter, side: 'SHORT_AFTER' },
  ];
  return (
    <div className={classes.half}>
      <h3>Commitments</h3>
      {sides.map(({ title, short, people, side }) => (
        <div key={side} className={classes.side}>
          <span>{title}</span>
          <span className={classes.bar} aria-hidden>
            <i data-part="short" style={{ width: `${(short / most) * 100}%` }} />
          </span>
          <span>
            <FigureLink
              count={short}
              about={`reviews short ${title.toLowerCase()} the changes`}
              opens={{ people: side }}
              hash="people"
            />{' '}
            {short === 1 ? 'review' : 'reviews'} short;{' '}
            <FigureLink
              count={people}
              about={`people short ${title.toLowerCase()} the changes`}
              opens={{ people: side }}
              hash="people"
            />{' '}
            {people === 1 ? 'person' : 'people'}
          </span>
        </div>
      ))}
      <ul className={classes.counts}>
        {(
          [
            ['FARTHER', commitments.farther, 'farther from what is wanted of them'],
            ['NEARER', commitments.nearer, 'nearer to it'],
            ['MOVES', commitments.moving, 'with another date, school or seat'],
          ] as const
        ).map(([people, count, words]) => (
          <li key={people}>
            <FigureLink count={count} about="people" opens={{ people }} hash="people" /> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
