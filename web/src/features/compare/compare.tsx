import { getRouteApi } from '@tanstack/react-router';
import { sideBySideQuery } from '../../api/plan-comparison';
import { plansWithSeats, termPlansQuery } from '../../api/terms';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { useNothingToRun } from '../../parts/first-step';
import { NothingToAllocate } from '../../parts/nothing-to-allocate';
import { Empty } from '../../parts/states';
import { runTarget } from '../../parts/term-links';
import { AdoptCard } from './adopt-card';
import { AimsTable } from './aims-table';
import { ComparedMaps } from './compared-maps';
import classes from './compare.module.css';
import { PeopleChanges } from './people-changes';
import { PlanChooser } from './plan-chooser';
import { ReviewChanges } from './review-changes';

const route = getRouteApi('/terms/$term/compare');

/** Two or three plans of a term side by side, and taking over one of them wholly or in part. */
export function Compare() {
  const { term } = route.useParams();
  return (
    <Page
      title="Compare plans"
      lead="Set plan A against one or two others: the aims, the schools and the people. Then take over what is better."
      back={{ label: 'Term', link: { to: '/terms/$term', params: { term } } }}
    >
      <Loaded query={termPlansQuery(term)} what="the plans">
        {({ items }) => {
          const plans = plansWithSeats(items);
          if (plans.length < 2) return <TooFew term={term} count={plans.length} />;
          return <Comparison term={term} newest={plans.map(({ id }) => id)} />;
        }}
      </Loaded>
    </Page>
  );
}

function TooFew({ term, count }: { term: string; count: number }) {
  const isNothingToRun = useNothingToRun(term);
  if (isNothingToRun) return <NothingToAllocate term={term} />;
  return (
    <Empty
      title={
        count === 0 ? 'There is no plan of this term yet' : 'There is only one plan of this term'
      }
      action={
        <Go target={runTarget(term)} look="main">
          Run the allocation
        </Go>
      }
    >
      Two plans can be compared once there are two: run the allocation with another policy, or save
      a version of the plan with changes by hand.
    </Empty>
  );
}

/** @param newest all plans, the newest first: two of them are compared where the address names none */
function Comparison({ term, newest }: { term: string; newest: readonly string[] }) {
  const search = route.useSearch();
  const first = newest.filter((plan) => plan === search.with);
  const others = newest.filter((plan) => plan !== search.with);
  const chosen = search.plans?.split(',').slice(0, 3) ?? [...first, ...others].slice(0, 2);
  const isEnough = chosen.length >= 2;
  return (
    <div className={classes.parts}>
      <PlanChooser term={term} chosen={chosen} />
      {isEnough ? (
        <Loaded query={sideBySideQuery(chosen)} what="the comparison">
          {(sides) => (
            <>
              <Card title="The aims" aside="Each outranks all that follow" flush>
                <AimsTable sides={sides} isWithNumbers={search.numbers === 'shown'} />
              </Card>
              <AdoptCard sides={sides} term={term} />
              <ReviewChanges sides={sides} />
              <ComparedMaps sides={sides} />
              <PeopleChanges sides={sides} />
            </>
          )}
        </Loaded>
      ) : (
        <p>Choose a second plan to compare with.</p>
      )}
    </div>
  );
}
