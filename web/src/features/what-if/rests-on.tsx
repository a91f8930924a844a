import type { WhatIfResult } from '../../api/what-if';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { FigureLink } from './figure-link';
import classes from './what-if.module.css';

/** What must be known to read the result: assumptions, regions, and the aims of both plans. */
export function RestsOn({ result }: { result: WhatIfResult }) {
  const { more, coverage, aims, isPossible } = result;
  return (
    <Card title="What this rests on">
      <div className={classes.stack}>
        <ul className={classes.bullets}>
          {more.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {isPossible && (
          <>
            <details className={classes.details}>
              <summary>Reviews with a Lead Reviewer by region</summary>
              <Figures
                caption="Reviews with a Lead Reviewer by region"
                head={['Region', 'Without', 'of', 'With', 'of (with)']}
                rows={coverage.regions.map(
                  ({ region, before, after, reviewsBefore, reviewsAfter }) => ({
                    key: region,
                    cells: [
                      region,
                      <FigureLink
                        key="before"
                        count={before}
                        about={`in ${region} without the changes`}
                        opens={{ figure: 'COVERED_BEFORE', region }}
                      />,
                      <FigureLink
                        key="reviewsBefore"
                        count={reviewsBefore}
                        about={`due in ${region} without the changes`}
                        opens={{ figure: 'DUE_BEFORE', region }}
                      />,
                      <FigureLink
                        key="after"
                        count={after}
                        about={`in ${region} with the changes`}
                        opens={{ figure: 'COVERED_AFTER', region }}
                      />,
                      <FigureLink
                        key="reviewsAfter"
                        count={reviewsAfter}
                        about={`due in ${region} with the changes`}
                        opens={{ figure: 'DUE_AFTER', region }}
                      />,
                    ],
                  }),
                )}
              />
            </details>
            <details className={classes.details}>
              <summary>The aims of both plans</summary>
              <Figures
                caption="The aims, each outranking all that follow"
                head={['Aim', 'Without', 'With', 'In words']}
                words={['In words']}
                rows={aims.map(({ aim, title, before, after, words }) => ({
                  key: aim,
                  cells: [
                    title,
                    <FigureLink
                      key="before"
                      count={before}
                      about={`${title}, without the changes: show the reviews`}
                      opens={{ figure: 'COVERED_BEFORE' }}
                    />,
                    <FigureLink
                      key="after"
                      count={after}
                      about={`${title}, with the changes: show the reviews`}
                      opens={{ figure: 'COVERED_AFTER' }}
                    />,
                    words,
                  ],
                }))}
              />
            </details>
          </>
        )}
      </div>
    </Card>
  );
}
