import type { RegisterChoices } from '../../api/registers';
import type { SchoolChange } from '../../api/school-changes';
import { type ProblemFields, problemOf } from '../../parts/problem-fields';

/** What can be changed of many schools at once. */
export const schoolChangeKinds = {
  MEMBER: 'Record a membership',
  NO_MEMBER: 'Record the end of the membership',
  region: 'Region',
  laCode: 'Local authority',
  trust: 'Trust',
  phase: 'Phase',
  calendarId: 'Term dates',
  status: 'Status',
} as const;
export type SchoolChangeKind = keyof typeof schoolChangeKinds;

/** A change to many schools as it stands on the form. */
export interface SchoolChangeDraft {
  readonly kind: SchoolChangeKind;
  readonly from: string;
  readonly to: string;
  /** What the fact is to be; empty: not known, or none. */
  readonly value: string;
}

export const schoolChangeFields: ProblemFields = {
  '#/from': { id: 'school-change-from', label: 'First day' },
  '#/to': { id: 'school-change-to', label: 'Last day' },
  '#/value': { id: 'school-change-value', label: 'What it is to be' },
};

const statuses = [
  { value: 'OPEN', label: 'Open' },
  { value: 'CLOSED', label: 'Closed' },
  { value: 'PROPOSED_TO_CLOSE', label: 'Proposed to close' },
  { value: 'PROPOSED_TO_OPEN', label: 'Proposed to open' },
] as const;

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What a fact can be, by name. */
export function optionsOf(kind: SchoolChangeKind, choices: RegisterChoices): readonly Option[] {
  const named = (options: readonly { code: string; words: string }[], none: string): Option[] => [
    { value: '', label: none },
    ...options.map(({ code, words }) => ({ value: code, label: words })),
  ];
  switch (kind) {
    case 'region':
      return choices.regions.map((region) => ({ value: region, label: region }));
    case 'laCode':
      return named(choices.authorities, 'Not known');
    case 'trust':
      return named(choices.trusts, 'No trust');
    case 'phase':
      return named(choices.phases, 'Not known');
    case 'calendarId':
      return named(choices.calendars, 'The programme’s usual term dates');
    case 'status':
      return statuses;
    default:
      return [];
  }
}

export function isMembership(kind: SchoolChangeKind): kind is 'MEMBER' | 'NO_MEMBER' {
  return kind === 'MEMBER' || kind === 'NO_MEMBER';
}

/** What must be filled in before anything is asked. */
export function missingOf({ kind, from }: SchoolChangeDraft): unknown {
  if (!isMembership(kind) || from !== '') return undefined;
  return problemOf([{ pointer: '#/from', field: 'from', message: 'Enter the first day.' }]);
}

/** The change that the form describes. Whether it can be is judged by the server. */
export function changeOf(
  { kind, from, to, value }: SchoolChangeDraft,
  { trusts }: RegisterChoices,
): SchoolChange['changes'][number] {
  if (isMembership(kind)) return { kind, from, to: to === '' ? null : to };
  const known = value === '' ? null : value;
  const trust = trusts.find(({ code }) => code === value);
  const fact =
    kind === 'trust'
      ? trust === undefined
        ? null
        : { uid: trust.code, name: trust.words }
      : known;
  // A select offers only what the fact can be.
  return { kind: 'FACTS', edit: { [kind]: fact } };
}
