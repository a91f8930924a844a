import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import {
  type ChangedReview,
  type Scenario,
  whatIfFile,
  type WhatIfResult,
} from '../../api/what-if';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { FileButtons } from '../../parts/file-buttons';
import { Go } from '../../parts/go';
import { oneOf, said } from '../../parts/search-params';
import { Tag, type Tone } from '../../parts/tag';
import { schoolTarget } from '../../parts/term-links';
import classes from './what-if.module.css';

const route = getRouteApi('/reports/what-if/$scenario');

const changeWords: Readonly<Record<ChangedReview['change'], string>> = {
  LOST: 'Loses the Lead Reviewer',
  GAINED: 'Gets a Lead Reviewer',
  MOVED: 'Another date or person',
};
const tones: Readonly<Record<ChangedReview['change'], Tone>> = {
  LOST: 'gap',
  GAINED: 'ok',
  MOVED: 'plain',
};
const FILTERS = ['LOST', 'GAINED', 'MOVED', 'ALL'] as const;
type Filter = (typeof FILTERS)[number];

const filterWords: Readonly<Record<Filter, string>> = { ...changeWords, ALL: 'All that change' };

/** Unless asked for others, those that lose or get a Lead Reviewer. */
function shownReviews(all: readonly ChangedReview[], filter: Filter | undefined) {
  if (filter === 'ALL') return all;
  return all.filter(({ change }) =>
    filter === undefined ? change !== 'MOVED' : change === filter,
  );
}

/** Reviews lost and gained first, then those that keep a Lead Reviewer otherwise. */
export function ReviewsCard({ scenario, result }: { scenario: Scenario; result: WhatIfResult }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { reviews: all } = result;
  const shown = shownReviews(all, search.reviews);
  return (
    <Card title="Reviews" aside={`${shown.length} of ${all.length} that change`} flush>
      <div className={classes.bars}>
        <NativeSelect
          label="Which reviews"
          value={search.reviews ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const reviews = oneOf(value, FILTERS);
            void navigate({
              search: said({ ...search, reviews }),
              replace: true,
              resetScroll: false,
            });
            announce(`${shownReviews(all, reviews).length} of ${all.length} reviews shown.`);
          }}
          data={[
            { value: '', label: 'Lost or gained' },
            ...FILTERS.map((value) => ({ value, label: filterWords[value] })),
          ]}
        />
        {all.length > 0 && (
          <FileButtons
            file={(form) =>
              whatIfFile(
                scenario.id,
                form,
                'reviews',
                said({ asAt: search.asAt, knownAt: search.knownAt }),
              )
            }
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.none}>
          {all.length === 0
            ? 'Every review keeps its Lead Reviewer and date.'
            : 'No review changes so. Others may: choose all that change.'}
        </p>
      ) : (
        <Figures
          caption="Reviews whose Lead Reviewer or date would change"
          head={['School', 'Region', 'What changes', 'Without the changes', 'With the changes']}
          words={['Region', 'What changes', 'Without the changes', 'With the changes']}
          rows={shown.map(({ review, urn, school, region, change, before, after }) => ({
            key: review,
            cells: [
              <Go key="school" target={schoolTarget(urn)}>
                {school}
              </Go>,
              region,
              <Tag key="change" tone={tones[change]}>
                {changeWords[change]}
              </Tag>,
              before,
              after,
            ],
          }))}
        />
      )}
    </Card>
  );
}
