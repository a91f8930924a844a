import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { beginPlan } from '../../api/begin-plan';
import { runChoicesQuery } from '../../api/runs';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { NothingToAllocate } from '../../parts/nothing-to-allocate';
import { Page } from '../../parts/page';
import { ProblemSummary } from '../../parts/problem-summary';
import { boardTarget, runTarget } from '../../parts/term-links';
import classes from './run.module.css';

const route = getRouteApi('/terms/$term/plan');

/** A term without a plan: the two ways to come to one. */
export function NoPlan() {
  const { term } = route.useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: () => beginPlan(term),
    onSuccess: async ({ id }) => {
      announce('A plan was begun. Nobody has a review yet but those who accepted one.');
      await queries.invalidateQueries({ queryKey: ['terms', term] });
      const { to, params } = boardTarget(term, id);
      await navigate({ to, params });
    },
  });
  return (
    <Page
      title="There is no plan of this term yet"
      lead="A plan says who leads which review, and when."
    >
      <Loaded query={runChoicesQuery(term)} what="what there is to allocate">
        {({ scope }) =>
          scope.reviews === 0 ? (
            <NothingToAllocate term={term} />
          ) : (
            <div className={classes.ways}>
              {begin.error !== null && <ProblemSummary error={begin.error} />}
              <Card title="Run the allocation">
                <p className={classes.way}>
                  Everybody is placed at once, in the best way there is, and you can change the plan
                  by hand afterwards. It takes seconds to a few minutes.
                </p>
                <Go target={runTarget(term)} look="main">
                  Run the allocation
                </Go>
              </Card>
              <Card title="Begin by hand">
                <p className={classes.way}>
                  You start with an empty plan in which only accepted reviews are filled in, and
                  place one review after the other. Every rule is checked as you go.
                </p>
                <Button loading={begin.isPending} onClick={() => begin.mutate()}>
                  Begin by hand
                </Button>
              </Card>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
