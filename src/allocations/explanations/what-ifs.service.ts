import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { type Problem } from '../../solver/problem.js';
import {
  type PlanAnswerParts,
  type PlanAnswers,
  type PlanQuestion,
  type QuestionKind,
} from '../solving/plan-question.js';
import { SolverPool } from '../solving/solver-pool.js';
import { planNames, type PlanNames } from '../summary/plan-names.js';
import { findPlanInQuestion } from './plan-in-question.js';

/** An answer, or as much of it as is known. */
export type AnswerSoFar<Kind extends QuestionKind> =
  | { state: 'DONE'; answer: PlanAnswers[Kind] }
  | { state: 'WORKING'; parts: PlanAnswerParts[Kind][]; done: number; of: number | null };

/** What the words of an answer are made of. */
export interface Told<Kind extends QuestionKind> {
  soFar: AnswerSoFar<Kind>;
  problem: Problem;
  names: PlanNames;
}

interface UnderWay {
  parts: unknown[];
  done: number;
  of: number | null;
  answer: Promise<unknown>;
}

/**
 * Questions about a plan that take seconds to minutes. The first who asks has it worked out in a thread; whoever asks
 * meanwhile gets as much as is known; once done it is kept, for a plan never changes.
 */
@Injectable()
export class PlanQuestions implements OnModuleDestroy {
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();
  private readonly underWay = new Map<string, UnderWay>();

  constructor(private readonly dataSource: DataSource) {}

  async onModuleDestroy(): Promise<void> {
    this.stop.abort(
      new Refusal('UNAVAILABLE', 'The service is stopping. Ask again once it is back.', 503),
    );
    await this.solver.close();
  }

  /**
   * What it would take to cover the reviews that the plan leaves without a lead, or one of them.
   *
   * @param wait seconds to wait for the whole answer
   * @throws Refusal when there is no such plan or review, or the review has a lead
   */
  async asks(planId: string, review: string | undefined, wait: number): Promise<Told<'ASKS'>> {
    const { plan } = await findPlanInQuestion(this.dataSource, planId);
    const rows = plan.content.reviews;
    const waiting = rows.filter(({ lead }) => lead === null).map((row) => row.review);
    if (review === undefined) {
      return this.tell(planId, 'ASKS', { kind: 'ASKS', reviews: waiting }, wait);
    }
    if (!rows.some((row) => row.review === review)) {
      throw new Refusal('NOT_FOUND', `There is no review ${review} in this plan.`);
    }
    if (!waiting.includes(review)) {
      throw new Refusal(
        'REVIEW_HAS_A_LEAD',
        `Review ${review} has a lead in this plan, so nothing need be asked. Choose one that waits.`,
        409,
      );
    }
    return this.tell(planId, `ASKS ${review}`, { kind: 'ASKS', reviews: [review] }, wait);
  }

  /** What if anybody drops out. @throws Refusal as `asks` */
  dropOuts(planId: string, wait: number): Promise<Told<'DROP_OUTS'>> {
    return this.tell(planId, 'DROP_OUTS', { kind: 'DROP_OUTS' }, wait);
  }

  /** What if this person drops out. @throws Refusal as `asks`, or when there is no such person */
  async dropOut(planId: string, person: string, wait: number): Promise<Told<'DROP_OUT'>> {
    await this.mustBeIn(planId, person);
    return this.tell(planId, `DROP_OUT ${person}`, { kind: 'DROP_OUT', person }, wait);
  }

  /** What it buys to disturb more people. @throws Refusal as `dropOut` */
  async disturbance(
    planId: string,
    { gone, further, wait }: { gone?: string | undefined; further: number; wait: number },
  ): Promise<Told<'DISTURBANCE'>> {
    if (gone !== undefined) await this.mustBeIn(planId, gone);
    const question = { kind: 'DISTURBANCE', gone: gone ?? null, further } as const;
    return this.tell(planId, `DISTURBANCE ${further} ${gone ?? ''}`.trim(), question, wait);
  }

  private async mustBeIn(planId: string, person: string): Promise<void> {
    const { problem } = await findPlanInQuestion(this.dataSource, planId);
    if (readProblem(problem.bytes).leads.some(({ id }) => id === person)) return;
    throw new Refusal('NOT_FOUND', `There is no person ${person} in this plan’s problem.`);
  }

  private async tell<Kind extends QuestionKind>(
    planId: string,
    key: string,
    question: Extract<PlanQuestion, { kind: Kind }>,
    wait: number,
  ): Promise<Told<Kind>> {
    const { plan, problem: frozen } = await findPlanInQuestion(this.dataSource, planId);
    const problem = readProblem(frozen.bytes);
    const names = planNames(frozen.context, problem);
    const [known] = await this.dataSource.query<{ answer: PlanAnswers[Kind] }[]>(
      'SELECT answer FROM plan_answer WHERE plan_id = $1 AND kind = $2 AND subject = $3',
      [planId, question.kind, key],
    );
    if (known) return { soFar: { state: 'DONE', answer: known.answer }, problem, names };
    const place = `${planId} ${key}`;
    const working =
      this.underWay.get(place) ?? this.begin(place, planId, key, question, plan, frozen);
    const answer = await withinSeconds(wait, working.answer);
    const { parts, done, of } = working;
    const soFar = answer
      ? ({ state: 'DONE', answer: answer as PlanAnswers[Kind] } as const)
      : ({ state: 'WORKING', parts: [...parts] as PlanAnswerParts[Kind][], done, of } as const);
    return { soFar, problem, names };
  }

  private begin<Kind extends QuestionKind>(
    place: string,
    planId: string,
    key: string,
    question: Extract<PlanQuestion, { kind: Kind }>,
    plan: { content: { reviews: Problem['published'] } },
    { bytes }: { bytes: Buffer },
  ): UnderWay {
    const working: UnderWay = { parts: [], done: 0, of: null, answer: Promise.resolve() };
    working.answer = this.solver
      .answer<Kind>(bytes, plan.content.reviews, question, {
        signal: this.stop.signal,
        onNews: ({ part, done, of }) => {
          working.parts.push(part);
          Object.assign(working, { done, of });
        },
      })
      .then(async (answer) => {
        await this.dataSource.query(
          'INSERT INTO plan_answer (plan_id, kind, subject, format, answer) VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING',
          [planId, question.kind, key, JSON.stringify(answer)],
        );
        return answer;
      })
      .finally(() => this.underWay.delete(place));
    // Who does not wait does not hear of a failure; whoever asks next begins anew.
    working.answer.catch(() => undefined);
    this.underWay.set(place, working);
    return working;
  }
}

/** What a promise gives within so many seconds; undefined when it takes longer. */
async function withinSeconds<T>(seconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
