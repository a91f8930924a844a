import { type EntityManager } from 'typeorm';
import { dateInWords } from '../../calendar/words.js';
import { canBecome, stateInWords, type ReviewState } from '../../reviews/lifecycle.js';
import { civilDate } from '../columns/civil-dates.js';
import { endedBy, reviewState } from '../columns/codes.js';
import { type Row } from '../columns/column.js';
import { yearOfRow } from '../columns/shared-columns.js';
import { reference, termId, text, urn, whole } from '../columns/types.js';
import { canonicalRow, type RecordKind, type RowFault, type Stored } from '../record-kind.js';
import { writeReviews } from './reviews-write.js';

export const reviews: RecordKind = {
  name: 'reviews',
  title: 'Reviews',
  note: 'Reviews due, one a school and academic year, with their present state.',
  columns: [
    {
      heading: 'Review',
      type: reference,
      key: true,
      required: true,
      synonyms: ['Review reference', 'Reference', 'Review ID', 'QAR'],
      note: 'The review’s reference, such as QAR-2026-0042.',
    },
    {
      heading: 'URN',
      type: urn,
      required: true,
      names: 'school',
      synonyms: ['School URN', 'School'],
      note: 'The host school.',
    },
    yearOfRow,
    {
      heading: 'State',
      type: reviewState,
      blank: 'REQUESTED',
      synonyms: ['Status'],
      note: 'Requested unless said otherwise.',
    },
    {
      heading: 'Term',
      type: termId,
      names: 'term',
      synonyms: ['Term asked for'],
      note: 'The term it belongs to; empty: operations chooses.',
    },
    {
      heading: 'Carried over',
      type: whole(0, 100),
      blank: 0,
      note: 'How many terms it has been carried over.',
    },
    {
      heading: 'Since',
      type: civilDate,
      required: true,
      synonyms: ['From', 'State since', 'Requested on'],
      note: 'The day from which the state and term hold.',
    },
    {
      heading: 'Ended by',
      type: endedBy,
      synonyms: ['Cancelled by'],
      note: 'Who cancelled or postponed it.',
    },
    {
      heading: 'Reason',
      type: text,
      synonyms: ['Why'],
      note: 'Why it was cancelled or postponed.',
    },
    {
      heading: 'Priority',
      type: whole(1, 9),
      note: 'Only where operations set it; empty: as the rules give it.',
    },
    { heading: 'Priority reason', type: text, note: 'Why operations set the priority.' },
  ],
  adds: [{ register: 'review', heading: 'Review' }],
  load,
  write: writeReviews,
  check,
  checkChange,
};

async function load(manager: EntityManager): Promise<Stored[]> {
  const rows: (Record<string, unknown> & { id: string; version: number })[] = await manager.query(
    `SELECT r.id, r.version, r.code AS "Review", r.urn AS "URN", r.academic_year AS "Academic year",
            s.state AS "State", s.term_id AS "Term", s.carried_over AS "Carried over",
            lower(s.valid)::text AS "Since", s.ended_by AS "Ended by", s.reason AS "Reason",
            p.priority AS "Priority", p.reason AS "Priority reason"
     FROM review r
     LEFT JOIN LATERAL (
       SELECT * FROM review_state WHERE review_id = r.id AND superseded_at IS NULL
       ORDER BY lower(valid) DESC LIMIT 1) s ON true
     LEFT JOIN review_priority p ON p.review_id = r.id AND p.superseded_at IS NULL
     WHERE r.removed_at IS NULL`,
  );
  return rows.map((raw) => ({
    id: raw.id,
    version: raw.version,
    row: canonicalRow(reviews, raw),
  }));
}

function check(row: Row): RowFault[] {
  const faults: RowFault[] = [];
  const state = String(row.State);
  if (state === 'CANCELLED' || state === 'POSTPONED') {
    const word = state === 'CANCELLED' ? 'cancelled' : 'postponed';
    if (row['Ended by'] === null) {
      faults.push({
        column: 'Ended by',
        message: `A ${word} review says who ended it: School, Lead Reviewer or Programme.`,
      });
    }
    if (row.Reason === null) {
      faults.push({ column: 'Reason', message: `A ${word} review has a reason. Write it here.` });
    }
  }
  if (row.Priority !== null && row['Priority reason'] === null) {
    faults.push({
      column: 'Priority reason',
      message: 'A priority set by operations has a reason. Write it here.',
    });
  }
  return faults;
}

/**
 * A state that follows the stored one must be within reach of it in the table of states; a file may skip
 * steps, for they may have happened since the last one. With the same day it corrects what was believed.
 */
function checkChange(before: Row, after: Row): RowFault[] {
  const [from, to] = [before.State as ReviewState | null, after.State as ReviewState];
  const [since, now] = [before.Since as string | null, String(after.Since)];
  if (from === null || since === null || from === to || since === now) return [];
  if (now < since) {
    return [
      {
        column: 'Since',
        message: `The review has been ${stateInWords(from)} since ${dateInWords(since)}, so it cannot have become ${stateInWords(to)} on ${dateInWords(now)}. Correct the day; ${dateInWords(since)} itself corrects what is recorded.`,
      },
    ];
  }
  if (canBecome(from, to)) return [];
  return [
    {
      column: 'State',
      message: `A review that is ${stateInWords(from)} never becomes ${stateInWords(to)}. If ${stateInWords(from)} was a mistake, correct it with its own day, ${dateInWords(since)}, in Since.`,
    },
  ];
}
