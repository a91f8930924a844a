import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { TermId } from '../../calendar/calendar.schema.js';
import { Clock } from '../../platform/clock.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { peopleOfTerm } from './term-people.js';
import { TermPeople } from './term-people.schema.js';

@ApiTags('Commitments')
@Controller('terms')
export class TermPeopleController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get(':term/lead-reviewers')
  @ApiOperation({
    summary: 'What a term asks of each Lead Reviewer, as the registers stand today',
    description:
      'The seats each may take and why not others, conflicts, limits, the year’s commitment with what was led, confirmed and is still to place, and this term’s target.',
  })
  @ApiOkResponse({ standardSchema: TermPeople })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(422, {
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @SerializeOptions({ schema: TermPeople })
  async people(@Param('term', { schema: TermId }) term: string): Promise<TermPeople> {
    const items = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      peopleOfTerm(manager, term, this.clock.today()),
    );
    return { items };
  }
}
