import {
  Controller,
  Get,
  Param,
  Query,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { AnswersWithTable, registerAttachment } from '../../registers/files/register-attachment.js';
import { FileForm } from '../../registers/files/register-file.schema.js';
import {
  FeesBehind,
  FeesBehindQuery,
  FeesFileQuery,
  FeesQuery,
  FeesReport,
} from './fees.schema.js';
import { FeeReports } from './fees.service.js';

const NoSuchYear = Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' });
const NoYearYet = Refuses(409, { NO_YEAR: 'No academic year is open yet. Open one first.' });

const exampleCsv =
  '"Costs, 2026 to 2027, terms"\r\nAll 3 terms\r\n"As at 25 March 2027, as on record on 25 March 2027, 09:30"\r\n\r\n' +
  'Term,"Done, in pounds"\r\nSpring 2027,537.92\r\n';

@ApiTags('Reports')
@Controller('reports/fees')
export class FeesController {
  constructor(
    private readonly reports: FeeReports,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'What reviews cost: done, accepted, offered and planned, by term, region and person',
    description:
      'As at any day, and as known at any instant. How an amount comes about is written down in docs/fees.md.',
  })
  @ApiOkResponse({ standardSchema: FeesReport })
  @NoSuchYear
  @NoYearYet
  @SerializeOptions({ schema: FeesReport })
  report(@Query({ schema: FeesQuery }) query: FeesQuery): Promise<FeesReport> {
    return this.reports.report(query);
  }

  @Get('reviews')
  @KeepsAnswer()
  @ApiOperation({ summary: 'The seats behind one figure, with how each amount came about' })
  @ApiOkResponse({ standardSchema: FeesBehind })
  @NoSuchYear
  @NoYearYet
  @SerializeOptions({ schema: FeesBehind })
  behind(@Query({ schema: FeesBehindQuery }) query: FeesBehindQuery): Promise<FeesBehind> {
    return this.reports.behind(query);
  }

  @Get('files/:form')
  @ApiOperation({ summary: 'A table of the report as CSV or XLSX, with the day and the filter' })
  @AnswersWithTable(exampleCsv)
  @NoSuchYear
  @NoYearYet
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: FeesFileQuery }) query: FeesFileQuery,
  ): Promise<StreamableFile> {
    const { view, asAt } = await this.reports.file(query);
    const name = `fees-${query.table}-${asAt}`;
    return registerAttachment(this.threads, view, form, name);
  }
}
