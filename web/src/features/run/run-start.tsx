import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type RunChoices, requestRun, runChoicesQuery, runQuery } from '../../api/runs';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { NothingToAllocate } from '../../parts/nothing-to-allocate';
import { Page } from '../../parts/page';
import { ProblemSummary } from '../../parts/problem-summary';
import { said } from '../../parts/search-params';
import { preflightTarget } from '../../parts/term-links';
import { PolicyChoice } from './policy-choice';
import { RecentRuns } from './recent-runs';
import { requestKeys } from './request-key';
import { type Keep, RunKeeps } from './run-keeps';
import { RunScope } from './run-scope';
import classes from './run.module.css';

const route = getRouteApi('/terms/$term/run');

/** Asking for a run: by which policy, over what, and what stays as it is. */
export function RunStart() {
  const { term } = route.useParams();
  return (
    <Page
      title="Run the allocation"
      lead="Places everybody at once, in the best way there is, and proves it. Nobody is told of the result: it is a draft until you publish it."
      back={{ label: 'Term', link: { to: '/terms/$term', params: { term } } }}
      actions={
        <Go target={preflightTarget(term)} look="button">
          Check before the run
        </Go>
      }
    >
      <div className={classes.start}>
        <Loaded query={runChoicesQuery(term)} what="what can be chosen">
          {(choices) =>
            choices.scope.reviews === 0 ? (
              <div className={classes.form}>
                <NothingToAllocate term={term} />
                {choices.scope.leftOut.length > 0 && <RunScope choices={choices} term={term} />}
              </div>
            ) : (
              <RunForm choices={choices} term={term} />
            )
          }
        </Loaded>
        <RecentRuns term={term} />
      </div>
    </Page>
  );
}

function RunForm({ choices, term }: { choices: RunChoices; term: string }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [keyOf] = useState(requestKeys);
  const policy = choices.policies.find(({ name }) => name === search.policy) ?? choices.policies[0];
  const start = useMutation({
    mutationFn: requestRun,
    onSuccess: async ({ run, isKnown }) => {
      queries.setQueryData(runQuery(run.id).queryKey, run);
      await queries.invalidateQueries({ queryKey: ['terms', term, 'runs'] });
      await navigate({
        to: '/terms/$term/runs/$run',
        params: { term, run: run.id },
        search: isKnown ? { shown: 'earlier' } : {},
      });
    },
  });
  const isWithNumbers = search.numbers === 'shown';
  const choose = (more: {
    policy?: string;
    again?: 'yes' | undefined;
    keep?: Keep | undefined;
    stay?: string | undefined;
  }) =>
    void navigate({
      to: '.',
      search: said({ ...search, ...more }),
      replace: true,
      resetScroll: false,
    });
  if (policy === undefined) return null;
  const isAgain = search.again === 'yes';
  const { plan } = choices;
  const known = new Set(plan?.reviews.map(({ review }) => review));
  const stay = (search.stay?.split(',') ?? []).filter((review) => known.has(review));
  const pinned = new Set(
    plan?.reviews.flatMap(({ review, isPinned }) => (isPinned ? [review] : [])),
  );
  // A link may be older than the plan that it is about now.
  const keep =
    plan === null || (search.keep === 'pins' && pinned.size === 0) ? undefined : search.keep;
  const keeping =
    keep === undefined ? 0 : new Set([...pinned, ...(keep === 'chosen' ? stay : [])]).size;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const around =
      plan === null || keep === undefined
        ? undefined
        : { plan: plan.id, reviews: keep === 'chosen' ? stay : [] };
    const asked = { term, policy: policy.name, reuse: !isAgain, around };
    start.mutate({ ...asked, key: keyOf(asked) });
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {start.error !== null && <ProblemSummary error={start.error} order={2} />}
      <PolicyChoice
        policies={choices.policies}
        chosen={policy.name}
        isWithNumbers={isWithNumbers}
        numbersSearch={said({ ...search, numbers: isWithNumbers ? undefined : ('shown' as const) })}
        onChoose={(name) => choose({ policy: name })}
      />
      <RunScope choices={choices} term={term} />
      <RunKeeps
        choices={choices}
        keep={keep}
        stay={stay}
        onKeep={(chosen) => choose({ keep: chosen })}
        onStay={(chosen) => choose({ stay: chosen.length === 0 ? undefined : chosen.join(',') })}
      />
      <Card title="Start">
        <Checkbox
          label="Solve again even if exactly this was proven before"
          description="Otherwise the proven run is shown at once. The same facts give the same plan."
          classNames={{ description: classes.description ?? '' }}
          iconColor="var(--text-on-fill)"
          checked={isAgain}
          onChange={({ currentTarget }) =>
            choose({ again: currentTarget.checked ? 'yes' : undefined })
          }
        />
        <div className={classes.next}>
          <Button
            type="submit"
            variant="filled"
            loading={start.isPending}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
          >
            Start the run for {choices.scope.reviews} reviews
            {keeping > 0 && `, keeping ${String(keeping)} of the newest plan`}
          </Button>
        </div>
      </Card>
    </form>
  );
}
