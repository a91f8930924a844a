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
import { FairnessReports } from './fairness-reports.service.js';
import {
  FairnessBehindQuery,
  FairnessQuery,
  FairnessReport,
  FairnessReviews,
} from './fairness.schema.js';

const exampleCsv =
  '"Fairness, Autumn 2026"\r\nAll 96 people\r\n"As at 21 December 2026, as on record on 21 December 2026, 09:30"\r\n\r\n' +
  'Lead Reviewer,Reviews carried,Fair share\r\nAda Example,2,1.7\r\n';

@ApiTags('Reports')
@Controller('reports/fairness')
@Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' })
@Refuses(409, { NO_YEAR: 'No academic year is open yet. Open one first.' })
@Refuses(422, {
  OTHER_YEAR: 'Spring 2027 is not a term of 2025/26. Choose one that is, or leave the year out.',
})
export class FairnessReportsController {
  constructor(
    private readonly reports: FairnessReports,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'How evenly reviews, travel and awkward weeks are spread over people',
    description:
      'For a term, a year or several years; as at any day, and as known at any instant. What is even is written down in docs/fairness.md.',
  })
  @ApiOkResponse({ standardSchema: FairnessReport })
  @SerializeOptions({ schema: FairnessReport })
  report(@Query({ schema: FairnessQuery }) query: FairnessQuery): Promise<FairnessReport> {
    return this.reports.report(query);
  }

  @Get('reviews')
  @KeepsAnswer()
  @ApiOperation({ summary: 'The reviews behind one figure, with distance and what is awkward' })
  @ApiOkResponse({ standardSchema: FairnessReviews })
  @SerializeOptions({ schema: FairnessReviews })
  behind(
    @Query({ schema: FairnessBehindQuery }) query: FairnessBehindQuery,
  ): Promise<FairnessReviews> {
    return this.reports.behind(query);
  }

  @Get('files/:form')
  @ApiOperation({
    summary: 'The people of the report as CSV or XLSX, with the day and the filter in the file',
  })
  @AnswersWithTable(exampleCsv)
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: FairnessQuery }) query: FairnessQuery,
  ): Promise<StreamableFile> {
    const { view, asAt } = await this.reports.file(query);
    const name = `fairness-${asAt}`;
    return registerAttachment(this.threads, view, form, name);
  }
}
