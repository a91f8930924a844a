import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { TermId } from '../../calendar/calendar.schema.js';
import { Clock } from '../../platform/clock.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { DestinationQuery, Destinations } from './destinations.schema.js';
import { destinationsIn } from './destinations.js';

@ApiTags('Schools')
@Controller('terms')
export class DestinationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get(':term/destinations')
  @ApiOperation({
    summary: 'Schools and Lead Reviewers by what somebody types, to go to their pages',
    description:
      'Those whose name, town or reference holds every word, at most six of each; those first whose name begins with the text.',
  })
  @ApiOkResponse({ standardSchema: Destinations })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @SerializeOptions({ schema: Destinations })
  ofTerm(
    @Param('term', { schema: TermId }) term: string,
    @Query({ schema: DestinationQuery }) { text }: DestinationQuery,
  ): Promise<Destinations> {
    return destinationsIn(this.dataSource.manager, term, text, this.clock.today());
  }
}
