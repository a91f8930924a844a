import type { SavedChange, Scenario, ScenarioChoices, ScenarioInput } from '../../api/what-if';
import { type Fault } from '../../parts/problem-fields';

export type ChangeKind = SavedChange['kind'];

export const kindWords: Readonly<Record<ChangeKind, string>> = {
  LEAVES: 'A Lead Reviewer leaves',
  JOINS: 'Lead Reviewers join',
  SCHOOL_MOVES: 'A school moves',
  REVIEW_ADDED: 'A school gets a review besides',
  REVIEW_DROPPED: 'A school has no review',
  LIMITS: 'A Lead Reviewer takes more or fewer',
  REGION: 'A Lead Reviewer grades a region otherwise',
};
export const CHANGE_KINDS = Object.keys(kindWords) as readonly ChangeKind[];

export const gradeWords = {
  PREFERRED: 'Prefers it',
  WILLING: 'Is willing to go there',
  RELUCTANT: 'Goes there reluctantly',
  NO: 'No longer goes there',
} as const;
export type Grade = keyof typeof gradeWords;

/** A change as its form holds it; fields of other kinds keep what was typed. */
export interface ChangeDraft {
  /** Tells one from another while they are put in and taken out. */
  readonly key: number;
  readonly kind: ChangeKind;
  readonly person: string | null;
  readonly school: string | null;
  readonly from: string;
  readonly count: string;
  readonly postcode: string;
  readonly phases: readonly string[];
  readonly needs: readonly string[];
  readonly servingLeader: boolean;
  readonly region: string;
  readonly grade: Grade;
  readonly term: string;
  readonly restReviews: string;
  readonly restWeeks: string;
  readonly maxMiles: string;
}

export interface ScenarioDraft {
  readonly name: string;
  /** Empty: the rest of the year. */
  readonly term: string;
  readonly keepsPlan: boolean;
  readonly changes: readonly ChangeDraft[];
}

export function emptyChange(kind: ChangeKind, key: number): ChangeDraft {
  return {
    ...{ key, kind, person: null, school: null, from: '', count: '1', postcode: '' },
    ...{ phases: [], needs: [], servingLeader: false, region: '', grade: 'NO' },
    ...{ term: '', restReviews: '', restWeeks: '', maxMiles: '' },
  };
}

/**
 * What the form begins with: one change of that kind, of the first term that can be looked at.
 *
 * @param about whom, by code; nobody where they are not among the choices
 */
export function newDraft(
  kind: ChangeKind,
  { terms, people }: Pick<ScenarioChoices, 'terms' | 'people'>,
  about?: string,
): ScenarioDraft {
  const person = people.find(({ code }) => code === about)?.code ?? null;
  return {
    ...{ name: '', term: terms[0]?.id ?? '', keepsPlan: false },
    changes: [{ ...emptyChange(kind, 0), person }],
  };
}

/** A saved scenario to change, or to begin another from. */
export function draftOf(scenario: Scenario, name = scenario.name): ScenarioDraft {
  const { term, keepsPlan, changes } = scenario;
  return {
    ...{ name, term: term ?? '', keepsPlan },
    changes: changes.map((change, key) => ({
      ...emptyChange(change.kind, key),
      ...inForm(change),
    })),
  };
}

const typed = (number: number | null): string => (number === null ? '' : String(number));

function inForm(change: SavedChange): Partial<ChangeDraft> {
  switch (change.kind) {
    case 'JOINS':
      return { ...change, count: String(change.count), from: change.from ?? '' };
    case 'LIMITS':
      return {
        person: change.person,
        term: typed(change.term),
        restReviews: typed(change.restReviews),
        restWeeks: typed(change.restWeeks),
        maxMiles: typed(change.maxMiles),
      };
    default:
      return change;
  }
}

/** What is sent, or what is still missing, each said beside its field. */
export function inputOf(
  draft: ScenarioDraft,
  choices: ScenarioChoices,
): { input: ScenarioInput } | { faults: readonly Fault[] } {
  const faults = draft.changes.flatMap((change, index) => missingIn(change, `#/changes/${index}`));
  if (faults.length > 0) return { faults };
  const name = draft.name.trim() === '' ? usualName(draft, choices) : draft.name;
  const term = draft.term === '' ? null : draft.term;
  const { keepsPlan } = draft;
  return { input: { name, term, keepsPlan, changes: draft.changes.map(sent) } };
}

function missingIn(change: ChangeDraft, at: string): Fault[] {
  const fault = (field: string, message: string): Fault[] => [
    { pointer: `${at}/${field}`, field, message },
  ];
  const needsPerson = ['LEAVES', 'LIMITS', 'REGION'].includes(change.kind);
  const needsSchool = ['SCHOOL_MOVES', 'REVIEW_ADDED', 'REVIEW_DROPPED'].includes(change.kind);
  const needsPlace = change.kind === 'JOINS' || change.kind === 'SCHOOL_MOVES';
  return [
    ...(needsPerson && change.person === null ? fault('person', 'Choose a person.') : []),
    ...(needsSchool && change.school === null ? fault('school', 'Choose a school.') : []),
    ...(change.kind === 'LEAVES' && change.from === ''
      ? fault('from', 'Say which is the first day without them.')
      : []),
    ...(needsPlace && change.postcode.trim() === ''
      ? fault('postcode', 'Write a postcode, or its first half such as DL1.')
      : []),
    ...(change.kind === 'JOINS' && change.phases.length === 0
      ? fault('phases', 'Choose at least one phase.')
      : []),
    ...(change.kind === 'REGION' && change.region === ''
      ? fault('region', 'Choose a region.')
      : []),
  ];
}

const number = (text: string): number | null => (text === '' ? null : Number(text));

function sent(change: ChangeDraft): ScenarioInput['changes'][number] {
  const { kind, from, postcode, servingLeader, region, grade } = change;
  const [person, school] = [change.person ?? '', change.school ?? ''];
  switch (kind) {
    case 'LEAVES':
      return { kind, person, from };
    case 'JOINS':
      return {
        ...{ kind, postcode, servingLeader, count: Number(change.count) },
        ...{ phases: [...change.phases], needs: [...change.needs] },
        from: from === '' ? null : from,
      };
    case 'SCHOOL_MOVES':
      return { kind, school, postcode };
    case 'REVIEW_ADDED':
    case 'REVIEW_DROPPED':
      return { kind, school };
    case 'LIMITS':
      return {
        ...{ kind, person, term: number(change.term), maxMiles: number(change.maxMiles) },
        ...{ restReviews: number(change.restReviews), restWeeks: number(change.restWeeks) },
      };
    case 'REGION':
      return { kind, person, region, grade };
  }
}

const LONGEST_NAME = 80;

/** After the first change: "Ada Example leaves", "Ada Example leaves, and 1 more". */
export function usualName({ changes }: ScenarioDraft, choices: ScenarioChoices): string {
  const [first] = changes;
  if (first === undefined) return 'What if';
  const person = choices.people.find(({ code }) => code === first.person)?.name ?? '';
  const school = choices.schools.find(({ urn }) => urn === first.school)?.name ?? '';
  const words: Record<ChangeKind, string> = {
    LEAVES: `${person} leaves`,
    JOINS: `${first.count} ${first.count === '1' ? 'joins' : 'join'} in ${first.postcode.trim().toUpperCase()}`,
    SCHOOL_MOVES: `${school} moves`,
    REVIEW_ADDED: `${school} has a review besides`,
    REVIEW_DROPPED: `${school} has no review`,
    LIMITS: `${person} with other limits`,
    REGION: `${person} and ${first.region}`,
  };
  const more = changes.length > 1 ? `, and ${changes.length - 1} more` : '';
  return `${words[first.kind].slice(0, LONGEST_NAME - more.length)}${more}`;
}
