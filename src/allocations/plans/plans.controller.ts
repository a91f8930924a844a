import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PlanId, PlanView } from './plan.schema.js';
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
}
