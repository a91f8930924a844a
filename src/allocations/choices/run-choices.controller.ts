import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TermId } from '../../calendar/calendar.schema.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { type RunChoices } from './run-choices.js';
import { RunChoicesView } from './run-choices.schema.js';
import { TermRunChoices } from './run-choices.service.js';

@ApiTags('Allocation runs')
@Controller('terms')
export class RunChoicesController {
  constructor(private readonly choices: TermRunChoices) {}

  @Get(':term/run-choices')
  @ApiOperation({
    summary: 'What can be chosen for a run of a term, and what it would be about',
    description:
      'The policies in words with their numbers, how many reviews and people would take part, who would be left out and why, and what every run keeps as it is. Takes the term as the registers stand now, and keeps nothing.',
  })
  @ApiOkResponse({ standardSchema: RunChoicesView })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(422, {
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @SerializeOptions({ schema: RunChoicesView })
  ofTerm(@Param('term', { schema: TermId }) term: string): Promise<RunChoices> {
    return this.choices.ofTerm(term);
  }
}
