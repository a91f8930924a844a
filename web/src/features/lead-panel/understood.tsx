import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { AvailabilityDraft } from '../../api/lead-availability';
import { announce } from '../../parts/announcer';
import classes from './entry.module.css';

/** What was understood, clause by clause, and what was not, word by word. */
export function Understood({
  view: { understood, notUnderstood, counts },
}: {
  view: AvailabilityDraft;
}) {
  const told = [
    ...notUnderstood.map(({ said, why }) => `“${said}” is not understood. ${why}`),
    ...understood.map(({ means }) => `${means}.`),
    `${counts.words}.`,
  ].join(' ');
  const hasWords = understood.length + notUnderstood.length > 0;
  useEffect(() => {
    if (hasWords) announce(told);
  }, [hasWords, told]);
  if (!hasWords) return null;
  return (
    <ul className={classes.understood} aria-label="What is understood">
      {notUnderstood.map(({ from, said, why }) => (
        <li key={`${String(from)} ${said}`} data-understood="no">
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            <b>“{said}”</b> is not understood. {why}
          </span>
        </li>
      ))}
      {understood.map(({ from, said, means }) => (
        <li key={`${String(from)} ${said}`}>
          <IconCheck size={16} aria-hidden />
          <span>
            <q>{said}</q> {means}
          </span>
        </li>
      ))}
    </ul>
  );
}
