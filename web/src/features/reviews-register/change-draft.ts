import type { ReviewRow } from '../../api/registers';
import type { ReviewChange } from '../../api/review-changes';
import { type Fault, type ProblemFields, problemOf } from '../../parts/problem-fields';

/** A change to many reviews as it stands on the form. */
export interface ChangeDraft {
  readonly kind: ReviewChange['change']['kind'];
  readonly on: string;
  readonly priority: string;
  /** Whether the derived priority is gone back to. */
  readonly isDerived: boolean;
  readonly reason: string;
  readonly answer: 'ANY' | 'NAMED' | 'NONE';
  /** Grades by "week window"; what is not graded is not accepted. */
  readonly windows: Readonly<Record<string, 'PREFERRED' | 'ACCEPTABLE'>>;
  readonly termId: string;
  readonly to: State;
  readonly endedBy: '' | 'SCHOOL' | 'LEAD_REVIEWER' | 'PROGRAMME';
}

type Change = ReviewChange['change'];
export type State = Extract<Change, { kind: 'MOVE' }>['to'];

export const kindWords: Readonly<Record<ChangeDraft['kind'], string>> = {
  PRIORITY: 'Set the priority',
  HOST_ANSWER: 'Record the host’s answer',
  TERM: 'Choose the term',
  MOVE: 'Move to another state',
  CARRY_OVER: 'Carry over to the next term',
};

export const stateWords: Readonly<Record<State, string>> = {
  REQUESTED: 'Requested',
  SCHEDULED: 'Scheduled (draft)',
  OFFERED: 'Offered',
  CONFIRMED: 'Confirmed',
  UNDER_WAY: 'Under way',
  REPORT_SUBMITTED: 'Report submitted',
  CLOSED: 'Closed',
  POSTPONED: 'Postponed',
  CANCELLED: 'Cancelled',
  NOT_COVERED: 'Not covered',
};

/** The state that was chosen. */
export function stateOf(value: string): State {
  const known = Object.keys(stateWords) as State[];
  return known.find((state) => state === value) ?? 'REQUESTED';
}

export const causeWords = {
  '': 'Nobody',
  SCHOOL: 'The school',
  LEAD_REVIEWER: 'The Lead Reviewer',
  PROGRAMME: 'The programme',
} as const;

/** Whether the host of a review of a term has yet to say which windows suit. */
export function isUnanswered({ termId, windows }: ReviewRow): boolean {
  return termId !== null && windows === 'Not known';
}

export function emptyDraft(today: string, reviews: readonly ReviewRow[]): ChangeDraft {
  return {
    // Whoever chooses hosts who have not answered most likely has their answers.
    kind: reviews.every(isUnanswered) ? 'HOST_ANSWER' : 'PRIORITY',
    on: today,
    priority: '',
    isDerived: false,
    reason: '',
    answer: 'ANY',
    windows: {},
    termId: reviews[0]?.termId ?? '',
    to: 'CANCELLED',
    endedBy: '',
  };
}

/** Where each part of a change is filled in. */
export const changeFields: ProblemFields = {
  '#/override/priority': { id: 'change-priority', label: 'Priority' },
  '#/override/reason': { id: 'change-reason', label: 'Reason' },
  '#/answer/answeredOn': { id: 'change-on', label: 'Day' },
  '#/answer/windows': { id: 'change-windows', label: 'Windows' },
  '#/termId': { id: 'change-term', label: 'Term' },
  '#/on': { id: 'change-on', label: 'Day' },
  '#/reason': { id: 'change-reason', label: 'Reason' },
  '#/endedBy': { id: 'change-ended-by', label: 'Who ended it' },
};

/** What must be filled in before anything is asked. */
export function missingOf(draft: ChangeDraft): unknown {
  const faults: Fault[] = [];
  const need = (text: string, pointer: string, message: string) => {
    if (text.trim() === '') faults.push({ pointer, field: pointer, message });
  };
  if (draft.kind === 'PRIORITY' && !draft.isDerived) {
    need(draft.priority, '#/override/priority', 'Enter a priority from 1 to 9.');
    need(draft.reason, '#/override/reason', 'Say why.');
  }
  if (draft.kind === 'TERM') need(draft.termId, '#/termId', 'Choose a term.');
  if (draft.kind !== 'PRIORITY' && !(draft.kind === 'HOST_ANSWER' && draft.answer === 'NONE')) {
    need(draft.on, '#/on', 'Enter the day.');
  }
  return faults.length === 0 ? undefined : problemOf(faults);
}

/** The change that the form describes. Whether it can be is judged by the server. */
export function changeOf(draft: ChangeDraft): Change {
  const reason = draft.reason.trim();
  switch (draft.kind) {
    case 'PRIORITY':
      return {
        kind: 'PRIORITY',
        override: draft.isDerived ? null : { priority: Number(draft.priority), reason },
      };
    case 'HOST_ANSWER':
      return { kind: 'HOST_ANSWER', answer: answerOf(draft) };
    case 'TERM':
      return { kind: 'TERM', termId: draft.termId, on: draft.on };
    case 'CARRY_OVER':
      return { kind: 'CARRY_OVER', on: draft.on };
    case 'MOVE':
      return {
        kind: 'MOVE',
        to: draft.to,
        on: draft.on,
        endedBy: draft.endedBy === '' ? null : draft.endedBy,
        reason: reason === '' ? null : reason,
      };
  }
}

type HostAnswer = Extract<Change, { kind: 'HOST_ANSWER' }>['answer'];

function answerOf({ answer, on, windows }: ChangeDraft): HostAnswer {
  if (answer === 'NONE') return null;
  const named = Object.entries(windows).map(([slot, grade]) => {
    const [week = '', window] = slot.split(' ');
    return { week, window: window as 'MON_WED' | 'WED_FRI', grade };
  });
  return { answeredOn: on, anyUsable: answer === 'ANY', windows: answer === 'NAMED' ? named : [] };
}
