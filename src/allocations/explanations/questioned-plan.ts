import { dateInWords } from '../../calendar/words.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { readProblem } from '../../solver/file/read-problem.js';
import { type Slot } from '../../solver/problem.js';
import { type PlanInQuestion } from '../plans/plan-in-question.js';
import { type AskedPlan, type PlanQuestion } from '../solving/plan-questions.js';
import { type HashedProblem } from '../solving/solver-pool.js';
import { planNames } from '../summary/plan-names.js';
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

  constructor({ plan, problem }: PlanInQuestion) {
    this.id = plan.id;
    this.problem = { bytes: problem.bytes, sha256: plan.problemSha256 };
    const read = readProblem(problem.bytes);
    const rows = plan.content.reviews;
    this.teller = new Teller(read, rows, planNames(problem.context, read));
    this.measuredFrom = measuredFrom(plan.status, this.teller);
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

  private checkHasLead(review: string): void {
    const row = this.teller.rows.find((each) => each.review === review);
    if (row?.lead && row.week && row.window) return;
    throw new Refusal(
      'REVIEW_HAS_NO_LEAD',
      `${this.teller.names.school(review)} has no lead in this plan. Ask why it has none instead (the plan’s reviews without a lead), or who could lead it.`,
      409,
    );
  }
}
