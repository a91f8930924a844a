import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { ReviewerCode } from '../../reviewers/reviewer.schema.js';
import { PersonReference } from '../explanations/explanation.schema.js';
import { Infeasible } from '../plans/plan-refusals.js';
import { PlanId } from '../plans/plan.schema.js';
import { HistoryView, PlanLeadView } from './plan-lead.schema.js';
import { PlanLeads } from './plan-leads.service.js';

@ApiTags('Plans')
@Controller('plans')
export class PlanLeadsController {
  constructor(private readonly leads: PlanLeads) {}

  @Get(':id/lead-reviewers/:lead')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'A Lead Reviewer as a plan has them: seats, year, load, travel, gates and conflicts',
    description:
      'Seats and limits as they were frozen with the plan; standing, contract, gates, expertise and conflicts as the registers stand now. Why they lead each review is an answer of its own.',
  })
  @ApiOkResponse({ standardSchema: PlanLeadView })
  @Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001 in this plan.' })
  @Refuses(422, {
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @Infeasible
  @SerializeOptions({ schema: PlanLeadView })
  lead(
    @Param('id', { schema: PlanId }) id: string,
    @Param('lead', { schema: PersonReference }) lead: string,
  ): Promise<PlanLeadView> {
    return this.leads.lead(id, lead);
  }
}

@ApiTags('Lead Reviewers')
@Controller('lead-reviewers')
export class LeadHistoryController {
  constructor(private readonly leads: PlanLeads) {}

  @Get(':code/history')
  @ApiOperation({
    summary:
      'What was recorded of somebody, by whom and when: answers, facts, contracts and reviews',
  })
  @ApiOkResponse({ standardSchema: HistoryView })
  @Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001.' })
  @SerializeOptions({ schema: HistoryView })
  history(@Param('code', { schema: ReviewerCode }) code: string): Promise<HistoryView> {
    return this.leads.history(code);
  }
}
