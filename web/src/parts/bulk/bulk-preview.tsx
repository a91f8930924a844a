import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Tag } from '../tag';
import type { BulkResult } from './bulk-dialog';
import classes from './bulk.module.css';

export interface BulkPreviewProps {
  readonly result: BulkResult;
  readonly count: (number: number) => string;
}

/** What would be changed from what to what, after who is refused and why. */
export function BulkPreview({ result: { lines, undo, whyNoUndo }, count }: BulkPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const refused = lines.filter(({ refusal }) => refusal !== null);
  const accepted = lines.filter(({ refusal }) => refusal === null);
  return (
    <div className={classes.preview}>
      <h3 ref={heading} tabIndex={-1}>
        {accepted.length === 0
          ? 'Nothing would be changed'
          : `${count(accepted.length)} would be changed`}
        {refused.length > 0 && `, ${String(refused.length)} refused`}
      </h3>
      <p className={classes.quiet}>
        Nothing is saved yet.{' '}
        {accepted.length > 0 &&
          (undo === undefined ? (whyNoUndo ?? '') : 'It can be undone after it is saved.')}
      </p>
      <div className={classes.lines} tabIndex={0} role="region" aria-label="What it would do">
        {refused.length > 0 && (
          <ul aria-label="Refused">
            {refused.map(({ key, name, refusal }) => (
              <li key={key}>
                <b>{name}</b>
                <span>
                  <Tag tone="gap">Refused</Tag> {refusal}
                </span>
              </li>
            ))}
          </ul>
        )}
        <ul aria-label="Changed">
          {accepted.map(({ key, name, before, after }) => (
            <li key={key}>
              <b>{name}</b>
              <span>
                {before ?? 'Nothing'}
                <IconArrowRight size={14} aria-label="becomes" />
                <b>{after ?? 'Nothing'}</b>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
