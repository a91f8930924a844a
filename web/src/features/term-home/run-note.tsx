import type { TermHomeView } from '../../api/term-home';
import { Go } from '../../parts/go';
import { Tag } from '../../parts/tag';
import { actionTarget } from '../../parts/term-links';
import classes from './term-home.module.css';

/** A run that is under way: what it says ends with it. */
export function RunNote({ home: { run, term } }: { home: TermHomeView }) {
  if (run === null || (run.state !== 'QUEUED' && run.state !== 'SOLVING')) return null;
  const target = actionTarget(term.id, {
    kind: 'SEE_RUN',
    run: run.id,
    plan: null,
    week: null,
    reviews: [],
    leads: [],
    urns: [],
  });
  return (
    <p className={classes.note}>
      <Tag tone="offered">{run.state === 'QUEUED' ? 'Waiting to run' : 'Running'}</Tag>A run under
      the policy “{run.policy}” is under way, asked for by {run.requestedBy}.
      <Go target={target}>Watch it</Go>
    </p>
  );
}
