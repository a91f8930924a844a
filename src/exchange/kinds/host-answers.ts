import { answerKind, partKind, type WholeAnswer } from '../answer-kinds.js';
import { civilDate, weekDate } from '../columns/civil-dates.js';
import { hostGrade, reviewWindow } from '../columns/codes.js';
import { type Column } from '../columns/column.js';
import { reference, termId, yesNo } from '../columns/types.js';

const WHOLE: WholeAnswer = {
  answer: {
    table: 'host_answer',
    carried: 'review_id, term_id, answered_on, any_usable',
    from: 'host_answer a JOIN review s ON s.id = a.review_id AND s.removed_at IS NULL',
    read: {
      Review: 's.code',
      Term: 'a.term_id',
      'Answered on': 'a.answered_on::text',
      'Any usable window': 'a.any_usable',
    },
    insert: {
      columns: 'review_id, term_id, answered_on, any_usable',
      values: 's.id, r."Term", r."Answered on", r."Any usable window"',
      from: 'JOIN review s ON s.code = r."Review" AND s.removed_at IS NULL',
    },
  },
  part: {
    table: 'host_window',
    columns: 'week, review_window, grade',
    words: 'windows',
    read: {
      Review: 's.code',
      Term: 'a.term_id',
      Week: 'p.week::text',
      Window: 'p.review_window',
      Grade: 'p.grade',
    },
    values: 'r."Week", r."Window", r."Grade"',
    toAnswer: `JOIN review s ON s.code = r."Review" AND s.removed_at IS NULL
      JOIN host_answer a ON a.review_id = s.id AND a.term_id = r."Term" AND a.superseded_at IS NULL`,
  },
};

const review: Column = {
  heading: 'Review',
  type: reference,
  key: true,
  required: true,
  names: 'review',
  synonyms: ['Review reference', 'Review ID', 'QAR'],
  note: 'The review’s reference.',
};
const term: Column = {
  heading: 'Term',
  type: termId,
  key: true,
  required: true,
  names: 'term',
  note: 'The term the answer is about.',
};

export const hostAnswers = answerKind(WHOLE, {
  name: 'host-answers',
  title: 'Host answers',
  note: 'Which hosts have answered about their windows in a term.',
  columns: [
    review,
    term,
    {
      heading: 'Answered on',
      type: civilDate,
      required: true,
      synonyms: ['Answered', 'Date'],
      note: 'The day of the answer.',
    },
    {
      heading: 'Any usable window',
      type: yesNo,
      blank: false,
      synonyms: ['Any window'],
      note: 'Yes where operations takes any usable window as acceptable.',
    },
  ],
});

export const hostWindows = partKind(WHOLE, ['Review', 'Term'], {
  name: 'host-windows',
  title: 'Host windows',
  note: 'The windows a host accepts; what is not named is not accepted.',
  columns: [
    review,
    term,
    {
      heading: 'Week',
      type: weekDate,
      key: true,
      required: true,
      synonyms: ['Week commencing', 'w/c', 'Week beginning', 'Monday'],
      note: 'The Monday of the school week.',
    },
    {
      heading: 'Window',
      type: reviewWindow,
      key: true,
      required: true,
      synonyms: ['Days'],
      note: 'Mon–Wed or Wed–Fri.',
    },
    {
      heading: 'Grade',
      type: hostGrade,
      required: true,
      synonyms: ['Preference'],
      note: 'Preferred or acceptable.',
    },
  ],
});
