import { useQuery } from '@tanstack/react-query';
import { type AttentionLine, termHomeQuery } from '../../api/term-home';
import { Go } from '../../parts/go';
import { actionTarget, termTarget } from '../../parts/term-links';
import classes from './board.module.css';
import { factsSince } from './lost-seats';

/** So many are told; the rest is on the term's home. */
const TOLD = 2;

/** What has come between this plan and the facts since it was made. */
export function useFactsSince(term: string, plan: string): readonly AttentionLine[] {
  const { data } = useQuery(termHomeQuery(term));
  return factsSince(data?.attention ?? [], plan);
}

/** The seats that cannot be kept, each with what to do about it. */
export function FactsSince({ lines, term }: { lines: readonly AttentionLine[]; term: string }) {
  if (lines.length === 0) return null;
  const more = lines.length - TOLD;
  return (
    <section className={`${classes.changes} ${classes.newer}`} aria-labelledby="facts-since">
      <h2 id="facts-since" className={classes.since}>
        Facts have changed since this plan was made
      </h2>
      <ul>
        {lines.slice(0, TOLD).map(({ id, title, actions: [first] }) => (
          <li key={id}>
            {title}.{' '}
            {first !== undefined && (
              <Go target={actionTarget(term, first)} look="link" about={title}>
                {first.label}
              </Go>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Go target={termTarget(term)} look="link">
          And {more} more on the term’s page
        </Go>
      )}
    </section>
  );
}
