import { Link } from '@tanstack/react-router';
import { type Run, termRunsQuery } from '../../api/runs';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { instantInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { Tag } from '../../parts/tag';
import { boardTarget } from '../../parts/term-links';
import classes from './recent-runs.module.css';
import { runOutcome, stateTags } from './run-words';

/** The newest runs of the term, each with what came of it. */
export function RecentRuns({ term }: { term: string }) {
  return (
    <Card
      title="Recent runs"
      end={<Go target={{ to: '/terms/$term/compare', params: { term } }}>Compare plans</Go>}
      flush
    >
      <Loaded query={termRunsQuery(term)} what="the runs">
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.none}>
              The term was not run yet. What you start here is kept, with everything it was about.
            </p>
          ) : (
            <ul>
              {items.map((run) => (
                <RunLine key={run.id} run={run} term={term} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function RunLine({ run, term }: { run: Run; term: string }) {
  const { tone, word } = stateTags[run.state];
  const when = instantInWords(run.requestedAt);
  return (
    <li className={classes.run}>
      <div className={classes.head}>
        <Link to="/terms/$term/runs/$run" params={{ term, run: run.id }}>
          Run of {when}
        </Link>
        <Tag tone={tone}>{word}</Tag>
      </div>
      <p>{runOutcome(run)}</p>
      <p className={classes.quiet}>
        {run.policy}, asked for by {run.requestedBy}
      </p>
      {run.planId !== null && run.state === 'SOLVED' && (
        <Go target={boardTarget(term, run.planId)} about={`run of ${when}`}>
          Open its plan
        </Go>
      )}
    </li>
  );
}
