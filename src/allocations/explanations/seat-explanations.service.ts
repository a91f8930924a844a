import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { type Role } from '../../solver/problem.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { type QuestionOf } from '../solving/plan-question.js';
import { AnsweredQuestions, type Step } from './answered-questions.js';
import { type CandidatesView, type WhyNotView, type WhyThisOneView } from './explanation.schema.js';
import { type QuestionedPlan } from './questioned-plan.js';
import { tellCandidates } from './tell-candidates.js';
import { tellWhy } from './tell-why.js';
import { tellWhyNot } from './tell-why-not.js';

type RankingKind = 'REVIEW_CANDIDATES' | 'WINDOW_CANDIDATES';

/** A question about who could lead. */
export type RankingQuestion = QuestionOf<RankingKind>;
export type RankingStep = Step<RankingKind>;

/**
 * Why somebody leads a review, why somebody else does not, and who could, told with the names that were frozen with the
 * plan's problem. Seconds each, so that nobody waits behind a question that takes minutes.
 */
@Injectable()
export class SeatExplanations implements OnModuleDestroy {
  private readonly questions: AnsweredQuestions;

  constructor(dataSource: DataSource, plans: OpenedPlans) {
    this.questions = new AnsweredQuestions(dataSource, plans);
  }

  onModuleDestroy(): Promise<void> {
    return this.questions.close();
  }

  /** @throws Refusal when there is no such plan or review, or it has no lead */
  async why(planId: string, review: string): Promise<WhyThisOneView> {
    const { plan, answer } = await this.questions.answer(planId, { kind: 'WHY', review } as const);
    return tellWhy(answer, plan.measuredFrom, plan.teller);
  }

  /** @throws Refusal when there is no such plan, review or person */
  async whyNot(planId: string, review: string, person: string, role: Role): Promise<WhyNotView> {
    const question = { kind: 'WHY_NOT', review, person, role } as const;
    const { plan, answer } = await this.questions.answer(planId, question);
    return tellWhyNot(answer, plan.measuredFrom, plan.teller);
  }

  /** @throws Refusal when there is no such plan, review, person or week */
  async candidates(planId: string, question: RankingQuestion): Promise<CandidatesView> {
    const { plan, answer } = await this.questions.answer(planId, question);
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
  ): Promise<{ plan: QuestionedPlan; steps: Observable<RankingStep> }> {
    const plan = await this.questioned(planId, question);
    return { plan, steps: await this.questions.steps(plan, question) };
  }

  /** @throws Refusal as `candidates` */
  questioned(planId: string, question: RankingQuestion): Promise<QuestionedPlan> {
    return this.questions.questioned(planId, question);
  }
}
