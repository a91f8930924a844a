import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/problems/refusal.js';
import { type Edit } from '../../solver/hand/edits.js';
import { swapsOf } from '../../solver/hand/swaps.js';
import { editedPlan } from '../hand/edited-plan.js';
import { OpenedPlans } from '../plans/opened-plans.js';
import { counted } from '../summary/phrases.js';
import { type SwapsView } from './swap.schema.js';
import { refusedSwap, swapInWords } from './swap-words.js';

/** With which reviews a review could swap its lead: nothing is solved, nobody else moves. */
@Injectable()
export class Swaps {
  constructor(private readonly plans: OpenedPlans) {}

  /** @throws Refusal when there is no such plan or review, or an edit names what the plan does not have */
  async of(planId: string, review: string, edits: readonly Edit[]): Promise<SwapsView> {
    const opened = await this.plans.open(planId, 'edit');
    const { problem, rows } = editedPlan(opened, edits);
    if (!rows.some((row) => row.review === review)) {
      throw new Refusal('NOT_FOUND', `There is no review ${review} in the problem of this plan.`);
    }
    const { names } = opened;
    const facts = { problem, rows, names };
    const found = swapsOf(problem, rows, review);
    const swaps = found.filter(({ breaches }) => breaches.length === 0);
    const refused = found.filter(({ breaches }) => breaches.length > 0);
    return {
      review,
      school: names.school(review),
      words: `${swaps.length} of ${counted(found.length, 'swap')} ${swaps.length === 1 ? 'is' : 'are'} possible.`,
      swaps: swaps.map((swap) => swapInWords(swap, facts)),
      refused: refused.map((swap) => refusedSwap(swap, facts)),
    };
  }
}
