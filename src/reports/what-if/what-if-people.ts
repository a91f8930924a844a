import {
  type PersonEffect,
  type ScenarioEffect,
} from '../../allocations/scenarios/scenario-types.js';
import { type ScenarioFacts } from '../../allocations/scenarios/scenario-study.js';
import { counted } from '../../allocations/summary/phrases.js';
import { type ChangedPerson, type WhatIfResult } from './what-if.schema.js';

/** Everybody with what the changes do to their reviews, by name. */
export function peopleOf({ people }: ScenarioEffect, facts: ScenarioFacts): ChangedPerson[] {
  const leaving = new Set(
    facts.changes.flatMap((change) => (change.kind === 'LEAVES' ? [change.person] : [])),
  );
  return people
    .map((person) =>
      personOf(person, facts.people[person.person] ?? person.person, leaving.has(person.person)),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whoever fares otherwise, or is short in either plan. */
export function isAffected({ change, shortBefore, shortAfter }: ChangedPerson): boolean {
  return change !== 'SAME' || shortBefore > 0 || shortAfter > 0;
}

export function peopleFigures(people: readonly ChangedPerson[]): WhatIfResult['commitments'] {
  const sum = (of: (person: ChangedPerson) => number): number =>
    people.reduce((total, person) => total + of(person), 0);
  const count = (isSo: (person: ChangedPerson) => boolean): number => people.filter(isSo).length;
  return {
    shortBefore: sum(({ shortBefore }) => shortBefore),
    shortAfter: sum(({ shortAfter }) => shortAfter),
    peopleShortBefore: count(({ shortBefore }) => shortBefore > 0),
    peopleShortAfter: count(({ shortAfter }) => shortAfter > 0),
    farther: count(({ shortBefore, shortAfter }) => shortAfter > shortBefore),
    nearer: count(({ change }) => change === 'NEARER' || change === 'REACHES'),
    moving: count(({ moves }) => moves),
  };
}

function personOf(
  { person, presence, before, after, moves }: PersonEffect,
  name: string,
  leaves: boolean,
): ChangedPerson {
  const told = {
    lead: person,
    name,
    isOnRegister: presence === 'BOTH',
    targetBefore: before.target,
    targetAfter: after.target,
    ledBefore: before.led,
    ledAfter: after.led,
    shortBefore: before.short,
    shortAfter: after.short,
    moves,
  };
  const change = changeOf(told, leaves);
  return { ...told, change, words: wordsOf(told, change) };
}

type Counted = Omit<ChangedPerson, 'change' | 'words'>;

/** Of whoever leaves less is wanted: that brings nobody nearer to it. */
function changeOf(person: Counted, leaves: boolean): ChangedPerson['change'] {
  const { shortBefore, shortAfter, ledBefore, ledAfter, moves, isOnRegister } = person;
  if (shortAfter > shortBefore) return shortBefore === 0 ? 'FALLS_SHORT' : 'FARTHER';
  if (leaves) return 'LEAVES';
  if (shortAfter < shortBefore) return shortAfter === 0 ? 'REACHES' : 'NEARER';
  if (!isOnRegister) return 'JOINS';
  return moves || ledBefore !== ledAfter ? 'MOVES' : 'SAME';
}

function wordsOf(person: Counted, change: ChangedPerson['change']): string {
  const { ledBefore, ledAfter, shortAfter, targetBefore, targetAfter, isOnRegister } = person;
  const leads =
    ledAfter === ledBefore || !isOnRegister
      ? `Would lead ${counted(ledAfter, 'review')}`
      : `Would lead ${counted(ledAfter, 'review')} instead of ${ledBefore}`;
  const wanted =
    targetAfter === targetBefore || !isOnRegister
      ? `the ${targetAfter} wanted`
      : `the ${targetAfter} that would still be wanted`;
  if (shortAfter > 0) return `${leads}, ${shortAfter} short of ${wanted}`;
  if (change === 'REACHES') return `${leads}, and reach ${wanted}`;
  if (change === 'MOVES' && ledAfter === ledBefore)
    return `${leads} as before, at other dates or schools`;
  return leads;
}
