import {
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { FileForm } from '../../registers/files/register-file.schema.js';
import { AnswersWithTable, registerAttachment } from '../../registers/files/register-attachment.js';
import { BalanceReports } from './balance-reports.service.js';
import {
  BalanceBehind,
  BalanceBehindQuery,
  BalanceQuery,
  BalanceScope,
  BalanceView,
} from './balance.schema.js';

const exampleCsv =
  'Supply and demand Spring 2027\r\nRegions and specialisms: all 46\r\nMade on 21 December 2026, 10:45 by Ruth Ellison\r\n\r\n' +
  'Region,Specialism,Reviews,Can be led\r\nNorth East,Special,4,2\r\n';

const NoSuchScope = Refuses(404, {
  NOT_FOUND: 'There is no term spring-2031.',
  NO_YEAR: 'There is no academic year yet. Open one first.',
});

const NotYet = Refuses(404, {
  NOT_FOUND: 'There is no term spring-2031.',
  NO_YEAR: 'There is no academic year yet. Open one first.',
  NO_BALANCE:
    'Supply and demand have not been compared for this yet: Spring 2027. Compute it first.',
});

@ApiTags('Reports')
@Controller('reports/balance')
export class BalanceReportsController {
  constructor(
    private readonly reports: BalanceReports,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary:
      'Where Lead Reviewers are short by region and specialism, and what one more would add, as computed last',
    description:
      'The newest answer that is kept, when it was computed and whether facts have changed since. Nothing is computed by asking. What the figures mean is written down in docs/balance.md.',
  })
  @ApiOkResponse({ standardSchema: BalanceView })
  @NoSuchScope
  @SerializeOptions({ schema: BalanceView })
  report(@Query({ schema: BalanceQuery }) query: BalanceQuery): Promise<BalanceView> {
    return this.reports.report(query);
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Compare supply and demand, and solve again with one more lead for each row',
    description:
      'Freezes the term, or the terms of the year that are not over, as the registers stand now and has a worker solve it once for each region and specialism: some ten seconds for a term, a minute for a year. Ask for the report to see how far it is. 200 instead of 202 where these very facts were looked at already, or are just now.',
  })
  @ApiAcceptedResponse({ standardSchema: BalanceView })
  @ApiOkResponse({ standardSchema: BalanceView, description: 'Nothing new had to be computed' })
  @NoSuchScope
  @Refuses(422, {
    TERM_IS_OVER: 'Autumn 2026 is over, so there is nobody to look for.',
    YEAR_IS_OVER: 'No term of 2026/27 is left, so there is nothing to forecast.',
    TERM_WITHOUT_WEEKS:
      'Summer 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @SerializeOptions({ schema: BalanceView })
  async compute(
    @Query({ schema: BalanceScope }) scope: BalanceScope,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BalanceView> {
    const { hasBegun, view } = await this.reports.compute(scope);
    response.status(hasBegun ? 202 : 200);
    return view;
  }

  @Get('reviews')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'The reviews behind a figure, and how each stands in the best plan',
    description:
      'Of a region, a specialism, both, or of all. Which reviews can be led, and which are short, nobody can say: behind these figures stand all the reviews, those without a lead first.',
  })
  @ApiOkResponse({ standardSchema: BalanceBehind })
  @NotYet
  @SerializeOptions({ schema: BalanceBehind })
  behind(@Query({ schema: BalanceBehindQuery }) query: BalanceBehindQuery): Promise<BalanceBehind> {
    return this.reports.behind(query);
  }

  @Get('files/:form')
  @ApiOperation({ summary: 'The table as CSV or XLSX, with the day and the filter in the file' })
  @AnswersWithTable(exampleCsv)
  @NotYet
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: BalanceQuery }) query: BalanceQuery,
  ): Promise<StreamableFile> {
    const { file, name } = await this.reports.file(query);
    return registerAttachment(this.threads, file, form, name);
  }
}
