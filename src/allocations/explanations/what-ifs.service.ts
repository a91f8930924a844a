import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { lastValueFrom, takeUntil, timer, toArray } from 'rxjs';
import { DataSource } from 'typeorm';
import { lineOf } from '../hand/plan-line.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { planHead } from '../reviews/plan-head.js';
import { type PlanHeadView } from '../reviews/plan-review.schema.js';
import { type PlanAnswers, type PlanNews, type QuestionOf } from '../solving/plan-question.js';
import { AnsweredQuestions, type Step } from './answered-questions.js';
import { type QuestionedPlan } from './questioned-plan.js';

type WhatIfKind = 'ASKS' | 'ASKS_TOGETHER' | 'DROP_OUTS' | 'DROP_OUT' | 'DISTURBANCE';

/** An answer, or as much of it as is known. */
export type AnswerSoFar<Kind extends WhatIfKind> =
  | { state: 'DONE'; answer: PlanAnswers[Kind] }
  | { state: 'WORKING'; parts: PlanNews[Kind]['part'][]; done: number; of: number | null };

/** What the words of an answer are made of. */
export interface Told<Kind extends WhatIfKind> {
  soFar: AnswerSoFar<Kind>;
  /** When the whole answer was found; null: it is not known yet. */
  checkedAt: Date | null;
  plan: QuestionedPlan;
}

/**
 * What it would take, what if somebody drops out, what disturbing people buys: questions that take seconds to minutes. The
 * first who asks has it worked out, also when nobody waits for it; whoever asks meanwhile gets as much as is known.
 */
@Injectable()
export class WhatIfs implements OnModuleDestroy {
  /** Minutes each. */
  private readonly long: AnsweredQuestions;
  /** Minutes each, person by person: they do not wait for those about everybody, nor hold them up. */
  private readonly priced: AnsweredQuestions;
  /** Seconds each: they wait for neither. */
  private readonly short: AnsweredQuestions;

  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
  ) {
    this.long = new AnsweredQuestions(dataSource, plans);
    this.priced = new AnsweredQuestions(dataSource, plans);
    this.short = new AnsweredQuestions(dataSource, plans);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.long, this.priced, this.short].map((each) => each.close()));
  }

  /**
   * What it would take to cover the reviews that the plan leaves without a lead, or one of them.
   *
   * @param wait seconds to wait for the whole answer
   * @throws Refusal when there is no such plan or review, or the review has a lead
   */
  asks(planId: string, review: string | undefined, wait: number): Promise<Told<'ASKS'>> {
    return this.told(planId, { kind: 'ASKS', review: review ?? null }, wait);
  }

  /**
   * The cheapest asks that together cover as many of those reviews as can be. First it is worked out what it takes to cover
   * each; that is its course.
   *
   * @throws Refusal when there is no such plan
   */
  async asksTogether(planId: string, wait: number): Promise<Told<'ASKS_TOGETHER'>> {
    const start = performance.now();
    const each = await this.asks(planId, undefined, wait);
    if (each.soFar.state === 'WORKING') {
      return { ...each, checkedAt: null, soFar: { ...each.soFar, parts: [] } };
    }
    const found = each.soFar.answer;
    const left = Math.max(0, wait - (performance.now() - start) / 1000);
    const told = await this.told(planId, { kind: 'ASKS_TOGETHER', found }, left);
    if (told.soFar.state === 'DONE') return told;
    return { ...told, soFar: { ...told.soFar, done: found.length, of: found.length } };
  }

  /** What if anybody drops out. @throws Refusal as `asks` */
  dropOuts(planId: string, wait: number): Promise<Told<'DROP_OUTS'>> {
    return this.told(planId, { kind: 'DROP_OUTS' }, wait);
  }

  /** What if this person drops out. @throws Refusal as `asks`, or when there is no such person */
  dropOut(planId: string, person: string, wait: number): Promise<Told<'DROP_OUT'>> {
    return this.told(planId, { kind: 'DROP_OUT', person }, wait);
  }

  /** What it buys to disturb more people. @throws Refusal as `dropOut` */
  disturbance(
    planId: string,
    { gone, further, wait }: { gone?: string | undefined; further: number; wait: number },
  ): Promise<Told<'DISTURBANCE'>> {
    return this.told(planId, { kind: 'DISTURBANCE', gone: gone ?? null, further }, wait);
  }

  /** Which plan it is, and whether somebody saved a later version. @throws Refusal when there is no such plan */
  async about(planId: string): Promise<{ plan: PlanHeadView }> {
    const { stored } = await this.plans.open(planId);
    return { plan: planHead(stored, await lineOf(this.dataSource.manager, planId)) };
  }

  private answering(kind: WhatIfKind): AnsweredQuestions {
    if (kind === 'DROP_OUT') return this.short;
    return kind === 'DISTURBANCE' ? this.priced : this.long;
  }

  private async told<Question extends QuestionOf<WhatIfKind>>(
    planId: string,
    question: Question,
    wait: number,
  ): Promise<Told<Question['kind']>> {
    const questions = this.answering(question.kind);
    const plan = await questions.questioned(planId, question);
    const steps = await questions.steps(plan, question);
    // Goes on when nobody waits any more. Who does not wait does not hear of a failure; whoever asks next begins anew.
    steps.subscribe({ error: () => undefined });
    const heard = await lastValueFrom(steps.pipe(takeUntil(timer(wait * 1000)), toArray()));
    return {
      soFar: soFarOf(heard),
      checkedAt: await questions.answeredAt(plan, question),
      plan,
    };
  }
}

function soFarOf<Kind extends WhatIfKind>(heard: readonly Step<Kind>[]): AnswerSoFar<Kind> {
  const parts: PlanNews[Kind]['part'][] = [];
  let [done, of]: [number, number | null] = [0, null];
  for (const step of heard) {
    if (step.kind === 'ANSWER') return { state: 'DONE', answer: step.answer };
    parts.push(step.part);
    ({ done, of } = step);
  }
  return { state: 'WORKING', parts, done, of };
}
