import { useFirstStep } from './first-step';
import { Go } from './go';
import { Empty } from './states';
import { actionTarget, termTarget } from './term-links';

/** A term of which no review can be given a lead: what each needs first, and where it begins. */
export function NothingToAllocate({ term }: { term: string }) {
  const first = useFirstStep(term);
  return (
    <Empty
      title="There is no review to allocate yet"
      action={
        <Go
          target={first === undefined ? termTarget(term) : actionTarget(term, first)}
          look="button"
        >
          {first?.label ?? 'See what the term needs'}
        </Go>
      }
    >
      A review takes part as soon as it is due this term, its school has said which windows suit,
      and its school’s phase and place are known.
    </Empty>
  );
}
