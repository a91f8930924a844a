import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RegisterChoices } from '../../api/registers';
import { changesQuery, type School, type SchoolEdit } from '../../api/schools';
import { draftOf, type SchoolDraft } from './school-draft';
import { differing, type Fact, factLabels, factSaid } from './school-facts';
import classes from './school.module.css';

export interface ChangedMeanwhileProps {
  /** What the form began from, and what the school has become since. */
  readonly base: School;
  readonly theirs: School;
  readonly mine: SchoolEdit;
  readonly choices: RegisterChoices;
  /** Goes on from what the school has become, with the form made so by the function. */
  readonly onGoOn: (rebased: (draft: SchoolDraft) => SchoolDraft) => void;
}

/** Somebody else saved first: who, what they changed, and how to go on without losing or overwriting anything unseen. */
export function ChangedMeanwhile({ base, theirs, mine, choices, onGoOn }: ChangedMeanwhileProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { data } = useQuery({ ...changesQuery('school', base.urn), staleTime: 0 });
  const who = data?.items[0]?.actor ?? 'Somebody else';
  const changed = differing(base, theirs);
  const both = changed.filter((fact) => fact in mine);
  const taking = (isMineKept: (fact: Fact) => boolean) => (draft: SchoolDraft) => {
    const fresh = draftOf(theirs);
    const kept = (Object.keys(mine) as Fact[]).filter(isMineKept);
    const parts = kept.flatMap((fact) =>
      fact === 'trust' ? (['trust', 'trustUid', 'trustName'] as const) : [fact],
    );
    return { ...fresh, ...Object.fromEntries(parts.map((part) => [part, draft[part]])) };
  };
  return (
    <div
      className={classes.meanwhile}
      role="alert"
      tabIndex={-1}
      ref={box}
      data-state="changed-meanwhile"
    >
      <h3>{who} saved this school while you worked</h3>
      <p>Your changes are kept here and not saved yet. What changed:</p>
      <ul>
        {changed.map((fact) => (
          <li key={fact}>
            {factLabels[fact]}: from {factSaid(base, fact, choices) ?? 'nothing'} to{' '}
            <b>{factSaid(theirs, fact, choices) ?? 'nothing'}</b>
            {both.includes(fact) && ' (you changed it too)'}
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="filled" onClick={() => onGoOn(taking(() => true))}>
          Put my changes on top
        </Button>
        {both.length > 0 && (
          <Button onClick={() => onGoOn(taking((fact) => !both.includes(fact)))}>
            Take theirs where both changed it
          </Button>
        )}
      </div>
    </div>
  );
}
