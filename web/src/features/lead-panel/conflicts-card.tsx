import { IconBan, IconLockOpen } from '@tabler/icons-react';
import type { PlanLead } from '../../api/lead-panel';
import { Card } from '../../parts/card';
import { Tag } from '../../parts/tag';
import classes from './lead-panel.module.css';

/** Schools and trusts that they must not review. Only operations sees why. */
export function ConflictsCard({ lead: { conflicts, overridden } }: { lead: PlanLead }) {
  return (
    <Card title="Conflicts" aside="For operations only">
      {conflicts.length === 0 ? (
        <p>There is none on record.</p>
      ) : (
        <ul className={classes.list}>
          {conflicts.map((conflict) => (
            <li key={`${conflict.with} ${conflict.reason}`}>
              <b>{conflict.with}</b>
              <p>
                {conflict.reason}.{' '}
                <Tag tone="plain">
                  {conflict.isOverridable ? (
                    <IconLockOpen size={12} aria-hidden />
                  ) : (
                    <IconBan size={12} aria-hidden />
                  )}
                  {conflict.words}
                </Tag>
              </p>
            </li>
          ))}
        </ul>
      )}
      {overridden.map((each) => (
        <p key={each} className={classes.small}>
          {each}.
        </p>
      ))}
    </Card>
  );
}
