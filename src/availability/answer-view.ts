import { statementInWords } from './answer-words.js';
import { type AnswerView } from './availability.schema.js';
import { isLate, type Round } from './rounds.js';
import { type StoredAnswer } from './stored-answers.js';

/** An answer as it goes out: what was said, each statement in words, and who recorded it when. */
export function answerView(answer: StoredAnswer, round: Round): AnswerView {
  return {
    id: answer.id,
    lead: answer.lead,
    answeredOn: answer.answeredOn,
    isLate: isLate(answer.answeredOn, round.deadlineAt),
    default: answer.default,
    ceiling: answer.ceiling,
    note: answer.note,
    said: answer.said,
    statements: answer.statements.map((statement) => ({
      ...statement,
      inWords: statementInWords(statement),
    })),
    recordedAt: answer.recordedAt,
    recordedBy: answer.recordedBy,
    supersededAt: answer.supersededAt,
    supersededBy: answer.supersededBy,
  };
}
