import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { type ReviewRow, type ReviewsRegister, reviewsRegisterQuery } from '../../api/registers';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Register } from '../../parts/register/register';
import { withFields } from '../../parts/register/register-state';
import { Undo, type UndoOffer } from '../../parts/undo';
import { ChangeReviews } from './change-reviews';
import { NoReviews } from './no-reviews';
import { OpenYear } from './open-year';
import { reviewCells } from './review-cells';

const route = getRouteApi('/terms/$term/reviews');
const noun = { one: 'review', many: 'reviews' };
const quick = [
  { label: 'Windows not known', search: { windows: 'not-known' } },
  { label: 'Without a lead', search: { plan: 'without-a-lead' } },
  { label: 'Without a term', search: { term: 'none' } },
];

/** The reviews of a term: what their hosts said, what the newest plan makes of them, and changing many at once. */
export function ReviewsRegisterPage() {
  const { term } = route.useParams();
  const scope = route.useSearch().scope === 'year' ? 'YEAR' : 'TERM';
  return (
    <LoadedPage query={reviewsRegisterQuery(term, scope)} what="the reviews" title="Reviews">
      {(register) => <Reviews register={register} scope={scope} />}
    </LoadedPage>
  );
}

interface ReviewsProps {
  readonly register: ReviewsRegister;
  readonly scope: 'TERM' | 'YEAR';
}

function Reviews({ register, scope }: ReviewsProps) {
  const { termId, termName, academicYear, columns, items } = register;
  const search = route.useSearch();
  const [offer, setOffer] = useState<UndoOffer>();
  const [changed, setChanged] = useState<readonly ReviewRow[]>();
  const [isOpening, setIsOpening] = useState(false);
  const queries = useQueryClient();
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['registers'] });
    await queries.invalidateQueries({ queryKey: ['terms', termId] });
  };
  const isYear = scope === 'YEAR';
  return (
    <Page
      title={isYear ? `Reviews of ${academicYear}` : `Reviews, ${termName}`}
      lead={
        isYear
          ? `All reviews of the year, with what the newest plan of ${termName} says.`
          : 'Reviews due this term, and those of the year that have no term yet.'
      }
      actions={
        <>
          <Link
            to="/terms/$term/reviews"
            params={{ term: termId }}
            search={withFields(search, { scope: isYear ? undefined : 'year' })}
            replace
          >
            {isYear ? `Only ${termName}` : `The whole year ${academicYear}`}
          </Link>
          <Button
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            onClick={() => setIsOpening(true)}
          >
            Open reviews of {academicYear}
          </Button>
        </>
      }
      wide
    >
      <Register
        name="reviews"
        noun={noun}
        columns={columns}
        rows={items}
        idOf={({ review }) => review}
        labelOf={({ school }) => school}
        cells={reviewCells(register, (row) => setChanged([row]))}
        of={{ term: termId, scope }}
        fields={['scope']}
        quick={quick}
        bulk={(chosen) => (
          <Button
            variant="filled"
            disabled={chosen.length === 0}
            onClick={() => setChanged(chosen)}
          >
            Change {chosen.length === 1 ? '1 review' : `${String(chosen.length)} reviews`}…
          </Button>
        )}
        empty={
          <NoReviews term={termId} academicYear={academicYear} onOpen={() => setIsOpening(true)} />
        }
      />
      {changed !== undefined && (
        <ChangeReviews
          reviews={changed}
          academicYear={academicYear}
          reload={reload}
          onDone={setOffer}
          onClose={() => setChanged(undefined)}
        />
      )}
      {isOpening && (
        <OpenYear
          academicYear={academicYear}
          reload={reload}
          onDone={setOffer}
          onClose={() => setIsOpening(false)}
        />
      )}
      <Undo offer={offer} onClose={() => setOffer(undefined)} />
    </Page>
  );
}
