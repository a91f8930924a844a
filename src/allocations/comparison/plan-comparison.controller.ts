import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Infeasible, NoSuchPlan } from '../plans/plan-refusals.js';
import { PlanId } from '../plans/plan.schema.js';
import { PlansSideBySideView, SideBySideQuery } from './plan-comparison.schema.js';
import { PlanComparisons } from './plan-comparisons.service.js';

@ApiTags('Plans')
@Controller('plans')
export class PlanComparisonController {
  constructor(private readonly comparisons: PlanComparisons) {}

  @Get(':id/side-by-side')
  @ApiOperation({
    summary: 'Two or three plans side by side, in words',
    description:
      'The aims of all, the reviews that the others treat otherwise than the plan of the address, with the edit that would adopt each, and what it means for each person. Names and regions are those frozen with the plans.',
  })
  @ApiOkResponse({ standardSchema: PlansSideBySideView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: PlansSideBySideView })
  sideBySide(
    @Param('id', { schema: PlanId }) id: string,
    @Query({ schema: SideBySideQuery }) query: SideBySideQuery,
  ): Promise<PlansSideBySideView> {
    return this.comparisons.sideBySide(id, query.with);
  }
}
