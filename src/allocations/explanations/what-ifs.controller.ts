import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
import { PlanId } from '../plans/plan.schema.js';
import { Infeasible, NoSuchPlan } from '../plans/plan-refusals.js';
import { PersonReference } from './explanation.schema.js';
import { AsksTogetherView } from './asks-together.schema.js';
import { DisturbanceQuery, DisturbanceView } from './disturbance.schema.js';
import { DropOutsView, DropOutView } from './drop-out.schema.js';
import { disturbanceView, dropOutsView, dropOutView } from './loss-views.js';
import { asksTogetherView, asksView } from './what-if-views.js';
import { AsksQuery, AsksView, WaitQuery } from './what-if.schema.js';
import { WhatIfs } from './what-ifs.service.js';

const course =
  'Worked out once in the background and kept: while `state` is WORKING the answer holds what is known so far; ask again, each time waiting up to `wait` seconds.';

/** What if things were otherwise: docs/asks-and-drop-outs.md. */
@ApiTags('Plans')
@Controller('plans')
export class WhatIfsController {
  constructor(private readonly whatIfs: WhatIfs) {}

  @Get(':id/what-would-it-take')
  @ApiOperation({
    summary: 'What it would take to cover each review without a lead',
    description: `The cheapest sets of up to three things to ask for, each enough without leaving out anything as weighty, and minimal; checked by solving again. ${course}`,
  })
  @ApiOkResponse({ standardSchema: AsksView })
  @NoSuchPlan
  @Infeasible
  @Refuses(409, {
    REVIEW_HAS_A_LEAD:
      'Vale School, Leeds has a lead in this plan, so nothing need be asked. Choose a review that waits.',
  })
  @SerializeOptions({ schema: AsksView })
  async asks(
    @Param('id', { schema: PlanId }) id: string,
    @Query({ schema: AsksQuery }) { review, wait }: AsksQuery,
  ): Promise<AsksView> {
    return asksView(await this.whatIfs.asks(id, review, wait));
  }

  @Get(':id/what-would-it-take/together')
  @ApiOperation({
    summary:
      'The cheapest asks that together cover as many reviews without a lead as can be covered',
    description: `Chosen from what it takes to cover each, so that as much is covered, by priority, as all of those asks together could, while every review that has a lead keeps one; checked by solving again with all of them, and with each left out. ${course}`,
  })
  @ApiOkResponse({ standardSchema: AsksTogetherView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: AsksTogetherView })
  async asksTogether(
    @Param('id', { schema: PlanId }) id: string,
    @Query({ schema: WaitQuery }) { wait }: WaitQuery,
  ): Promise<AsksTogetherView> {
    return asksTogetherView(await this.whatIfs.asksTogether(id, wait));
  }

  @Get(':id/drop-outs')
  @ApiOperation({
    summary: 'What is lost when anybody drops out, and who stands by',
    description: `For each person the best plan without them and what it loses; reviews that stand or fall with one person; who covers most of what others would leave. ${course}`,
  })
  @ApiOkResponse({ standardSchema: DropOutsView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: DropOutsView })
  async dropOuts(
    @Param('id', { schema: PlanId }) id: string,
    @Query({ schema: WaitQuery }) { wait }: WaitQuery,
  ): Promise<DropOutsView> {
    return dropOutsView(await this.whatIfs.dropOuts(id, wait), await this.whatIfs.about(id));
  }

  @Get(':id/drop-outs/:person')
  @ApiOperation({
    summary: 'What is lost when one person drops out, with the best re-plan',
    description: course,
  })
  @ApiOkResponse({ standardSchema: DropOutView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: DropOutView })
  async dropOut(
    @Param('id', { schema: PlanId }) id: string,
    @Param('person', { schema: PersonReference }) person: string,
    @Query({ schema: WaitQuery }) { wait }: WaitQuery,
  ): Promise<DropOutView> {
    const told = await this.whatIfs.dropOut(id, person, wait);
    return dropOutView(told, person, await this.whatIfs.about(id));
  }

  @Get(':id/disturbance')
  @ApiOperation({
    summary: 'The best plan that disturbs at most so many people, for each number of people',
    description: `The price list of disturbance against this plan, for the same problem, or for when somebody has gone: a line for each number of people at which something is gained. ${course}`,
  })
  @ApiOkResponse({ standardSchema: DisturbanceView })
  @NoSuchPlan
  @Infeasible
  @SerializeOptions({ schema: DisturbanceView })
  async disturbance(
    @Param('id', { schema: PlanId }) id: string,
    @Query({ schema: DisturbanceQuery }) query: DisturbanceQuery,
  ): Promise<DisturbanceView> {
    return disturbanceView(await this.whatIfs.disturbance(id, query), query.gone ?? null);
  }
}
