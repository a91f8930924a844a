import { day } from '../../../calendar/civil-date.js';
import { weekdayInWords } from '../../../calendar/words.js';
import { sha256 } from '../../../solver/file/sha256.js';

/** How soon somebody must act: a planned review has lost its lead, or a date has passed; soon; before publishing. */
export const URGENCIES = ['URGENT', 'THIS_WEEK', 'NEXT'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What a line is about; the web app chooses its picture by it. */
export const ATTENTION_KINDS = [
  'NO_MEMBERS',
  'NO_REVIEWS_DUE',
  'REVIEWS_WITHOUT_TERM',
  'NO_ROUND',
  'AVAILABILITY_NOT_ANSWERED',
  'WINDOWS_NOT_KNOWN',
  'SCHOOL_INCOMPLETE',
  'GATE_RUNS_OUT',
  'PERSON_CANNOT',
  'PERSON_DECLINED',
  'ACCEPTED_CANNOT',
  'CONFLICT_RECORDED',
  'SCHOOL_CHANGED',
  'REVIEW_GONE',
  'PLAN_BREAKS_RULE',
  'PINS_SHORT',
  'NOBODY_CAN_LEAD',
  'SHORTAGE',
  'WEEK_SHORT',
  'WEEK_TIGHT',
  'NEW_LEADS_NOT_ASSURED',
  'SHADOWS_WITHOUT_REVIEW',
  'RUN_FAILED',
  'RUN_WITHOUT_PLAN',
  'NO_PLAN',
  'PLAN_OUTDATED',
  'WITHOUT_LEAD',
  'UNDER_TARGET',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Where the thing can be done. */
export const ACTION_KINDS = [
  'IMPORT',
  'OPEN_ROUND',
  'SEE_UNANSWERED',
  'SEE_WINDOWS_NOT_KNOWN',
  'SEE_REVIEWS',
  'SEE_SCHOOL',
  'SEE_LEAD',
  'RECORD',
  'RECORD_CHECK',
  'SEE_REVIEW',
  'SEE_BOARD',
  'SEE_UNDER_TARGET',
  'SEE_UNPLACED',
  'SEE_PREFLIGHT',
  'SEE_RUN',
  'RUN',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** A thing that can be done about a line, with the references that the screen for it needs. */
export interface Action {
  kind: ActionKind;
  /** On the button: what it does, counted. */
  label: string;
  plan: string | null;
  run: string | null;
  /** The Monday of a week. */
  week: string | null;
  reviews: string[];
  leads: string[];
  urns: string[];
}

/** Something that somebody must do, as the registers stand. */
export interface AttentionLine {
  /** The same as long as the same thing stands; a line that is about more or fewer people or reviews has another. */
  id: string;
  kind: AttentionKind;
  urgency: Urgency;
  /** One sentence, without its full stop. */
  title: string;
  /** Whole sentences. */
  detail: string;
  due: { on: string; what: 'DUE' | 'BEGINS'; words: string } | null;
  /** What waits for it, such as "Blocks 1 review". */
  blocks: string | null;
  /** The first is the one to offer as a button. */
  actions: [Action, ...Action[]];
}

export function action(
  kind: ActionKind,
  label: string,
  about: Partial<Omit<Action, 'kind' | 'label'>> = {},
): Action {
  return {
    plan: null,
    run: null,
    week: null,
    reviews: [],
    leads: [],
    urns: [],
    ...about,
    kind,
    label,
  };
}

/** @param about what the line speaks of: references, and whatever else makes it another line */
export function lineId(kind: AttentionKind, about: readonly string[]): string {
  const short = sha256(Buffer.from([...about].sort().join('\n'))).slice(0, 12);
  return `${kind.toLowerCase().replaceAll('_', '-')}-${short}`;
}

export function dueOn(on: string): AttentionLine['due'] {
  return { on, what: 'DUE', words: `Due ${weekdayInWords(on)}` };
}

export function beginsOn(on: string): AttentionLine['due'] {
  return { on, what: 'BEGINS', words: `Begins ${weekdayInWords(on)}` };
}

/** Within four weeks: what a term needs must be known by then. */
export function isSoon(today: string, date: string): boolean {
  return daysBetween(today, date) <= 28;
}

export function isThisWeek(today: string, date: string): boolean {
  return daysBetween(today, date) <= 7;
}

/** Whole days from one civil date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round(day(to).diff(day(from), 'days').days);
}
