import type { ReactElement } from 'react';
import { Go } from '../../parts/go';
import { leadsTarget, reviewsTarget } from '../../parts/term-links';
import classes from './concerned.module.css';

/** So many are listed at once; more are behind a button of the browser's own. */
const SHOWN = 8;

/** The reviews that something is about, each a link. */
export function SchoolList({
  schools,
  term,
}: {
  schools: readonly { review: string; school: string }[];
  term: string;
}) {
  return (
    <Few
      label="Schools concerned"
      items={schools.map(({ review, school }) => (
        <Go key={review} target={reviewsTarget(term, { review })}>
          {school}
        </Go>
      ))}
    />
  );
}

/** The people that something is about, each a link. */
export function PeopleList({
  people,
  term,
}: {
  people: readonly { lead: string; name: string }[];
  term: string;
}) {
  return (
    <Few
      label="People concerned"
      items={people.map(({ lead, name }) => (
        <Go key={lead} target={leadsTarget(term, { lead })}>
          {name}
        </Go>
      ))}
    />
  );
}

function Few({ label, items }: { label: string; items: readonly ReactElement[] }) {
  if (items.length === 0) return null;
  const [first, rest] = [items.slice(0, SHOWN), items.slice(SHOWN)];
  return (
    <div className={classes.few}>
      <ul aria-label={label}>
        {first.map((item) => (
          <li key={item.key}>{item}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>
            {rest.length} more<span className="sr"> of: {label}</span>
          </summary>
          <ul aria-label={`${label}, continued`}>
            {rest.map((item) => (
              <li key={item.key}>{item}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
