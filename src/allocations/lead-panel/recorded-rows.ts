import { weekInWords, weekdayInWords, dateInWords } from '../../calendar/words.js';
import { gradeInWords } from '../../availability/answer-words.js';
import { type Grade } from '../../availability/answer.js';
import {
  formerHomeInWords,
  GATE_WORDS,
  REGION_GRADE_WORDS,
  spanInWords,
  STAGE_WORDS,
  STANDING_WORDS,
} from '../../reviewers/fact-words.js';
import { milesAtMost } from '../../solver/distance.js';
import { counted } from '../summary/phrases.js';
import { type HistoryView } from './plan-lead.schema.js';

/** A row of some register about a person, as the database has it. */
export interface RecordedRow {
  kind: string;
  /** What it is about besides the person. */
  subject: string;
  row: Readonly<Record<string, unknown>>;
  recordedAt: Date;
  recordedBy: string;
  supersededAt: Date | null;
  supersededBy: string | null;
}

type Line = HistoryView['items'][number]['lines'][number];

/** What a row says, in a sentence without a full stop. */
export function rowInWords({ kind, row }: RecordedRow): Line {
  switch (kind) {
    case 'answer':
      return { kind: 'ANSWER', words: answerInWords(row) };
    case 'waiver':
      return {
        kind: 'ANSWER',
        words: `Counted as ${gradeInWords(row.grade as Grade)} for ${textOf(row.term)} without an answer: ${textOf(row.reason)}`,
      };
    case 'contract':
      return {
        kind: 'CONTRACT',
        words: `Contract of ${textOf(row.academic_year)}, ${spanOf(row)}`,
      };
    case 'commitment_override':
      return {
        kind: 'CONTRACT',
        words: `Agreed minimum of ${textOf(row.minimum)} in ${textOf(row.academic_year)}: ${textOf(row.reason)}`,
      };
    case 'seat':
      return { kind: 'REVIEW', words: seatInWords(row) };
    default:
      return { kind: 'FACT', words: factInWords(kind, row) };
  }
}

function answerInWords({
  term,
  said,
  statements,
  default_grade: byDefault,
}: RecordedRow['row']): string {
  if (typeof said === 'string') return `Answer for ${textOf(term)}: “${said}”`;
  const count = Number(statements);
  const besides = count === 0 ? '' : `, with ${counted(count, 'statement')} of days and windows`;
  return `Answer for ${textOf(term)}: ${gradeInWords(byDefault as Grade)} unless they say otherwise${besides}`;
}

const EVENTS: Readonly<Record<string, string>> = {
  OFFERED: 'Offered',
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  WITHDRAWN: 'Given back',
  CANCELLED: 'Cancelled',
  LED: 'Led',
};
const SEATS: Readonly<Record<string, string>> = {
  LEAD: '',
  QUALITY_ASSURER: ' (quality assurer)',
  SHADOW: ' (shadow)',
};

function seatInWords({
  kind,
  school,
  week,
  role,
  on_date: on,
  reason,
}: RecordedRow['row']): string {
  const did = `${EVENTS[textOf(kind)] ?? textOf(kind)}: ${textOf(school)}${SEATS[textOf(role)] ?? ''}`;
  const why = typeof reason === 'string' ? ` (${reason})` : '';
  return `${did}, ${lower(weekInWords(textOf(week)))}, on ${weekdayInWords(textOf(on))}${why}`;
}

const GATES: Readonly<Record<string, string>> = GATE_WORDS;
const STANDINGS: Readonly<Record<string, string>> = STANDING_WORDS;
const REGIONS: Readonly<Record<string, string>> = REGION_GRADE_WORDS;
const STAGES: Readonly<Record<string, string>> = STAGE_WORDS;

function factInWords(kind: string, row: RecordedRow['row']): string {
  switch (kind) {
    case 'employment':
      return `Employer: ${textOf(row.employer)}${row.serving_leader === true ? ', a serving leader' : ''}, ${spanOf(row)}`;
    case 'standing':
      return `${STANDINGS[textOf(row.standing)] ?? textOf(row.standing)}, ${spanOf(row)}`;
    case 'gate':
      return `${GATES[textOf(row.kind)] ?? textOf(row.kind)}, ${spanOf(row)}`;
    case 'training_attendance':
      return `Training day of ${dateInWords(textOf(row.training_day))} ${row.outcome === 'ATTENDED' ? 'attended' : `caught up on ${dateInWords(textOf(row.on_date))}`}`;
    case 'induction_stage':
      return `${STAGES[textOf(row.stage)] ?? textOf(row.stage)} on ${dateInWords(textOf(row.done_on))}`;
    case 'region_grade':
      return `${textOf(row.region)}: ${REGIONS[textOf(row.grade)] ?? textOf(row.grade)}, ${spanOf(row)}`;
    case 'conflict':
      return `${row.kind === 'WORKED_AT' ? 'Worked at' : 'Tie with'} ${schoolOf(row)}, ${spanOf(row)}: ${textOf(row.reason)}`;
    case 'conflict_override':
      return `May review ${schoolOf(row)} all the same, ${spanOf(row)}: ${textOf(row.reason)}`;
    case 'own_limit':
      return `Own limits, ${spanOf(row)}: ${limitsInWords(row)}`;
    case 'former_home':
      return formerHomeInWords({
        from: textOf(row.from),
        to: textOf(row.to),
        postcodeDistrict: textOf(row.postcode_district),
      });
    default:
      return kind;
  }
}

function limitsInWords(row: RecordedRow['row']): string {
  const { term_limit: term, rest_reviews: reviews, rest_weeks: weeks, max_km: km } = row;
  const parts = [
    ...(typeof term === 'number' ? [`at most ${counted(term, 'review')} a term`] : []),
    ...(typeof reviews === 'number' && typeof weeks === 'number'
      ? [`at most ${reviews} in any ${weeks} weeks`]
      : []),
    ...(typeof km === 'number' ? [`at most ${counted(milesAtMost(km), 'mile')} by road`] : []),
  ];
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function schoolOf({ school, urn, trust_uid: trust }: RecordedRow['row']): string {
  if (typeof school === 'string') return school;
  return typeof urn === 'string' ? `school ${urn}` : `trust ${textOf(trust)}`;
}

function spanOf({ from, to }: RecordedRow['row']): string {
  const words = spanInWords({ from: textOf(from), to: typeof to === 'string' ? to : null });
  return words.startsWith('from') ? words : `from ${words}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
