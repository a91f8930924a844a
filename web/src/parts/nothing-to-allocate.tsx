import { Go } from './go';
import { Empty } from './states';
import { reviewsTarget } from './term-links';

/** A term of which no review can be given a lead: what each needs first, and where it begins. */
export function NothingToAllocate({ term }: { term: string }) {
  return (
    <Empty
      title="There is no review to allocate yet"
      action={
        <Go target={reviewsTarget(term)} look="button">
          Open the year’s reviews
        </Go>
      }
    >
      A review takes part as soon as it is due this term, its school has said which windows suit,
      and its school’s phase and place are known.
    </Empty>
  );
}
