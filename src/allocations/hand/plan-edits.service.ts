import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/problems/refusal.js';
import { inTurns } from '../../platform/turns.js';
import { type Edit } from '../../solver/hand/edits.js';
import { effectOf } from '../../solver/hand/effect.js';
import { eachPlace, inOrder } from '../../solver/hand/places.js';
import { type Role } from '../../solver/problem.js';
import { editedPlan, refuseEdits } from './edited-plan.js';
import { type EffectView, effectView, type PlacesView, placesView } from './hand-view.js';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';

/** Which places are asked for: those on a review, or those for a person. */
export interface PlacesAsked {
  of: { review: string } | { lead: string };
  seat: Role;
  /** Made before, and not saved yet. */
  edits?: readonly Edit[];
}

/** Trying edits on a stored plan: nothing is solved and nothing is saved. */
@Injectable()
export class PlanEdits {
  constructor(private readonly plans: OpenedPlans) {}

  /**
   * What the plan would be with the edits, priced and held against every rule.
   *
   * @param after edits made before these; the plan with them is what it is measured from
   * @throws Refusal when there is no such plan, it is the proof that there is none, or an edit names
   * what its problem does not know
   */
  async effect(
    planId: string,
    edits: readonly Edit[],
    after: readonly Edit[] = [],
  ): Promise<EffectView> {
    const opened = await this.plans.open(planId, 'edit');
    const { problem, rows } = editedPlan(opened, after);
    refuseEdits(opened, edits);
    return effectView(effectOf(problem, rows, edits), problem, opened.names);
  }

  /** @throws Refusal as `effect`, and when the plan knows no such review or person */
  async places(planId: string, { of, seat, edits = [] }: PlacesAsked): Promise<PlacesView> {
    const opened = await this.plans.open(planId, 'edit');
    const { problem, rows } = editedPlan(opened, edits);
    refuseUnknownSubject(opened, of);
    const places = await inTurns(eachPlace(problem, rows, of, seat), (place) => place);
    return placesView(inOrder(places), opened.names);
  }
}

function refuseUnknownSubject({ problem }: OpenedPlan, of: PlacesAsked['of']): void {
  const [what, id, known] =
    'review' in of
      ? (['review', of.review, problem.reviews] as const)
      : (['Lead Reviewer', of.lead, problem.leads] as const);
  if (known.some((each) => each.id === id)) return;
  throw new Refusal('NOT_FOUND', `There is no ${what} ${id} in the problem of this plan.`);
}
