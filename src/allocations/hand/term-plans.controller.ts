import { Body, Controller, Get, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { TermId } from '../../calendar/calendar.schema.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { PlanView, TermPlanList } from '../plans/plan.schema.js';
import { TermPlans } from '../plans/term-plans.service.js';
import { PlanStart } from './edit-request.schema.js';
import { PlanVersions } from './plan-versions.service.js';

@ApiTags('Plans')
@Controller('terms')
export class TermPlansController {
  constructor(
    private readonly versions: PlanVersions,
    private readonly plans: TermPlans,
  ) {}

  @Get(':term/plans')
  @ApiOperation({
    summary: 'The plans of a term, the newest first',
    description: 'Every version of every plan, with what it covers. The newest 200.',
  })
  @ApiOkResponse({ standardSchema: TermPlanList })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @SerializeOptions({ schema: TermPlanList })
  list(@Param('term', { schema: TermId }) term: string): Promise<TermPlanList> {
    return this.plans.ofTerm(term);
  }

  @Post(':term/plans')
  @ApiOperation({
    summary: 'Begin a plan of a term by hand, with no run',
    description:
      "Freezes the term's problem as the registers stand now. Nobody has a seat but those who hold one already (accepted reviews are pinned), and those whom the edits put there.",
  })
  @ApiCreatedResponse({
    standardSchema: PlanView,
    headers: { Location: { description: "The plan's address", schema: { type: 'string' } } },
  })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(409, {
    PLAN_BREAKS_RULES:
      'The plan was not saved: one rule is broken. See errors for each, and change the edits.',
  })
  @Refuses(422, {
    UNKNOWN_POLICY:
      'There is no policy “Fast”. Choose one of: Standard, Least travel, Wishes first.',
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
    UNKNOWN_NAME:
      'An edit names a review or a person that the problem of this plan does not have. See errors.',
  })
  @SerializeOptions({ schema: PlanView })
  async start(
    @Param('term', { schema: TermId }) term: string,
    @Body({ schema: PlanStart }) request: PlanStart,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanView> {
    const plan = await this.versions.start(term, request);
    response.location(`/api/v1/plans/${plan.id}`);
    return plan;
  }
}
