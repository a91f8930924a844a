import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import {
  AnswerHistory,
  AnswerPage,
  AnswerView,
  GradeList,
  LeadParam,
  NewRound,
  PageQuery,
  RoundChange,
  RoundList,
  RoundView,
  RuleOrPattern,
  RuleView,
  TermParam,
  Unanswered,
  WaiverInput,
  WaiverView,
} from './availability.schema.js';
import { AvailabilityService } from './availability.service.js';

const NoSuchRound = Refuses(404, {
  NOT_FOUND: 'There is no availability round for spring-2027. Open one for that term first.',
});
const NoSuchPerson = Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001.' });
const NoSuchDeadline = Refuses(422, {
  NO_SUCH_TIME:
    '2027-03-28T01:30 does not exist in the United Kingdom: the clocks go forward then. Choose another time.',
  DEADLINE_BEFORE_OPENING:
    'The deadline 2026-10-30 lies before the round opens on 2026-11-02. Correct one of them.',
});

@ApiTags('Availability')
@Controller()
export class AvailabilityController {
  constructor(private readonly availability: AvailabilityService) {}

  @Get('availability-rounds')
  @ApiOperation({ summary: 'Rounds, the latest first' })
  @ApiOkResponse({ standardSchema: RoundList })
  @SerializeOptions({ schema: RoundList })
  rounds(): Promise<RoundList> {
    return this.availability.rounds();
  }

  @Post('availability-rounds')
  @ApiOperation({ summary: 'Open the availability round of a term' })
  @ApiCreatedResponse({ standardSchema: RoundView })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027. Open its academic year first.' })
  @Refuses(409, { ALREADY_THERE: 'The availability round of spring-2027 is open already.' })
  @NoSuchDeadline
  @SerializeOptions({ schema: RoundView })
  async open(
    @Body({ schema: NewRound }) round: NewRound,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoundView> {
    response.location(`/api/v1/availability-rounds/${round.termId}`);
    return tagged(await this.availability.open(round), response);
  }

  @Get('availability-rounds/:term')
  @ApiOperation({ summary: 'A round, how many have answered, and its version as ETag' })
  @ApiOkResponse({ standardSchema: RoundView })
  @NoSuchRound
  @SerializeOptions({ schema: RoundView })
  async round(
    @Param('term', { schema: TermParam }) term: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoundView> {
    return tagged(await this.availability.round(term), response);
  }

  @Patch('availability-rounds/:term')
  @ApiOperation({ summary: 'Move the deadline of a round' })
  @ApiOkResponse({ standardSchema: RoundView })
  @NoSuchRound
  @NoSuchDeadline
  @SerializeOptions({ schema: RoundView })
  async moveDeadline(
    @Param('term', { schema: TermParam }) term: string,
    @IfMatch() version: number,
    @Body({ schema: RoundChange }) change: RoundChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RoundView> {
    return tagged(await this.availability.moveDeadline(term, version, change), response);
  }

  @Get('availability-rounds/:term/unanswered')
  @ApiOperation({ summary: 'Who was asked and has not answered: whom to chase' })
  @ApiOkResponse({ standardSchema: Unanswered })
  @NoSuchRound
  @SerializeOptions({ schema: Unanswered })
  unanswered(@Param('term', { schema: TermParam }) term: string): Promise<Unanswered> {
    return this.availability.unanswered(term);
  }

  @Get('availability-rounds/:term/answers')
  @ApiOperation({ summary: 'The answers that count, by the person’s reference' })
  @ApiOkResponse({ standardSchema: AnswerPage })
  @NoSuchRound
  @SerializeOptions({ schema: AnswerPage })
  answers(
    @Param('term', { schema: TermParam }) term: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<AnswerPage> {
    return this.availability.answers(term, query);
  }

  @Get('availability-rounds/:term/answers/:lead')
  @ApiOperation({ summary: 'What a person answered' })
  @ApiOkResponse({ standardSchema: AnswerView })
  @Refuses(404, { NOT_FOUND: 'LR-001 has not answered the availability round of spring-2027.' })
  @SerializeOptions({ schema: AnswerView })
  answer(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
  ): Promise<AnswerView> {
    return this.availability.answer(term, lead);
  }

  @Get('availability-rounds/:term/answers/:lead/history')
  @ApiOperation({ summary: 'All that a person has answered to a round, the latest first' })
  @ApiOkResponse({ standardSchema: AnswerHistory })
  @NoSuchPerson
  @SerializeOptions({ schema: AnswerHistory })
  history(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
  ): Promise<AnswerHistory> {
    return this.availability.history(term, lead);
  }

  @Get('availability-rounds/:term/grades/:lead')
  @ApiOperation({ summary: 'A person’s grade for every window of the term, and what decided it' })
  @ApiOkResponse({ standardSchema: GradeList })
  @NoSuchPerson
  @SerializeOptions({ schema: GradeList })
  grades(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
  ): Promise<GradeList> {
    return this.availability.grades(term, lead);
  }

  @Get('availability-rounds/:term/waivers/:lead')
  @ApiOperation({ summary: 'As what somebody counts who has not answered, its version as ETag' })
  @ApiOkResponse({ standardSchema: WaiverView })
  @NoSuchPerson
  @SerializeOptions({ schema: WaiverView })
  async waiver(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WaiverView> {
    return tagged(await this.availability.waiver(term, lead), response);
  }

  @Put('availability-rounds/:term/waivers/:lead')
  @HttpCode(204)
  @ApiOperation({ summary: 'Count somebody who has not answered as available, with a reason' })
  @ApiNoContentResponse()
  @NoSuchPerson
  waive(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @IfMatch() version: number,
    @Body({ schema: WaiverInput }) waiver: WaiverInput,
  ): Promise<void> {
    return this.availability.waive(term, lead, version, waiver);
  }

  @Delete('availability-rounds/:term/waivers/:lead')
  @HttpCode(204)
  @ApiOperation({ summary: 'No longer count somebody who has not answered as available' })
  @ApiNoContentResponse()
  @NoSuchPerson
  withdrawWaiver(
    @Param('term', { schema: TermParam }) term: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.availability.waive(term, lead, version, undefined);
  }

  @Post('availability-rules/in-words')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say a recurring rule in words, or turn a common pattern into a rule' })
  @ApiOkResponse({ standardSchema: RuleView })
  @SerializeOptions({ schema: RuleView })
  ruleInWords(@Body({ schema: RuleOrPattern }) { rule }: RuleOrPattern): RuleView {
    return this.availability.ruleInWords(rule);
  }
}

function tagged<View extends { version: number }>(view: View, response: Response): View {
  response.setHeader('ETag', entityTag(view.version));
  return view;
}
