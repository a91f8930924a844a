import type { LeadFactChange } from '../../api/lead-changes';
import type { RegisterChoices } from '../../api/registers';
import { type Fault, type ProblemFields, problemOf } from '../problem-fields';

/** What can be changed of one Lead Reviewer or of many. */
export const leadChangeKinds = {
  STANDING: 'Pause, bring back or change the standing',
  REGION: 'Grade a region',
  EXPERTISE: 'Change phases and specialisms',
  CONTRACT: 'Record a contract',
  NO_CONTRACT: 'Record that a contract ends',
  EXCEPTION: 'Agree an exception to the minimum',
  EMPLOYMENT: 'Record an employer',
  NO_EMPLOYMENT: 'Record that an employment ends',
  TRAINING: 'Record a training day',
} as const;
export type LeadChangeKind = keyof typeof leadChangeKinds;

type Fact<Kind extends string> = Extract<
  Extract<LeadFactChange, { kind: 'FACT' }>['fact'],
  { kind: Kind }
>;
type Standing = Fact<'STANDING'>['standing'];
type Grade = Fact<'REGION'>['grade'];

export const standingWords: Readonly<Record<Standing, string>> = {
  IN_POOL: 'In the pool',
  PAUSED: 'Paused',
  IN_INDUCTION: 'In induction',
  CANDIDATE: 'Candidate',
  OFFERED: 'Offered',
  LEFT: 'Left',
};
export const gradeWords: Readonly<Record<Grade, string>> = {
  PREFERRED: 'Prefers to go there',
  WILLING: 'Is willing to go there',
  RELUCTANT: 'Is reluctant to go there',
  NO: 'Does not go there',
};

export interface Expertise {
  readonly phases: readonly string[];
  readonly needs: readonly string[];
}

/** A change to Lead Reviewers as it stands on the form. */
export interface LeadChangeDraft {
  readonly kind: LeadChangeKind;
  readonly from: string;
  readonly to: string;
  readonly standing: Standing;
  readonly region: string;
  readonly grade: Grade;
  readonly reason: string;
  /** Of one person: all that they have. Of many: what is added or taken away; undefined: nothing was chosen yet. */
  readonly expertise: Expertise | undefined;
  readonly isTakenAway: boolean;
  readonly year: string;
  readonly minimum: string;
  readonly decidedOn: string;
  /** Whether an agreed exception is taken back. */
  readonly isTakenBack: boolean;
  readonly employedBy: 'SCHOOL' | 'TRUST' | 'OTHER';
  readonly school: { readonly urn: string; readonly name: string } | undefined;
  readonly trustUid: string;
  readonly employer: string;
  readonly servingLeader: boolean;
  readonly trainingDay: string;
  /** Empty: attended on the day. */
  readonly caughtUpOn: string;
}

export function emptyLeadDraft(
  kind: LeadChangeKind,
  today: string,
  choices: RegisterChoices,
): LeadChangeDraft {
  const year = choices.years.find(({ from, to }) => from <= today && today <= to);
  return {
    ...ofKind(kind, today, year),
    standing: 'PAUSED',
    region: choices.regions[0] ?? '',
    grade: 'WILLING',
    reason: '',
    expertise: undefined,
    isTakenAway: false,
    year: year?.code ?? '',
    minimum: '',
    decidedOn: today,
    isTakenBack: false,
    employedBy: 'SCHOOL',
    school: undefined,
    trustUid: '',
    employer: '',
    servingLeader: false,
    trainingDay: '',
    caughtUpOn: '',
  };
}

type Year = RegisterChoices['years'][number];

/** The days that a kind of change usually has: a contract is for the year, what ends ends at the year's end. */
export function ofKind(
  kind: LeadChangeKind,
  today: string,
  year: Year | undefined,
): Pick<LeadChangeDraft, 'kind' | 'from' | 'to'> {
  if (kind === 'CONTRACT') return { kind, from: year?.from ?? today, to: year?.to ?? '' };
  return { kind, from: today, to: kind === 'NO_CONTRACT' ? (year?.to ?? '') : '' };
}

/** Where each part of a change is filled in. */
export const leadChangeFields: ProblemFields = {
  '#/from': { id: 'lead-change-from', label: 'First day' },
  '#/to': { id: 'lead-change-to', label: 'Last day' },
  '#/reason': { id: 'lead-change-reason', label: 'Reason' },
  '#/exception/reason': { id: 'lead-change-reason', label: 'Reason' },
  '#/exception/minimum': { id: 'lead-change-minimum', label: 'Minimum' },
  '#/exception/decidedOn': { id: 'lead-change-decided', label: 'Agreed on' },
  '#/academicYear': { id: 'lead-change-year', label: 'Academic year' },
  '#/expertise': { id: 'lead-change-phases', label: 'Phases and specialisms' },
  '#/schoolUrn': { id: 'lead-change-school', label: 'School' },
  '#/trustUid': { id: 'lead-change-trust', label: 'Trust' },
  '#/employer': { id: 'lead-change-employer', label: 'Employer' },
  '#/trainingDay': { id: 'lead-change-training', label: 'Training day' },
};

/** What must be filled in before anything is asked. */
export function missingOfLeadDraft(draft: LeadChangeDraft): unknown {
  const faults: Fault[] = [];
  const need = (text: string, pointer: string, message: string) => {
    if (text.trim() === '') faults.push({ pointer, field: pointer, message });
  };
  const { kind } = draft;
  const hasDays = !['EXPERTISE', 'EXCEPTION', 'TRAINING'].includes(kind);
  if (hasDays) need(draft.from, '#/from', 'Enter the first day.');
  if (kind === 'CONTRACT' || kind === 'NO_CONTRACT') need(draft.to, '#/to', 'Enter the last day.');
  if (kind === 'REGION' && draft.grade === 'NO') {
    need(draft.reason, '#/reason', 'Say why they do not go there.');
  }
  if (kind === 'EXCEPTION' && !draft.isTakenBack) {
    need(draft.minimum, '#/exception/minimum', 'Enter how many reviews they lead in the year.');
    need(draft.reason, '#/exception/reason', 'Say why.');
    need(draft.decidedOn, '#/exception/decidedOn', 'Enter the day on which it was agreed.');
  }
  if (kind === 'EMPLOYMENT') {
    if (draft.employedBy === 'SCHOOL')
      need(draft.school?.urn ?? '', '#/schoolUrn', 'Choose the school.');
    if (draft.employedBy === 'TRUST') need(draft.trustUid, '#/trustUid', 'Choose the trust.');
    if (draft.employedBy === 'OTHER') need(draft.employer, '#/employer', 'Enter who employs them.');
  }
  if (kind === 'TRAINING') need(draft.trainingDay, '#/trainingDay', 'Choose the training day.');
  if (kind === 'EXPERTISE' && draft.expertise === undefined) {
    need('', '#/expertise', 'Choose at least one phase or need.');
  }
  return faults.length === 0 ? undefined : problemOf(faults);
}

/**
 * The change that the form describes. Whether it can be is judged by the server.
 *
 * @param known what the one person has; undefined: there are many
 */
export function leadChangeOf(
  draft: LeadChangeDraft,
  choices: RegisterChoices,
  known: Expertise | undefined,
): LeadFactChange {
  const { kind, from } = draft;
  const to = orNull(draft.to);
  const reason = orNull(draft.reason);
  switch (kind) {
    case 'STANDING':
      return { kind: 'FACT', fact: { kind, from, to, standing: draft.standing, reason } };
    case 'REGION': {
      const { region, grade } = draft;
      return { kind: 'FACT', fact: { kind, from, to, region, grade, reason } };
    }
    case 'EXPERTISE':
      return expertiseChange(draft, known);
    case 'CONTRACT':
      return { kind, academicYear: draft.year, from, to: draft.to };
    case 'NO_CONTRACT':
      return { kind, from, to: draft.to };
    case 'EXCEPTION': {
      const minimum = Number(draft.minimum);
      const agreed = { minimum, reason: draft.reason.trim(), decidedOn: draft.decidedOn };
      return { kind, academicYear: draft.year, exception: draft.isTakenBack ? null : agreed };
    }
    case 'EMPLOYMENT':
      return { kind: 'FACT', fact: { kind, from, to, ...employerOf(draft, choices) } };
    case 'NO_EMPLOYMENT':
      return { kind: 'NO_FACT', fact: { kind: 'EMPLOYMENT', from, to } };
    case 'TRAINING': {
      const { trainingDay, caughtUpOn } = draft;
      const outcome = caughtUpOn === '' ? 'ATTENDED' : 'CAUGHT_UP';
      const onDate = caughtUpOn === '' ? trainingDay : caughtUpOn;
      return { kind: 'FACT', fact: { kind, trainingDay, outcome, onDate } };
    }
  }
}

function expertiseChange(
  { expertise, isTakenAway }: LeadChangeDraft,
  known: Expertise | undefined,
): LeadFactChange {
  const chosen = {
    phases: [...(expertise?.phases ?? [])],
    needs: [...(expertise?.needs ?? [])],
  };
  const none = { phases: [], needs: [] };
  if (known === undefined) {
    return {
      kind: 'EXPERTISE',
      add: isTakenAway ? none : chosen,
      takeAway: isTakenAway ? chosen : none,
    };
  }
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((code) => !others.includes(code));
  return {
    kind: 'EXPERTISE',
    add: {
      phases: without(chosen.phases, known.phases),
      needs: without(chosen.needs, known.needs),
    },
    takeAway: {
      phases: without(known.phases, chosen.phases),
      needs: without(known.needs, chosen.needs),
    },
  };
}

function employerOf(
  { employedBy, school, trustUid, employer, servingLeader }: LeadChangeDraft,
  { trusts }: RegisterChoices,
) {
  const none = { schoolUrn: null, trustUid: null, servingLeader };
  switch (employedBy) {
    case 'SCHOOL':
      return { ...none, schoolUrn: school?.urn ?? null, employer: school?.name ?? '' };
    case 'TRUST': {
      const name = trusts.find(({ code }) => code === trustUid)?.words ?? trustUid;
      return { ...none, trustUid, employer: name };
    }
    case 'OTHER':
      return { ...none, employer: employer.trim() };
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
