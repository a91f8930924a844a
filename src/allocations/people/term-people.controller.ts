import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { TermId } from '../../calendar/calendar.schema.js';
import { Clock } from '../../platform/clock.js';
import { Problem } from '../../platform/problems/problem.js';
import { peopleOfTerm } from './term-people.js';
import { TermPeople } from './term-people.schema.js';

@ApiTags('Commitments')
@ApiNotFoundResponse({ standardSchema: Problem, description: 'No such term' })
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
  @SerializeOptions({ schema: TermPeople })
  async people(@Param('term', { schema: TermId }) term: string): Promise<TermPeople> {
    const items = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      peopleOfTerm(manager, term, this.clock.today()),
    );
    return { items };
  }
}
