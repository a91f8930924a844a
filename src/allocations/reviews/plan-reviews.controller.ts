import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { ReviewReference } from '../explanations/explanation.schema.js';
import { Infeasible, NoSuchPlan } from '../plans/plan-refusals.js';
import { PlanId } from '../plans/plan.schema.js';
import { PlanReviewView, UnplacedView } from './plan-review.schema.js';
import { PlanReviews } from './plan-reviews.service.js';

@ApiTags('Plans')
@Infeasible
@Controller('plans')
export class PlanReviewsController {
  constructor(private readonly reviews: PlanReviews) {}

  @Get(':id/reviews/:review')
  @ApiOperation({
    summary: 'A review as it stands in a plan, with its school, its windows and its history',
    description:
      'Seats and windows as they were frozen with the plan; trust, homes, earlier reviews and what became of offers as the registers stand now. Why its lead leads it and who else could are answers of their own.',
  })
  @ApiOkResponse({ standardSchema: PlanReviewView })
  @Refuses(404, { NOT_FOUND: 'There is no review QAR-2026-0042 in this plan.' })
  @SerializeOptions({ schema: PlanReviewView })
  review(
    @Param('id', { schema: PlanId }) id: string,
    @Param('review', { schema: ReviewReference }) review: string,
  ): Promise<PlanReviewView> {
    return this.reviews.review(id, review);
  }

  @Get(':id/unplaced')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'The reviews of a plan without a lead, and what stands in the way of each',
    description:
      'Everybody who may lead is counted once for each review, under what is hardest to change, so that the numbers add up. Also the reviews that the plan had to leave out. What it would take is an answer of its own. Nothing is solved.',
  })
  @ApiOkResponse({ standardSchema: UnplacedView })
  @NoSuchPlan
  @SerializeOptions({ schema: UnplacedView })
  unplaced(@Param('id', { schema: PlanId }) id: string): Promise<UnplacedView> {
    return this.reviews.unplaced(id);
  }
}
