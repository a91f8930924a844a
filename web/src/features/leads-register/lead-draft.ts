import type { LeadReviewer, LeadReviewerEdit, NewLeadReviewer } from '../../api/lead-reviewers';
import { type Fault, type ProblemFields, problemOf } from '../../parts/problem-fields';

/** An entry of the register as it stands on the form. */
export interface LeadDraft {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly postcodeDistrict: string;
  readonly phases: readonly string[];
  readonly needs: readonly string[];
  readonly reviewsLedBefore: string;
  /** Why the postcode district is another one now. */
  readonly move: Move;
}

export interface Move {
  /** Null: not said yet. */
  readonly kind: 'MOVED' | 'WAS_WRONG' | null;
  /** First day in the new home. */
  readonly on: string;
}

const notSaid: Move = { kind: null, on: '' };

export const newDraft: LeadDraft = {
  code: '',
  name: '',
  email: '',
  postcodeDistrict: '',
  phases: [],
  needs: [],
  reviewsLedBefore: '0',
  move: notSaid,
};

/** Of the fields that an entry keeps. */
type KeptField = Exclude<keyof LeadDraft, 'move'>;

export const leadLabels: Readonly<Record<KeptField, string>> = {
  code: 'Reference',
  name: 'Name',
  email: 'E-mail',
  postcodeDistrict: 'Postcode district',
  phases: 'Phases',
  needs: 'Needs',
  reviewsLedBefore: 'Reviews led before this register',
};

const labelled = Object.keys(leadLabels) as KeptField[];

/** Where each part of an entry is filled in. */
export const fieldsOfLead: ProblemFields = {
  ...Object.fromEntries(
    labelled.map((field) => [`#/${field}`, { id: `lead-${field}`, label: leadLabels[field] }]),
  ),
  '#/movedOn': { id: 'lead-movedOn', label: 'First day in the new home' },
};

export function draftOf(lead: LeadReviewer): LeadDraft {
  return {
    code: lead.code,
    name: lead.name,
    email: lead.email ?? '',
    postcodeDistrict: lead.postcodeDistrict,
    phases: lead.phases,
    needs: lead.needs,
    reviewsLedBefore: String(lead.reviewsLedBefore),
    move: notSaid,
  };
}

/** The entry that the form describes; whether it can be is judged by the server. */
export function entryOf(draft: LeadDraft): NewLeadReviewer {
  const email = draft.email.trim();
  return {
    code: draft.code.trim().toUpperCase(),
    name: draft.name.trim(),
    email: email === '' ? null : email,
    postcodeDistrict: draft.postcodeDistrict.trim().toUpperCase(),
    phases: [...draft.phases],
    needs: [...draft.needs],
    reviewsLedBefore: Number(draft.reviewsLedBefore === '' ? 0 : draft.reviewsLedBefore),
    synthetic: false,
  };
}

/** What the form changes of an entry; all of it where nothing was changed, so that there is something to send. */
export function editOf(base: LeadReviewer, draft: LeadDraft): LeadReviewerEdit {
  const { name, email, postcodeDistrict, phases, needs, reviewsLedBefore } = entryOf(draft);
  const next = { name, email, postcodeDistrict, phases, needs, reviewsLedBefore };
  const changed = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field as keyof LeadReviewer]),
  );
  if (changed.length === 0) return next;
  const hasMoved = draft.move.kind === 'MOVED' && isElsewhere(base, draft);
  return { ...Object.fromEntries(changed), ...(hasMoved ? { movedOn: draft.move.on } : {}) };
}

/** Whether the form names another home than the entry. */
export function isElsewhere(base: LeadReviewer, draft: LeadDraft): boolean {
  const { postcodeDistrict } = entryOf(draft);
  return postcodeDistrict !== '' && postcodeDistrict !== base.postcodeDistrict;
}

/** What must be filled in before anything is sent. @param base the entry that is corrected */
export function missingOf(draft: LeadDraft, base?: LeadReviewer): unknown {
  const faults: Fault[] = [];
  const need = (field: 'code' | 'name' | 'postcodeDistrict', message: string) => {
    if (draft[field].trim() === '') faults.push({ pointer: `#/${field}`, field, message });
  };
  need('code', 'Enter a reference, such as LR-101.');
  need('name', 'Enter the person’s name.');
  need('postcodeDistrict', 'Enter the part of the postcode before the space.');
  if (base !== undefined && isElsewhere(base, draft)) faults.push(...missingOfMove(draft.move));
  return faults.length === 0 ? undefined : problemOf(faults);
}

function missingOfMove({ kind, on }: Move): Fault[] {
  const fault = (message: string): Fault[] => [{ pointer: '#/movedOn', field: 'movedOn', message }];
  if (kind === null) return fault('Say whether they moved or the entry was wrong.');
  return kind === 'MOVED' && on === '' ? fault('Enter the first day in the new home.') : [];
}

/** What somebody else changed of an entry, each in words. */
export function saidDifferences(base: LeadReviewer, theirs: LeadReviewer): string[] {
  const [one, other] = [draftOf(base), draftOf(theirs)];
  return labelled
    .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
    .map((field) => `${leadLabels[field]}: from ${said(one[field])} to ${said(other[field])}`);
}

function said(value: string | readonly string[]): string {
  const words = typeof value === 'string' ? value : value.join(', ');
  return words === '' ? 'nothing' : words;
}
