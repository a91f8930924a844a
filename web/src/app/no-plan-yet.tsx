import { useNothingToRun } from '../parts/first-step';
import { Go } from '../parts/go';
import { NothingToAllocate } from '../parts/nothing-to-allocate';
import { Page } from '../parts/page';
import { Empty } from '../parts/states';
import { runTarget } from '../parts/term-links';

export interface NoPlanYetProps {
  readonly term: string;
  readonly title: string;
  /** What the page shows once there is a plan. */
  readonly children: string;
}

/** A page of the newest plan, where a term has none. */
export function NoPlanYet({ term, title, children }: NoPlanYetProps) {
  const isNothingToRun = useNothingToRun(term);
  return (
    <Page title={title}>
      {isNothingToRun ? (
        <NothingToAllocate term={term} />
      ) : (
        <Empty
          title="There is no plan of this term yet"
          action={
            <Go target={runTarget(term)} look="button">
              Run the allocation
            </Go>
          }
        >
          {children}
        </Empty>
      )}
    </Page>
  );
}
