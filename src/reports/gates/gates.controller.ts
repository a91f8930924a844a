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
import { GatesBehind, GatesBehindQuery, GatesQuery, GatesReport } from './gates.schema.js';
import { GateReports } from './gates.service.js';

const NoSuchYear = Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' });
const NoYearYet = Refuses(409, { NO_YEAR: 'No academic year is open yet. Open one first.' });

const exampleCsv =
  '"Contracts, checks 2026 to 2027"\r\nThings that run out or are missing: 1\r\n\r\n' +
  'Lead Reviewer,What,Its last day\r\nAda Example,DBS check,2027-02-12\r\n';

@ApiTags('Reports')
@Controller('reports/gates')
export class GatesController {
  constructor(
    private readonly reports: GateReports,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'Contracts, checks, acknowledgements and training that run out or are missing',
    description:
      'With the booked reviews whose last day they do not cover, the first concerned first. As at any day, and as known at any instant.',
  })
  @ApiOkResponse({ standardSchema: GatesReport })
  @NoSuchYear
  @NoYearYet
  @SerializeOptions({ schema: GatesReport })
  report(@Query({ schema: GatesQuery }) query: GatesQuery): Promise<GatesReport> {
    return this.reports.report(query);
  }

  @Get('reviews')
  @KeepsAnswer()
  @ApiOperation({ summary: 'The booked reviews concerned, with what does not cover each' })
  @ApiOkResponse({ standardSchema: GatesBehind })
  @NoSuchYear
  @NoYearYet
  @SerializeOptions({ schema: GatesBehind })
  behind(@Query({ schema: GatesBehindQuery }) query: GatesBehindQuery): Promise<GatesBehind> {
    return this.reports.behind(query);
  }

  @Get('files/:form')
  @ApiOperation({ summary: 'The report as CSV or XLSX, with the day and the filter in the file' })
  @AnswersWithTable(exampleCsv)
  @NoSuchYear
  @NoYearYet
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: GatesQuery }) query: GatesQuery,
  ): Promise<StreamableFile> {
    const { view, asAt } = await this.reports.file(query);
    const name = `contracts-and-checks-${asAt}`;
    return registerAttachment(this.threads, view, form, name);
  }
}
