import { changesQuery } from '../../api/schools';
import { Card } from '../../parts/card';
import { instantInWords } from '../../parts/instants';
import { Loaded } from '../../parts/loaded';
import { sentence } from '../../parts/problem-fields';
import classes from './school.module.css';

/** Who changed the school, the latest first. */
export function ChangesCard({ urn }: { urn: string }) {
  return (
    <Card title="Changes">
      <Loaded query={changesQuery('school', urn)} what="the changes">
        {({ items }) =>
          items.length === 0 ? (
            <p>Nobody has changed it here.</p>
          ) : (
            <ul className={classes.lines}>
              {items.slice(0, 8).map(({ id, action, actor, recordedAt }) => (
                <li key={id}>
                  <span>{sentence(action)}</span>
                  <span className={classes.quiet}>
                    {actor}, {instantInWords(recordedAt)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
