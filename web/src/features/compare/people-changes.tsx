import { Fragment } from 'react';
import type { SideBySide } from '../../api/plan-comparison';
import { Card } from '../../parts/card';
import { letterOf } from './changes-shown';
import classes from './review-changes.module.css';

/** Who gains and who loses, by name. */
export function PeopleChanges({ sides: { people, plans } }: { sides: SideBySide }) {
  if (people.length === 0) return null;
  const isOneOther = plans.length === 2;
  return (
    <Card
      title="People"
      aside={`${String(people.length)} whose seats differ, against plan A`}
      flush
    >
      <ul>
        {people.map(({ person, name, others }) => (
          <li key={person} className={classes.review}>
            <h3 className={classes.person}>{name}</h3>
            <dl className={classes.sides}>
              {others.map((other, index) => (
                <Fragment key={plans[index + 1]?.id ?? index}>
                  <dt>
                    <span className="sr">In plan </span>
                    {letterOf(index + 1)}
                  </dt>
                  <dd>{other === null ? (isOneOther ? '' : 'As in plan A.') : other.words}</dd>
                </Fragment>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Card>
  );
}
