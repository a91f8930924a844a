import { dateInWords } from '../../calendar/words.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type Slot } from '../../solver/problem.js';
import { type OpenedPlan } from '../plans/opened-plans.js';
import { type AskedPlan, type PlanQuestion } from '../solving/plan-question.js';
import { type HashedProblem } from '../solving/solver-pool.js';
import { type MeasuredFromView } from './explanation-parts.schema.js';
import { measuredFrom } from './measured-from.js';
import { Teller } from './teller.js';

/** A stored plan that questions are asked about: what the solver is given, and what tells its answers. */
export class QuestionedPlan {
  readonly id: string;
  readonly problem: HashedProblem;
  readonly asked: AskedPlan;
  readonly teller: Teller;
  readonly measuredFrom: MeasuredFromView;

  constructor({ stored, frozen, problem, names }: OpenedPlan) {
    this.id = stored.id;
    this.problem = { bytes: frozen.bytes, sha256: frozen.sha256 };
    const rows = stored.content.reviews;
    this.teller = new Teller(problem, rows, names);
    this.measuredFrom = measuredFrom(stored.status, this.teller);
    this.asked = { rows, isProven: this.measuredFrom.isProven };
  }

  /** @throws Refusal when what is asked about is not in the plan's problem, or has no answer */
  check(question: PlanQuestion): void {
    switch (question.kind) {
      case 'WHY':
        this.checkReview(question.review);
        this.checkHasLead(question.review);
        return;
      case 'WHY_NOT':
        this.checkReview(question.review);
        this.checkPerson(question.person);
        return;
      case 'REVIEW_CANDIDATES':
        this.checkReview(question.review);
        return;
      case 'WINDOW_CANDIDATES':
        this.checkPerson(question.lead);
        this.checkWeek(question.slot);
        return;
      case 'ASKS':
        if (question.review === null) return;
        this.checkReview(question.review);
        this.checkHasNoLead(question.review);
        return;
      case 'DROP_OUT':
        this.checkPerson(question.person);
        return;
      case 'DISTURBANCE':
        if (question.gone !== null) this.checkPerson(question.gone);
        return;
      case 'ASKS_TOGETHER':
      case 'DROP_OUTS':
    }
  }

  private checkReview(review: string): void {
    if (this.teller.reviews.has(review)) return;
    throw new Refusal('NOT_FOUND', `There is no review ${review} in this plan.`);
  }

  private checkPerson(person: string): void {
    if (this.teller.people.has(person)) return;
    throw new Refusal('NOT_FOUND', `There is no Lead Reviewer ${person} in this plan.`);
  }

  private checkWeek({ week }: Slot): void {
    if (this.teller.problem.weeks.includes(week)) return;
    throw new Refusal(
      'NOT_FOUND',
      `There is no school week of ${dateInWords(week)} in this plan. Name the Monday of one of its weeks.`,
    );
  }

  private hasLead(review: string): boolean {
    return this.teller.rows.some((row) => row.review === review && row.lead !== null);
  }

  private checkHasNoLead(review: string): void {
    if (!this.hasLead(review)) return;
    throw new Refusal(
      'REVIEW_HAS_A_LEAD',
      `${this.teller.names.school(review)} has a lead in this plan, so nothing need be asked. Choose a review that waits.`,
      409,
    );
  }

  private checkHasLead(review: string): void {
    if (this.hasLead(review)) return;
    throw new Refusal(
      'REVIEW_HAS_NO_LEAD',
      `${this.teller.names.school(review)} has no lead in this plan. Ask why it has none instead (the plan’s reviews without a lead), or who could lead it.`,
      409,
    );
  }
}
