import { IconSchool, IconUser } from '@tabler/icons-react';
import type { LeftOut } from '../../api/preflight';
import { Card } from '../../parts/card';
import { PeopleList, SchoolList } from './concerned';
import classes from './left-out-card.module.css';
import { type LeftOutGroup, leftOutGroups } from './left-out-groups';

/** People and schools that are in none of the numbers, by the reason, and how they get into the term. */
export function LeftOutCard({ leftOut, term }: { leftOut: readonly LeftOut[]; term: string }) {
  return (
    <Card title="Left out" aside={`${leftOut.length}, in no plan`} flush>
      <ul>
        {leftOutGroups(leftOut).map((group) => (
          <Group key={`${group.kind} ${group.reason}`} group={group} term={term} />
        ))}
      </ul>
    </Card>
  );
}

function Group({ group, term }: { group: LeftOutGroup; term: string }) {
  const { kind, reason, whatHelps, members } = group;
  const isSchool = kind === 'School';
  return (
    <li className={classes.item}>
      {isSchool ? <IconSchool size={16} aria-hidden /> : <IconUser size={16} aria-hidden />}
      <div>
        <h3>{countedInWords(members.length, isSchool)}</h3>
        <p>{reason}.</p>
        <p className={classes.help}>{whatHelps}</p>
        {isSchool ? (
          <SchoolList
            schools={members.map(({ who, reference }) => ({ school: who, review: reference }))}
            term={term}
          />
        ) : (
          <PeopleList
            people={members.map(({ who, reference }) => ({ name: who, lead: reference }))}
            term={term}
          />
        )}
      </div>
    </li>
  );
}

function countedInWords(count: number, isSchool: boolean): string {
  if (isSchool) return count === 1 ? '1 school' : `${count} schools`;
  return count === 1 ? '1 person' : `${count} people`;
}
