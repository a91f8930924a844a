import { Alternatives, type Change, withChanges } from '../../solver/explain/alternatives.js';
import { dropOut, dropOuts } from '../../solver/explain/drop-out.js';
import { priceOfDisturbance } from '../../solver/explain/re-plan.js';
import { whatWouldItTake } from '../../solver/explain/what-would-it-take.js';
import { type MilpEngine } from '../../solver/milp/milp.js';
import { type Problem, type Review, type SeatRow } from '../../solver/problem.js';
import {
  type AnswerNews,
  type PlanAnswers,
  type PlanQuestion,
  type QuestionKind,
} from './plan-question.js';

/** Simplex iterations after which the search for one line of a price list is given up; minutes of a usual machine. */
const MOST_WORK_A_LINE = 400_000;

/** Answers a question about a plan. Blocks its thread for as long as it takes. */
export function answerQuestion(
  problem: Problem,
  rows: readonly SeatRow[],
  question: PlanQuestion,
  engine: MilpEngine,
  tell: (news: AnswerNews) => void,
): PlanAnswers[QuestionKind] {
  const alternatives = new Alternatives(problem, engine);
  switch (question.kind) {
    case 'ASKS':
      return question.reviews.map((id, i) => {
        const review = problem.reviews.find((each) => each.id === id) as Review;
        const part = whatWouldItTake(problem, rows, review, engine);
        tell({ part, done: i + 1, of: question.reviews.length });
        return part;
      });
    case 'DROP_OUTS':
      return dropOuts(alternatives, rows, engine, (part, done, of) => tell({ part, done, of }));
    case 'DROP_OUT':
      return dropOut(alternatives, rows, question.person, engine);
    case 'DISTURBANCE': {
      const { gone, further } = question;
      const changes: Change[] = gone === null ? [] : [{ kind: 'GONE', person: gone }];
      const best = alternatives.with(changes);
      let done = 0;
      return priceOfDisturbance(withChanges(problem, changes), rows, best, engine, {
        further,
        maxWork: MOST_WORK_A_LINE,
        onTried: (_, part) => tell({ part, done: ++done, of: null }),
      });
    }
  }
}
