import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ExplainedReview } from '../summary/gap-words.js';
import { type PlanSummary } from '../summary/plan-summary.js';
import {
  PlanSummaryView,
  UncoveredReviewsView,
  UncoveredReviewView,
} from './plan-explanation.schema.js';
import { PlanExplanations } from './plan-explanations.service.js';
import { PlanId } from './plan.schema.js';
import { Infeasible, NoSuchPlan } from './plan-refusals.js';

@ApiTags('Plans')
@Controller('plans')
export class PlanExplanationsController {
  constructor(private readonly explanations: PlanExplanations) {}

  @Get(':id/summary')
  @ApiOperation({
    summary: 'A plan in numbers',
    description: 'Coverage by region, commitment, balance, travel (by road, in miles) and seats.',
  })
  @ApiOkResponse({ standardSchema: PlanSummaryView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: PlanSummaryView })
  summary(@Param('id', { schema: PlanId }) id: string): Promise<PlanSummary> {
    return this.explanations.summary(id);
  }

  @Get(':id/uncovered')
  @ApiOperation({
    summary: 'Why each review without a lead has none',
    description:
      'How many leads each rule shuts out and, where one changed fact alone would cover the review, that fact, checked by solving again. The first answer for a plan can take some seconds; it is kept.',
  })
  @ApiOkResponse({ standardSchema: UncoveredReviewsView })
  @NoSuchPlan
  @Infeasible
  // Nest serialises a list item by item.
  @SerializeOptions({ schema: UncoveredReviewView })
  uncovered(@Param('id', { schema: PlanId }) id: string): Promise<ExplainedReview[]> {
    return this.explanations.uncovered(id);
  }
}
