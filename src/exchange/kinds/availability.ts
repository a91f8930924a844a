import { type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { answerKind, partKind, type WholeAnswer } from '../answer-kinds.js';
import { civilDate, weekDate } from '../columns/civil-dates.js';
import { availabilityGrade, reviewWindow, statementKind } from '../columns/codes.js';
import { type Column, type Row } from '../columns/column.js';
import { leadReference, periodIsOrdered } from '../columns/shared-columns.js';
import { termId, text, whole } from '../columns/types.js';
import { type RowFault } from '../record-kind.js';
import { recurrenceRule } from '../columns/recurrence-rule.js';

const WHOLE: WholeAnswer = {
  answer: {
    table: 'availability_answer',
    prepare: openMissingRounds,
    carried: 'round_id, lead_id, answered_on, default_grade, ceiling, note',
    from: `availability_answer a
      JOIN availability_round o ON o.id = a.round_id
      JOIN lead_reviewer s ON s.id = a.lead_id AND s.removed_at IS NULL`,
    read: {
      Term: 'o.term_id',
      Reference: 's.code',
      'Answered on': 'a.answered_on::text',
      Default: 'a.default_grade',
      Ceiling: 'a.ceiling',
      Note: 'a.note',
    },
    insert: {
      columns: 'round_id, lead_id, answered_on, default_grade, ceiling, note',
      values: 'o.id, s.id, r."Answered on", r."Default", r."Ceiling", r."Note"',
      from: `JOIN availability_round o ON o.term_id = r."Term"
        JOIN lead_reviewer s ON s.code = r."Reference" AND s.removed_at IS NULL`,
    },
  },
  part: {
    table: 'availability_statement',
    columns: 'position, kind, rule, days, week, review_window, grade',
    words: 'statements',
    read: {
      Term: 'o.term_id',
      Reference: 's.code',
      Number: 'p.position',
      Kind: 'p.kind',
      Rule: 'p.rule',
      From: 'lower(p.days)::text',
      To: '(upper(p.days) - 1)::text',
      Week: 'p.week::text',
      Window: 'p.review_window',
      Grade: 'p.grade',
    },
    values: `r."Number", r."Kind", r."Rule",
      CASE WHEN r."From" IS NOT NULL THEN daterange(r."From", r."To", '[]') END,
      r."Week", r."Window", r."Grade"`,
    toAnswer: `JOIN lead_reviewer s ON s.code = r."Reference" AND s.removed_at IS NULL
      JOIN availability_round o ON o.term_id = r."Term"
      JOIN availability_answer a ON a.round_id = o.id AND a.lead_id = s.id AND a.superseded_at IS NULL`,
  },
};

const term: Column = {
  heading: 'Term',
  type: termId,
  key: true,
  required: true,
  names: 'term',
  note: 'The term whose availability round this answers; a round that was never opened is opened.',
};

/**
 * Answers that were collected elsewhere prove that there was a round: one that is missing is opened,
 * from the first answer's day to the end of the last one's. Operations may move its deadline.
 */
async function openMissingRounds(
  manager: EntityManager,
  rows: readonly Row[],
  author: string,
): Promise<void> {
  const opened: { term_id: string; opened_on: string; deadline_at: Date }[] = await manager.query(
    `INSERT INTO availability_round (term_id, opened_on, deadline_at)
     SELECT "Term", min("Answered on"), (max("Answered on") + 1)::timestamp AT TIME ZONE 'Europe/London'
     FROM jsonb_to_recordset($1::jsonb) AS r("Term" text, "Answered on" date)
     GROUP BY "Term"
     ON CONFLICT (term_id) DO NOTHING
     RETURNING term_id, opened_on::text, deadline_at`,
    [JSON.stringify(rows)],
  );
  for (const round of opened) {
    await recordAudit(manager, {
      actor: author,
      action: 'availability round opened by an import',
      subject: 'availability_round',
      subjectId: round.term_id,
      after: { openedOn: round.opened_on, deadlineAt: round.deadline_at },
    });
  }
}

export const availabilityAnswers = answerKind(WHOLE, {
  name: 'availability-answers',
  title: 'Availability answers',
  note: 'Who has answered a term’s availability round, and what holds by default.',
  columns: [
    term,
    leadReference,
    {
      heading: 'Answered on',
      type: civilDate,
      required: true,
      synonyms: ['Answered', 'Date'],
      note: 'The day of the answer.',
    },
    {
      heading: 'Default',
      type: availabilityGrade,
      required: true,
      synonyms: ['Default grade', 'Otherwise'],
      note: 'The grade of every window that no statement is about.',
    },
    {
      heading: 'Ceiling',
      type: whole(0, 1000),
      synonyms: ['Most in the term', 'Maximum'],
      note: 'Most reviews in the term; empty: no ceiling of their own.',
    },
    {
      heading: 'Note',
      type: text,
      personal: true,
      synonyms: ['Comment'],
      note: 'What else they said.',
    },
  ],
});

export const availabilityStatements = partKind(WHOLE, ['Term', 'Reference'], {
  name: 'availability-statements',
  title: 'Availability statements',
  note: 'What an answer says about recurring days, ranges, single dates and windows.',
  columns: [
    term,
    leadReference,
    {
      heading: 'Number',
      type: whole(0, 10_000),
      key: true,
      required: true,
      synonyms: ['No', 'Nr', 'Position', 'Statement'],
      note: 'Counts the statements of an answer.',
    },
    {
      heading: 'Kind',
      type: statementKind,
      required: true,
      synonyms: ['Type'],
      note: 'Rule (then Rule), Range (From, To), Date (From) or Window (Week, Window).',
    },
    {
      heading: 'Rule',
      type: recurrenceRule,
      synonyms: ['RRULE', 'Recurrence'],
      note: 'A recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO.',
    },
    {
      heading: 'From',
      type: civilDate,
      synonyms: ['Date', 'Start'],
      note: 'The date, or the first day of the range.',
    },
    {
      heading: 'To',
      type: civilDate,
      synonyms: ['End', 'Until'],
      note: 'The last day of the range.',
    },
    {
      heading: 'Week',
      type: weekDate,
      synonyms: ['Week commencing', 'w/c'],
      note: 'The Monday of the week of a window.',
    },
    { heading: 'Window', type: reviewWindow, synonyms: ['Days'], note: 'Mon–Wed or Wed–Fri.' },
    {
      heading: 'Grade',
      type: availabilityGrade,
      required: true,
      synonyms: ['Availability'],
      note: 'What holds then.',
    },
  ],
  check: (row) => [...periodIsOrdered(row), ...hasWhatItsKindNeeds(row)],
  completer: () => Promise.resolve(lastDayOfADate),
});

/** A single date ends on the day it begins. */
function lastDayOfADate(row: Row): Row {
  return row.Kind === 'DATE' ? { ...row, To: row.To ?? row.From ?? null } : row;
}

const NEEDS: Record<string, readonly string[]> = {
  RULE: ['Rule'],
  RANGE: ['From'],
  DATE: ['From'],
  WINDOW: ['Week', 'Window'],
};
const MAY_HAVE: Record<string, readonly string[]> = { RANGE: ['To'], DATE: ['To'] };

function hasWhatItsKindNeeds(row: Row): RowFault[] {
  const kind = String(row.Kind);
  const needed = NEEDS[kind] ?? [];
  const allowed = [...needed, ...(MAY_HAVE[kind] ?? [])];
  const faults: RowFault[] = [];
  for (const column of ['Rule', 'From', 'To', 'Week', 'Window']) {
    const filled = row[column] !== null && row[column] !== undefined;
    if (needed.includes(column) && !filled) {
      faults.push({ column, message: `A statement of this kind needs ${column}. Fill it.` });
    } else if (!allowed.includes(column) && filled) {
      faults.push({
        column,
        message: `A statement of this kind has no ${column}. Empty the cell or change Kind.`,
      });
    }
  }
  if (kind === 'DATE' && row.From !== row.To) {
    faults.push({
      column: 'To',
      message: 'A single date has one day. Make it a Range, or empty To.',
    });
  }
  return faults;
}
