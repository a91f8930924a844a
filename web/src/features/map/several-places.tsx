import { UnstyledButton } from '@mantine/core';
import type { MapHome, MapSchool, PlanMap } from '../../api/plan-map';
import { STATE_LOOKS } from '../../parts/england-map/state-looks';
import { Tag } from '../../parts/tag';
import classes from './map.module.css';

export interface SeveralPlacesProps {
  readonly map: PlanMap;
  readonly schools: readonly MapSchool[];
  readonly homes: readonly MapHome[];
  readonly onOpen: (key: string) => void;
}

/** Places that lie too close together to be told apart on the map, to choose one of them. */
export function SeveralPlaces({ map, schools, homes, onOpen }: SeveralPlacesProps) {
  if (schools.length + homes.length === 0) {
    return <p>What this link points to is not on this map. Close this and choose a place.</p>;
  }
  return (
    <ul className={classes.several}>
      {schools.map(({ review, school, state, leadName }) => (
        <li key={review}>
          <UnstyledButton className={classes.open} onClick={() => onOpen(review)}>
            {school}
          </UnstyledButton>
          <Tag tone={STATE_LOOKS[state].tone}>
            {map.states.find((each) => each.state === state)?.words}
          </Tag>
          {leadName !== null && <span>{leadName}</span>}
        </li>
      ))}
      {homes.map(({ person, name, home }) => (
        <li key={person}>
          <UnstyledButton className={classes.open} onClick={() => onOpen(person)}>
            {name}
          </UnstyledButton>
          <span>{home === null ? 'Lives here' : `Lives in ${home}`}</span>
        </li>
      ))}
    </ul>
  );
}
