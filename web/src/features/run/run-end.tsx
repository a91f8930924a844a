import { Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { type PlanConflict, type Run, runConflictQuery } from '../../api/runs';
import { Go } from '../../parts/go';
import { durationInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { boardTarget, type Target, unplacedTarget } from '../../parts/term-links';
import classes from './run.module.css';

const route = getRouteApi('/terms/$term/runs/$run');

export interface RunEndProps {
  readonly run: Run;
  readonly term: string;
  /** Where another run is asked for. */
  readonly again: Target;
}

/** What a run has come to, and what to do next; nothing while it goes on. */
export function RunEnd({ run, term, again }: RunEndProps) {
  const { shown } = route.useSearch();
  switch (run.state) {
    case 'SOLVED':
      return (
        <>
          {shown === 'earlier' && <Earlier term={term} policy={run.policy} />}
          <Solved run={run} term={term} />
        </>
      );
    case 'INFEASIBLE':
      return <Infeasible run={run} again={again} />;
    case 'FAILED':
      return (
        <section className={classes.end} data-end="bad">
          <IconAlertTriangle aria-hidden />
          <div>
            <Title order={2}>The run has failed</Title>
            <p>{run.failure ?? 'It could not be finished.'}</p>
            <p>Nothing was changed. Other plans of the term stay as they are.</p>
            <Go target={again} look="main">
              Run again
            </Go>
          </div>
        </section>
      );
    case 'CANCELLED':
      return (
        <section className={classes.end} data-end="quiet">
          <IconX aria-hidden />
          <div>
            <Title order={2}>The run was discarded</Title>
            <p>There is no plan of it. Other plans of the term stay as they are.</p>
            <Go target={again} look="main">
              Run again
            </Go>
          </div>
        </section>
      );
    default:
      return null;
  }
}

function Solved({ run, term }: { run: Run; term: string }) {
  const { outcome, planId, startedAt, finishedAt } = run;
  if (outcome === null || planId === null) return null;
  const seconds =
    startedAt === null || finishedAt === null
      ? null
      : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const isWhole = outcome.covered === outcome.reviews;
  return (
    <section className={classes.end} data-end={outcome.isProven ? 'good' : 'warn'}>
      {outcome.isProven ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      <div>
        <Title order={2}>
          {!outcome.isProven
            ? 'A plan, not proven to be the best'
            : outcome.pinned === 0
              ? 'The best plan there is'
              : 'The best plan around what is pinned'}
        </Title>
        <p>{outcome.words}</p>
        {seconds !== null && <p className={classes.quiet}>It took {durationInWords(seconds)}.</p>}
        <div className={classes.next}>
          <Go target={boardTarget(term, planId)} look="main">
            Open the plan board
          </Go>
          {!isWhole && (
            <Go target={unplacedTarget(term, planId)} look="button">
              See what it would take for the rest
            </Go>
          )}
          <Go target={{ to: '/terms/$term/compare', params: { term } }} look="button">
            Compare with other plans
          </Go>
        </div>
      </div>
    </section>
  );
}

/** Nothing has changed since a proven run, so that one is shown. */
function Earlier({ term, policy }: { term: string; policy: string }) {
  return (
    <p className={classes.note}>
      Exactly this was solved and proven before, so that run is shown.{' '}
      <Link to="/terms/$term/run" params={{ term }} search={{ policy, again: 'yes' }}>
        Solve it again anyway
      </Link>
    </p>
  );
}

function Infeasible({ run, again }: { run: Run; again: Target }) {
  return (
    <section className={classes.end} data-end="bad">
      <IconAlertTriangle aria-hidden />
      <div>
        <Title order={2}>No plan keeps all that is pinned</Title>
        <Loaded query={runConflictQuery(run.id)} what="what cannot hold together">
          {(conflict) => <Conflict conflict={conflict} />}
        </Loaded>
        <Go target={again} look="main">
          Run again
        </Go>
      </div>
    </section>
  );
}

function Conflict({ conflict }: { conflict: readonly PlanConflict[] }) {
  return (
    <>
      <p>
        {conflict.length === 1
          ? 'This cannot hold. Change it, then run again.'
          : 'These cannot hold together. Each of them could without the others: change one, then run again.'}
      </p>
      <ul className={classes.conflict}>
        {conflict.map(({ pin, words, rules }) => (
          <li key={pin}>
            {words}
            {rules.length > 0 && (
              <span className={classes.quiet}> In the way: {rules.join('; ')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
