import { type DataSource } from 'typeorm';
import {
  type PlanAnswers,
  type PlanQuestion,
  type QuestionKind,
} from '../solving/plan-question.js';

/** Raise it whenever answers are kept in another shape: those kept before are then worked out again. */
const FORMAT = 3;

/** What a question is about, the same for the same question. */
export function subjectOf(question: PlanQuestion): string {
  return JSON.stringify(subjectParts(question));
}

function subjectParts(question: PlanQuestion): (string | number)[] {
  switch (question.kind) {
    case 'WHY':
    case 'REVIEW_CANDIDATES':
      return [question.review];
    case 'WHY_NOT':
      return [question.review, question.person, question.role];
    case 'WINDOW_CANDIDATES':
      return [question.lead, question.slot.week, question.slot.window];
    case 'ASKS':
      return question.review === null ? [] : [question.review];
    case 'ASKS_TOGETHER':
    case 'DROP_OUTS':
      return [];
    case 'DROP_OUT':
      return [question.person];
    case 'DISTURBANCE':
      return question.gone === null ? [question.further] : [question.further, question.gone];
  }
}

/** The answer that was found before; null where nobody has asked yet. */
export async function keptAnswer<Question extends PlanQuestion>(
  dataSource: DataSource,
  planId: string,
  question: Question,
): Promise<PlanAnswers[Question['kind']] | null> {
  const [kept] = await dataSource.query<{ answer: PlanAnswers[Question['kind']] }[]>(
    'SELECT answer FROM plan_answer WHERE plan_id = $1 AND kind = $2 AND subject = $3 AND format = $4',
    [planId, question.kind, subjectOf(question), FORMAT],
  );
  return kept?.answer ?? null;
}

/** Keeps an answer; one that is kept already stays. */
export async function keepAnswer(
  dataSource: DataSource,
  planId: string,
  question: PlanQuestion,
  answer: PlanAnswers[QuestionKind],
): Promise<void> {
  await dataSource.query(
    'INSERT INTO plan_answer (plan_id, kind, subject, format, answer) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [planId, question.kind, subjectOf(question), FORMAT, JSON.stringify(answer)],
  );
}

/** When an answer was found that is kept; null where none is. */
export async function answeredAt(
  dataSource: DataSource,
  planId: string,
  question: PlanQuestion,
): Promise<Date | null> {
  const [kept] = await dataSource.query<{ at: Date }[]>(
    'SELECT created_at AS at FROM plan_answer WHERE plan_id = $1 AND kind = $2 AND subject = $3 AND format = $4',
    [planId, question.kind, subjectOf(question), FORMAT],
  );
  return kept?.at ?? null;
}
