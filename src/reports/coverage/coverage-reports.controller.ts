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
import { CoverageReports } from './coverage-reports.service.js';
import {
  CoverageBehindQuery,
  CoverageFileQuery,
  CoverageMembersQuery,
  CoverageQuery,
  CoverageReport,
  CoverageReviews,
  LeftSchools,
  LeftSchoolsQuery,
  MemberSchools,
} from './coverage.schema.js';

const exampleCsv =
  '"Coverage, 2026 to 2027"\r\n"As at 25 January 2027, as on record on 25 January 2027, 09:30"\r\n\r\n' +
  'Region,Member schools,Due,Covered\r\nNorth East,40,14,11\r\n';

@ApiTags('Reports')
@Controller('reports/coverage')
@Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' })
@Refuses(409, { NO_YEAR: 'No academic year is open yet. Open one first.' })
@Refuses(422, {
  OTHER_YEAR: 'Spring 2027 is not a term of 2025/26. Choose one that is, or leave the year out.',
})
export class CoverageReportsController {
  constructor(
    private readonly reports: CoverageReports,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary:
      'Which reviews of a year or term have a lead, are accepted and are done, and which schools are left',
    description:
      'By region, phase, specialism, trust or authority; as at any day, and as known at any instant. What each figure counts is written down in docs/coverage.md.',
  })
  @ApiOkResponse({ standardSchema: CoverageReport })
  @SerializeOptions({ schema: CoverageReport })
  report(@Query({ schema: CoverageQuery }) query: CoverageQuery): Promise<CoverageReport> {
    return this.reports.report(query);
  }

  @Get('reviews')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'The reviews behind one figure, with what happened to their lead seats',
  })
  @ApiOkResponse({ standardSchema: CoverageReviews })
  @SerializeOptions({ schema: CoverageReviews })
  behind(
    @Query({ schema: CoverageBehindQuery }) query: CoverageBehindQuery,
  ): Promise<CoverageReviews> {
    return this.reports.behind(query);
  }

  @Get('members')
  @KeepsAnswer()
  @ApiOperation({
    summary:
      'The member schools of the report or of one group, each with how far its review has come',
  })
  @ApiOkResponse({ standardSchema: MemberSchools })
  @SerializeOptions({ schema: MemberSchools })
  members(
    @Query({ schema: CoverageMembersQuery }) query: CoverageMembersQuery,
  ): Promise<MemberSchools> {
    return this.reports.members(query);
  }

  @Get('schools')
  @KeepsAnswer()
  @ApiOperation({
    summary: 'Member schools without anybody to lead a review, each with the reason',
  })
  @ApiOkResponse({ standardSchema: LeftSchools })
  @SerializeOptions({ schema: LeftSchools })
  schools(@Query({ schema: LeftSchoolsQuery }) query: LeftSchoolsQuery): Promise<LeftSchools> {
    return this.reports.schools(query);
  }

  @Get('files/:form')
  @ApiOperation({
    summary: 'A table of the report as CSV or XLSX, with the day and the filter in the file',
  })
  @AnswersWithTable(exampleCsv)
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: CoverageFileQuery }) query: CoverageFileQuery,
  ): Promise<StreamableFile> {
    const { view, name } = await this.reports.file(query);
    return registerAttachment(this.threads, view, form, name);
  }
}
