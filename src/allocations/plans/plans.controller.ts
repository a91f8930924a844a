import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type PlanComparison } from './comparison.js';
import { ComparisonQuery, PlanComparisonView, PlanId, PlanView } from './plan.schema.js';
import { NoSuchPlan } from './plan-refusals.js';
import { Plans } from './plans.service.js';

@ApiTags('Plans')
@Controller('plans')
export class PlansController {
  constructor(private readonly plans: Plans) {}

  @Get(':id')
  @ApiOperation({
    summary: 'A plan, with what the independent checker finds in it',
    description:
      'Every review with its slot and seats, the seven aims with their proven bounds, and the verdict of the checker, which shares no code with the solver and works it out anew for this answer.',
  })
  @ApiOkResponse({ standardSchema: PlanView })
  @NoSuchPlan
  @SerializeOptions({ schema: PlanView })
  get(@Param('id', { schema: PlanId }) id: string): Promise<PlanView> {
    return this.plans.get(id);
  }

  @Get(':id/comparison')
  @ApiOperation({
    summary: 'Two plans side by side',
    description:
      'The aims of both, the reviews that they do not treat alike, and each person whose seats differ.',
  })
  @ApiOkResponse({ standardSchema: PlanComparisonView })
  @NoSuchPlan
  @SerializeOptions({ schema: PlanComparisonView })
  compare(
    @Param('id', { schema: PlanId }) id: string,
    @Query({ schema: ComparisonQuery }) query: ComparisonQuery,
  ): Promise<PlanComparison> {
    return this.plans.compare(id, query.with);
  }
}
