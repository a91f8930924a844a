import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TermId } from '../../calendar/calendar.schema.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { PreflightView } from './preflight.schema.js';
import { Preflights } from './preflight.service.js';

@ApiTags('Allocation runs')
@Controller('terms')
export class PreflightController {
  constructor(private readonly preflights: Preflights) {}

  @Get(':term/preflight')
  @ApiOperation({
    summary: 'Where supply cannot meet demand, before any run',
    description:
      'Takes the term as the registers stand now, as a run would, and keeps nothing. Whatever is called short is proven: no plan covers more. The other way round nothing is promised, since rest and quality assurers are looked at only in part (docs/preflight.md).',
  })
  @ApiOkResponse({ standardSchema: PreflightView })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(422, {
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @SerializeOptions({ schema: PreflightView })
  ofTerm(@Param('term', { schema: TermId }) term: string): Promise<PreflightView> {
    return this.preflights.ofTerm(term);
  }
}
