import { filter, firstValueFrom, map, Observable, of, ReplaySubject, share } from 'rxjs';
import { type DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { type OpenedPlans } from '../plans/opened-plans.js';
import {
  type PlanAnswers,
  type PlanNews,
  type PlanQuestion,
  type QuestionKind,
} from '../solving/plan-question.js';
import { EarlyStop, SolverPool } from '../solving/solver-pool.js';
import { answeredAt, keepAnswer, keptAnswer, subjectOf } from './kept-answers.js';
import { QuestionedPlan } from './questioned-plan.js';

/** A step towards an answer, and last the answer. */
export type Step<Kind extends QuestionKind = QuestionKind> =
  PlanNews[Kind] | { kind: 'ANSWER'; answer: PlanAnswers[Kind] };

/**
 * Questions about stored plans, answered one after another in a thread of their own by solving again. Who asks what is being
 * worked out hears the same answer, and what was found is kept: a plan never changes.
 */
export class AnsweredQuestions {
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();
  private readonly underWay = new Map<string, Observable<Step>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
  ) {}

  /** Breaks off whatever is being worked out, with a sentence for those who wait. */
  async close(): Promise<void> {
    this.stop.abort(
      new Refusal('UNAVAILABLE', 'The service is stopping. Ask again once it is back.', 503),
    );
    await this.solver.close();
  }

  /** @throws Refusal when there is no such plan, or what is asked about is not in it or has no answer */
  async questioned(planId: string, question: PlanQuestion): Promise<QuestionedPlan> {
    const plan = new QuestionedPlan(await this.plans.open(planId));
    plan.check(question);
    return plan;
  }

  /**
   * The steps towards an answer, from the beginning; only the answer where it was found before. Who stops listening last
   * stops the work, as soon as the question can be broken off.
   */
  async steps<Question extends PlanQuestion>(
    plan: QuestionedPlan,
    question: Question,
  ): Promise<Observable<Step<Question['kind']>>> {
    const kept = await keptAnswer(this.dataSource, plan.id, question);
    if (kept !== null) return of({ kind: 'ANSWER', answer: kept });
    const name = `${plan.id} ${question.kind} ${subjectOf(question)}`;
    const steps = this.underWay.get(name) ?? this.workedOut(plan, question, name);
    this.underWay.set(name, steps);
    return steps as Observable<Step<Question['kind']>>;
  }

  /** The whole answer. @throws Refusal as `questioned` */
  async answer<Question extends PlanQuestion>(
    planId: string,
    question: Question,
  ): Promise<{ plan: QuestionedPlan; answer: PlanAnswers[Question['kind']] }> {
    const plan = await this.questioned(planId, question);
    const answers = (await this.steps(plan, question)).pipe(
      filter((step) => step.kind === 'ANSWER'),
      map(({ answer }) => answer),
    );
    return { plan, answer: await firstValueFrom(answers) };
  }

  /** When the answer was found; null: it is not known yet. */
  answeredAt(plan: QuestionedPlan, question: PlanQuestion): Promise<Date | null> {
    return answeredAt(this.dataSource, plan.id, question);
  }

  private workedOut(plan: QuestionedPlan, question: PlanQuestion, name: string): Observable<Step> {
    const work = new Observable<Step>((listener) => {
      const stop = new EarlyStop();
      const answer = this.solver.ask(plan.problem, plan.asked, question, {
        signal: this.stop.signal,
        stop,
        onNews: (news) => listener.next(news),
      });
      answer
        .then(async (found) => {
          if (found === null) return;
          await keepAnswer(this.dataSource, plan.id, question, found);
          listener.next({ kind: 'ANSWER', answer: found });
        })
        .then(
          () => listener.complete(),
          (error: unknown) => listener.error(error),
        );
      return () => {
        stop.request();
        this.underWay.delete(name);
      };
    });
    return work.pipe(share({ connector: () => new ReplaySubject<Step>() }));
  }
}
