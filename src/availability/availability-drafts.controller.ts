import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../platform/openapi/refuses.js';
import {
  CalendarView,
  DraftRequest,
  DraftView,
  WithdrawalQuery,
} from './availability-draft.schema.js';
import { AvailabilityDrafts } from './availability-drafts.service.js';
import { AnswerInput, AnswerView, LeadParam, TermParam } from './availability.schema.js';

const Meanwhile = Refuses(409, {
  ANSWERED_MEANWHILE:
    'Sam Whitely recorded another answer on 21 December 2026, 10:42, while you were writing. Nothing of yours was recorded, and nothing is lost. Look at what changed, then put yours on top of it or leave it.',
});

@ApiTags('Availability')
@Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001.' })
@Controller('availability-rounds/:term')
export class AvailabilityDraftsController {
  constructor(private readonly drafts: AvailabilityDrafts) {}

  @Get('calendar/:lead')
  @ApiOperation({
    summary: 'A person’s windows as a calendar of the term, with the answer that decides them',
  })
  @ApiOkResponse({ standardSchema: CalendarView })
  @SerializeOptions({ schema: CalendarView })
  calendar(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
  ): Promise<CalendarView> {
    return this.drafts.calendar(term, lead);
  }

  @Post('answers/:lead/draft')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What an answer would come to, from what a person says on the telephone; nothing is recorded',
    description:
      'Grades (never, not, only, prefer, if needed, can), days of the week, dates and ranges, weeks of a date, months, halves of the term, until, from, before, after, every other week, exceptions after “but” and “except”, and the most reviews they want to lead. What is not understood is named word by word with what to say instead. Remarks in brackets become the note.',
  })
  @ApiOkResponse({ standardSchema: DraftView })
  @SerializeOptions({ schema: DraftView })
  draft(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @Body({ schema: DraftRequest }) request: DraftRequest,
  ): Promise<DraftView> {
    return this.drafts.draft(term, lead, request);
  }

  @Put('answers/:lead')
  @ApiOperation({
    operationId: 'availabilityRecord',
    summary: 'Record a person’s whole answer',
    description:
      'It takes the place of the earlier answer, which is kept. For a day the worst of what the most specific kind of statement says counts: single date, range, rule, default. A grade given to a window replaces the worst of its three days.',
  })
  @ApiOkResponse({ standardSchema: AnswerView })
  @Meanwhile
  @SerializeOptions({ schema: AnswerView })
  record(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @Body({ schema: AnswerInput }) answer: AnswerInput,
  ): Promise<AnswerView> {
    return this.drafts.record(term, lead, answer);
  }

  @Delete('answers/:lead')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a person’s answer back, as if they had not answered; it is kept' })
  @ApiNoContentResponse()
  @Meanwhile
  withdraw(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @Query({ schema: WithdrawalQuery }) { follows }: WithdrawalQuery,
  ): Promise<void> {
    return this.drafts.withdraw(term, lead, follows);
  }
}
