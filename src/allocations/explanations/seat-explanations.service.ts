import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { filter, firstValueFrom, map, Observable, of, ReplaySubject, share } from 'rxjs';
import { DataSource } from 'typeorm';
import { Refusal } from '../../platform/problems/refusal.js';
import { type RankedCandidates } from '../../solver/explain/ranked-candidates.js';
import { type Role } from '../../solver/problem.js';
import { findPlanInQuestion } from '../plans/plan-in-question.js';
import { type PlanAnswer, type PlanQuestion, type RankingNews } from '../solving/plan-questions.js';
import { EarlyStop, SolverPool } from '../solving/solver-pool.js';
import { type CandidatesView, type WhyNotView, type WhyThisOneView } from './explanation.schema.js';
import { keepAnswer, keptAnswer, subjectOf } from './kept-answers.js';
import { QuestionedPlan } from './questioned-plan.js';
import { tellCandidates } from './tell-candidates.js';
import { tellWhy } from './tell-why.js';
import { tellWhyNot } from './tell-why-not.js';

/** A question about who could lead. */
export type RankingQuestion = Extract<
  PlanQuestion,
  { kind: 'REVIEW_CANDIDATES' | 'WINDOW_CANDIDATES' }
>;

/** A step towards an answer, and last the answer. */
export type Step<Answer = PlanAnswer> = RankingNews | { kind: 'ANSWER'; answer: Answer };

/**
 * Why somebody leads a review, why somebody else does not, and who could: found by solving again in a thread of its own,
 * told with the names that were frozen with the plan's problem, and kept for each plan.
 */
@Injectable()
export class SeatExplanations implements OnModuleDestroy {
  private readonly solver = new SolverPool();
  private readonly stop = new AbortController();
  /** What is being worked out, so that two who ask at once wait for the same answer. */
  private readonly underWay = new Map<string, Observable<Step>>();

  constructor(private readonly dataSource: DataSource) {}

  async onModuleDestroy(): Promise<void> {
    this.stop.abort(
      new Refusal('UNAVAILABLE', 'The service is stopping. Ask again once it is back.', 503),
    );
    await this.solver.close();
  }

  /** @throws Refusal when there is no such plan or review, or it has no lead */
  async why(planId: string, review: string): Promise<WhyThisOneView> {
    const { plan, answer } = await this.answered(planId, { kind: 'WHY', review } as const);
    return tellWhy(answer, plan.measuredFrom, plan.teller);
  }

  /** @throws Refusal when there is no such plan, review or person */
  async whyNot(planId: string, review: string, person: string, role: Role): Promise<WhyNotView> {
    const question = { kind: 'WHY_NOT', review, person, role } as const;
    const { plan, answer } = await this.answered(planId, question);
    return tellWhyNot(answer, plan.measuredFrom, plan.teller);
  }

  /** @throws Refusal when there is no such plan, review, person or week */
  async candidates(planId: string, question: RankingQuestion): Promise<CandidatesView> {
    const { plan, answer } = await this.answered(planId, question);
    return tellCandidates(answer, plan.measuredFrom, plan.teller);
  }

  /**
   * The plan and the steps towards a ranking, from its beginning; only the answer where it was found before. Who stops
   * listening last stops the work.
   *
   * @throws as `candidates`, before the stream begins
   */
  async ranking(
    planId: string,
    question: RankingQuestion,
  ): Promise<{ plan: QuestionedPlan; steps: Observable<Step<RankedCandidates>> }> {
    const plan = await this.questioned(planId, question);
    return { plan, steps: await this.steps(plan, question) };
  }

  /** @throws Refusal as `candidates` */
  async questioned(planId: string, question: PlanQuestion): Promise<QuestionedPlan> {
    const plan = new QuestionedPlan(await findPlanInQuestion(this.dataSource, planId));
    plan.check(question);
    return plan;
  }

  private async answered<Question extends PlanQuestion>(
    planId: string,
    question: Question,
  ): Promise<{ plan: QuestionedPlan; answer: PlanAnswer<Question> }> {
    const plan = await this.questioned(planId, question);
    const answers = (await this.steps(plan, question)).pipe(
      filter((step) => step.kind === 'ANSWER'),
      map(({ answer }) => answer),
    );
    return { plan, answer: await firstValueFrom(answers) };
  }

  private async steps<Question extends PlanQuestion>(
    plan: QuestionedPlan,
    question: Question,
  ): Promise<Observable<Step<PlanAnswer<Question>>>> {
    const kept = await keptAnswer(this.dataSource, plan.id, question);
    if (kept !== null) return of({ kind: 'ANSWER', answer: kept });
    const name = `${plan.id} ${question.kind} ${subjectOf(question)}`;
    const steps = this.underWay.get(name) ?? this.workedOut(plan, question, name);
    this.underWay.set(name, steps);
    return steps as Observable<Step<PlanAnswer<Question>>>;
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
