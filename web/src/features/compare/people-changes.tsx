import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { SideBySide } from '../../api/plan-comparison';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import { letterOf } from './changes-shown';
import classes from './review-changes.module.css';

const route = getRouteApi('/terms/$term/compare');

/** So many are shown at first. */
const FEW = 10;

/** Who gains and who loses, by name. */
export function PeopleChanges({ sides: { people, plans } }: { sides: SideBySide }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  if (people.length === 0) return null;
  const isOneOther = plans.length === 2;
  const shown = search.people === 'all' ? people : people.slice(0, FEW);
  const all = () =>
    void navigate({
      to: '.',
      search: said({ ...search, people: 'all' as const }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Card
      title="People"
      aside={`${String(people.length)} whose seats differ, against plan A`}
      flush
    >
      <ul>
        {shown.map(({ person, name, others }) => (
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
      {shown.length < people.length && (
        <p className={classes.more}>
          <Button onClick={all}>Show all {people.length} people</Button>
        </p>
      )}
    </Card>
  );
}
