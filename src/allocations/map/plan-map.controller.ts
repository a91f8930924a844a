import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Infeasible, NoSuchPlan } from '../plans/plan-refusals.js';
import { PlanId } from '../plans/plan.schema.js';
import { PlanMapView } from './plan-map.schema.js';
import { PlanMaps } from './plan-maps.service.js';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';

@ApiTags('Plans')
@Controller('plans')
export class PlanMapController {
  constructor(private readonly maps: PlanMaps) {}

  @Get(':id/map')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'A plan on a map: its schools, where its people live, and who travels where',
    description:
      'Seats and places as they were frozen with the plan; what became of offers, and schools that the plan leaves out, as the registers stand now. Homes are the middle of a postcode district, to about a kilometre. Nothing is solved.',
  })
  @ApiOkResponse({ standardSchema: PlanMapView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: PlanMapView })
  map(@Param('id', { schema: PlanId }) id: string): Promise<PlanMapView> {
    return this.maps.map(id);
  }
}
