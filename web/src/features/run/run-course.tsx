import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { type Run, runQuery } from '../../api/runs';
import { hasEnded } from '../../api/run-ended';
import { Card } from '../../parts/card';
import { Failed, Loading } from '../../parts/states';
import { instantInWords } from '../../parts/instants';
import { Page } from '../../parts/page';
import { Tag } from '../../parts/tag';
import { runTarget } from '../../parts/term-links';
import { AimsProgress } from './aims-progress';
import type { Connection } from './follow-run';
import { ElapsedTime } from './elapsed-time';
import { RunEnd } from './run-end';
import { atThisMoment, stateTags } from './run-words';
import classes from './run.module.css';
import { StopRun } from './stop-run';
import { useRunCourse } from './use-run-course';

const route = getRouteApi('/terms/$term/runs/$run');

/** A run as it goes on, and what it came to. */
export function RunCourse() {
  const { term, run: runId } = route.useParams();
  const connection = useRunCourse(runId);
  const { data: run, error, refetch } = useQuery(runQuery(runId));
  const back = {
    label: 'All runs of the term',
    link: { to: '/terms/$term/run', params: { term } },
  } as const;
  if (run === undefined) {
    return (
      <Page title="Run" back={back}>
        {error === null ? (
          <Loading what="the run" />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  const { tone, word } = stateTags[run.state];
  return (
    <Page
      title={`Run of ${instantInWords(run.requestedAt)}`}
      back={back}
      tags={<Tag tone={tone}>{word}</Tag>}
      lead={<LeadWords run={run} />}
      actions={hasEnded(run) ? undefined : <StopRun run={run} />}
    >
      <div className={classes.course}>
        <RunEnd run={run} term={term} again={runTarget(term)} />
        {!hasEnded(run) && <Now run={run} connection={connection} />}
        <Card title="The aims, in their order" aside="Each outranks all that follow" flush>
          <AimsProgress aims={run.aims} isOver={hasEnded(run)} />
        </Card>
      </div>
    </Page>
  );
}

function LeadWords({ run }: { run: Run }) {
  return (
    <>
      {run.name}, under the policy “{run.policy}”. Asked for by {run.requestedBy}.
    </>
  );
}

/** What is going on at this moment, and for how long. */
function Now({ run, connection }: { run: Run; connection: Connection }) {
  return (
    <p className={classes.now}>
      <b>{atThisMoment(run)}</b>
      {run.startedAt !== null && (
        <span>
          Running for <ElapsedTime since={run.startedAt} />.
        </span>
      )}
      <span className={classes.quiet}>
        {connection === 'LIVE'
          ? 'You may leave this page: the run goes on without it.'
          : 'The connection is interrupted. The page asks every 2 seconds instead; the run goes on.'}
      </span>
    </p>
  );
}
