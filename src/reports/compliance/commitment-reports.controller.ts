import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { AnswersWithTable, registerAttachment } from '../../registers/files/register-attachment.js';
import { FileForm } from '../../registers/files/register-file.schema.js';
import { ReviewerCode } from '../../reviewers/reviewer.schema.js';
import { CommitmentReports } from './commitment-reports.service.js';
import {
  BehindQuery,
  CommitmentsQuery,
  CommitmentsReport,
  LeadCommitmentReport,
  LeadReportQuery,
  LimitsRequest,
  ReviewsBehind,
} from './commitments.schema.js';

const NoSuchYear = Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' });
const NoYearYet = Refuses(409, { NO_YEAR: 'No academic year is open yet. Open one first.' });

const exampleCsv =
  '"Commitments, 2026 to 2027"\r\nLead Reviewers: all 25\r\n"As at 25 March 2027, as on record on 25 March 2027, 09:30"\r\n\r\n' +
  'Lead Reviewer,Minimum,Led,Still to place\r\nAda Example,6,3,2\r\n';

@ApiTags('Reports')
@Controller('reports/commitments')
export class CommitmentReportsController {
  constructor(
    private readonly reports: CommitmentReports,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'Who stands how against their commitment, and where every shortfall comes from',
    description:
      'As at any day, and as known at any instant: the same pair always gives the same report. How a shortfall is split is written down in docs/compliance.md.',
  })
  @ApiOkResponse({ standardSchema: CommitmentsReport })
  @NoSuchYear
  @NoYearYet
  @SerializeOptions({ schema: CommitmentsReport })
  report(@Query({ schema: CommitmentsQuery }) query: CommitmentsQuery): Promise<CommitmentsReport> {
    return this.reports.report(query);
  }

  @Get('reviews')
  @KeepsAnswer()
  @ApiOperation({ summary: 'The reviews behind one figure, with what happened to each and when' })
  @ApiOkResponse({ standardSchema: ReviewsBehind })
  @NoSuchYear
  @NoYearYet
  @SerializeOptions({ schema: ReviewsBehind })
  behind(@Query({ schema: BehindQuery }) query: BehindQuery): Promise<ReviewsBehind> {
    return this.reports.behind(query);
  }

  @Get('leads/:code')
  @KeepsAnswer()
  @ApiOperation({
    summary:
      'One person’s year in sentences that can be sent to them, with every seat and its corrections',
  })
  @ApiOkResponse({ standardSchema: LeadCommitmentReport })
  @Refuses(404, {
    NOT_FOUND: 'There is no Lead Reviewer LR-001.',
  })
  @NoYearYet
  @SerializeOptions({ schema: LeadCommitmentReport })
  lead(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Query({ schema: LeadReportQuery }) query: LeadReportQuery,
  ): Promise<LeadCommitmentReport> {
    return this.reports.lead(code, query);
  }

  @Get('files/:form')
  @ApiOperation({
    summary: 'The report as CSV or XLSX, with the day and the filter in the file',
  })
  @AnswersWithTable(exampleCsv)
  @NoSuchYear
  @NoYearYet
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: CommitmentsQuery }) query: CommitmentsQuery,
  ): Promise<StreamableFile> {
    const { view, asAt } = await this.reports.file(query);
    const name = `commitments-${asAt}`;
    return registerAttachment(this.threads, view, form, name);
  }

  @Post('limits')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Look again at what each person could lead at most in the terms of a year',
    description:
      'Found in a thread from each term’s problem and stored with the moment; the reports read what is stored. Takes a second or so, and nothing where no fact has changed.',
  })
  @ApiNoContentResponse()
  @NoSuchYear
  @Refuses(422, {
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  async refreshLimits(
    @Body({ schema: LimitsRequest }) { academicYear }: LimitsRequest,
  ): Promise<void> {
    await this.reports.refreshLimits(academicYear);
  }
}
