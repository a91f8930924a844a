import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { TermlyReports } from './termly-reports.service.js';
import { TermlyQuery, TermlyReport } from './termly.schema.js';

@ApiTags('Reports')
@Controller('reports/termly')
export class TermlyReportsController {
  constructor(private readonly reports: TermlyReports) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'A term on two pages: a summary in plain sentences, and a picture of each report',
    description:
      'Counted sections are as at one day and as known at one instant; what was solved (forecast, where to recruit) is the newest that is kept and says when it was computed. The page of it prints as two sheets of A4.',
  })
  @ApiOkResponse({ standardSchema: TermlyReport })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2050.' })
  @Refuses(409, { NO_YEAR: 'No academic year is open yet. Open one first.' })
  @SerializeOptions({ schema: TermlyReport })
  report(@Query({ schema: TermlyQuery }) query: TermlyQuery): Promise<TermlyReport> {
    return this.reports.report(query);
  }
}
