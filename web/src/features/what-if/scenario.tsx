import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import {
  changeScenario,
  choicesQuery,
  computeScenario,
  deleteScenario,
  type Scenario,
  scenarioQuery,
  whatIfKey,
  whatIfReviewsQuery,
} from '../../api/what-if';
import { announce } from '../../parts/announcer';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { ProblemSummary } from '../../parts/problem-summary';
import { BehindDialog } from '../../parts/behind-dialog';
import { BeingComputed, NotComputed, NothingComputedThen } from '../../parts/study-course';
import { StudyMoment, useAskedMoment } from '../../parts/report/known-by';
import { said } from '../../parts/search-params';
import { schoolTarget } from '../../parts/term-links';
import { PeopleCard } from './people-card';
import { RestsOn } from './rests-on';
import { ResultCard } from './result-card';
import { ReviewsCard } from './reviews-card';
import { draftOf } from './scenario-draft';
import { ScenarioForm } from './scenario-form';
import classes from './what-if.module.css';

const route = getRouteApi('/reports/what-if/$scenario');
const back = { label: 'What if', link: { to: '/reports/what-if' } } as const;

/** One scenario: what it changes, what that does, and changing it. */
export function ScenarioPage() {
  const { scenario } = route.useParams();
  const query = scenarioQuery(scenario, useAskedMoment());
  return (
    <LoadedPage title="What if" back={back} query={query} what="the what-if">
      {(found) => <Shown scenario={found} />}
    </LoadedPage>
  );
}

function Shown({ scenario }: { scenario: Scenario }) {
  const { form } = route.useSearch();
  const { result, underWay, failure, isNow } = scenario;
  useToldWhenDone(scenario);
  return (
    <Page
      title={scenario.name}
      lead={`${scenario.scope}: ${scenario.changeWords.join('; ')}.`}
      back={back}
      actions={form === 'open' || !isNow ? undefined : <Actions scenario={scenario} />}
    >
      <div className={classes.stack}>
        {form === 'open' ? (
          <ChangeForm scenario={scenario} />
        ) : (
          <>
            <StudyMoment />
            {!isNow && result === null && <NothingComputedThen />}
            {underWay !== null && <BeingComputed what="What-if" underWay={underWay} />}
            {underWay === null && failure !== null && (
              <NotComputed words={`It could not be computed. ${failure}`} />
            )}
            {result !== null && (
              <>
                <ResultCard result={result} isNow={isNow} />
                {result.isPossible && (
                  <>
                    <ReviewsCard scenario={scenario} result={result} />
                    <PeopleCard scenario={scenario} result={result} />
                  </>
                )}
                <RestsOn result={result} />
              </>
            )}
          </>
        )}
      </div>
      <Behind scenario={scenario.id} />
    </Page>
  );
}

function Actions({ scenario }: { scenario: Scenario }) {
  const { queryKey } = scenarioQuery(scenario.id);
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const compute = useMutation({
    mutationFn: () => computeScenario(scenario.id),
    onSuccess: (view) => {
      client.setQueryData(queryKey, view);
      announce(
        view.underWay === null
          ? 'Nothing that it looks at has changed.'
          : 'It is being computed again.',
      );
    },
  });
  const remove = useMutation({
    // Nobody asks how far it is while it goes: it would not be found any more.
    mutationFn: async () => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, { ...scenario, underWay: null });
      return deleteScenario(scenario);
    },
    onError: () => client.invalidateQueries({ queryKey }),
    onSuccess: async () => {
      announce(`${scenario.name} was deleted.`);
      await navigate({ to: '/reports/what-if', search: { deleted: scenario.id } });
      await client.invalidateQueries({ queryKey: whatIfKey });
    },
  });
  const error = compute.error ?? remove.error;
  const to = '/reports/what-if/$scenario';
  return (
    <div className={classes.actions}>
      <div className={classes.buttons}>
        <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          Delete
        </Button>
        <Go
          target={{ to: '/reports/what-if/new', params: {}, search: { copy: scenario.id } }}
          look="button"
        >
          Duplicate
        </Go>
        <Button
          variant="default"
          loading={compute.isPending}
          disabled={scenario.underWay !== null}
          onClick={() => compute.mutate()}
        >
          Compute again
        </Button>
        <Go
          target={{ to, params: { scenario: scenario.id }, search: { form: 'open' } }}
          look="main"
        >
          Change or rename
        </Go>
      </div>
      {error !== null && <ProblemSummary error={error} order={2} />}
    </div>
  );
}

function ChangeForm({ scenario }: { scenario: Scenario }) {
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: {}, replace: true });
  return (
    <Loaded query={choicesQuery} what="people and schools">
      {(choices) => (
        <ScenarioForm
          choices={choices}
          draft={draftOf(scenario)}
          button="Save and compute"
          save={(input) => changeScenario(scenario, input)}
          onSaved={(view) => {
            client.setQueryData(scenarioQuery(scenario.id).queryKey, view);
            void client.invalidateQueries({ queryKey: whatIfKey });
            announce(`${view.name} was saved.`);
            close();
          }}
          onCancel={close}
        />
      )}
    </Loaded>
  );
}

function Behind({ scenario }: { scenario: string }) {
  const { figure, region, who, asAt, knownAt } = route.useSearch();
  const navigate = route.useNavigate();
  const query =
    figure === undefined ? null : { figure, ...said({ region, lead: who, asAt, knownAt }) };
  return (
    <BehindDialog
      query={query === null ? null : whatIfReviewsQuery(scenario, query)}
      told={({ title, items }) => ({
        title,
        items: items.map(({ review, urn, school, region: place, words }) => ({
          key: review,
          name: school,
          target: schoolTarget(urn),
          words: `${place}. ${words}`,
        })),
      })}
      onClose={() =>
        void navigate({
          search: (before) =>
            said({ ...before, figure: undefined, region: undefined, who: undefined }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

function useToldWhenDone({ underWay, result }: Scenario) {
  const was = useRef(underWay !== null);
  useEffect(() => {
    if (was.current && underWay === null) announce(`Computed. ${result?.sentence ?? ''}`);
    was.current = underWay !== null;
  }, [underWay, result]);
}
