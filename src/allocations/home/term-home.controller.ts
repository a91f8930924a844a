import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TermId } from '../../calendar/calendar.schema.js';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { TermHomeView } from './term-home.schema.js';
import { TermHomes } from './term-home.service.js';

@ApiTags('Allocation runs')
@Controller('terms')
export class TermHomeController {
  constructor(private readonly homes: TermHomes) {}

  @Get(':term/home')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'How far a term has come, and what somebody must do for it',
    description:
      'Everything follows from the registers as they stand now and the newest plan of the term: a line of attention goes when what it speaks of is done. Of a run that is under way it tells the state; how far it has come is told at its own address.',
  })
  @ApiOkResponse({ standardSchema: TermHomeView })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(422, {
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @SerializeOptions({ schema: TermHomeView })
  ofTerm(@Param('term', { schema: TermId }) term: string): Promise<TermHomeView> {
    return this.homes.ofTerm(term);
  }
}
