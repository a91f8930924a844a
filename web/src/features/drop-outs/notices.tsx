import { Link, useParams } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DropOuts } from '../../api/drop-outs';
import classes from './drop-outs.module.css';

export interface NewerVersionProps {
  readonly head: DropOuts['plan'];
  readonly to: '/terms/$term/plans/$plan/drop-outs' | '/terms/$term/plans/$plan/drop-outs/$lead';
}

/** Somebody saved a later version of the plan: the page is about an older one. */
export function NewerVersion({ head, to }: NewerVersionProps) {
  const { term = '', lead = '' } = useParams({ strict: false });
  if (head.newest === null) return null;
  return (
    <p className={classes.notice}>
      You are looking at version {head.version}. {head.newest.words}.{' '}
      <Link to={to} params={{ term, plan: head.newest.id, lead }}>
        Look at version {head.newest.version}
      </Link>
    </p>
  );
}

/** Where the plan is not proven to be the best, or breaks rules: losses may be gains. */
export function MeasuredFrom({ measuredFrom }: Pick<DropOuts, 'measuredFrom'>) {
  if (measuredFrom.words.length === 0) return null;
  return (
    <div className={classes.notice} role="note">
      {measuredFrom.words.map((words) => (
        <p key={words} className={classes.caution}>
          <IconAlertTriangle size={18} aria-hidden />
          {words}
        </p>
      ))}
    </div>
  );
}
