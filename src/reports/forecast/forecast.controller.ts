import {
  Body,
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
import { FileForm } from '../../registers/files/register-file.schema.js';
import { AnswersWithTable, registerAttachment } from '../../registers/files/register-attachment.js';
import { ForecastReports } from './forecast-reports.service.js';
import { ForecastFile, ForecastQuery, ForecastView, ForecastYear } from './forecast.schema.js';

const exampleCsv =
  'Forecast 2026-27\r\n1 of 100 Lead Reviewers\r\nMade on 21 December 2026, 10:45 by Ruth Ellison\r\n\r\n' +
  'Lead Reviewer,Minimum,Led\r\nAda Example,6,2\r\n';

const NoSuchYear = Refuses(404, {
  NOT_FOUND: 'There is no academic year 2031/32.',
  NO_YEAR: 'There is no academic year yet. Open one first.',
});

@ApiTags('Reports')
@Controller('reports/forecast')
export class ForecastController {
  constructor(private readonly reports: ForecastReports) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'Who can still reach the minimum this year, as computed last',
    description:
      'The newest forecast that is kept, or was as at the day and as known at the instant asked for; when it was computed, and whether facts have changed since. Nothing is computed by asking.',
  })
  @ApiOkResponse({ standardSchema: ForecastView })
  @NoSuchYear
  @SerializeOptions({ schema: ForecastView })
  latest(@Query({ schema: ForecastQuery }) query: ForecastQuery): Promise<ForecastView> {
    return this.reports.report(query);
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Compute the forecast of what is left of a year',
    description:
      'Freezes the terms that are not over as the registers stand now and has a worker solve them, which takes a minute or more; ask for the forecast to see how far it is. 200 instead of 202 where these very facts were forecast already, or are just now.',
  })
  @ApiAcceptedResponse({ standardSchema: ForecastView })
  @ApiOkResponse({ standardSchema: ForecastView, description: 'Nothing new had to be computed' })
  @NoSuchYear
  @Refuses(422, {
    YEAR_IS_OVER: 'No term of 2026/27 is left, so there is nothing to forecast.',
    TERM_WITHOUT_WEEKS:
      'Summer 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  @SerializeOptions({ schema: ForecastView })
  async compute(
    @Query({ schema: ForecastYear }) { year }: ForecastYear,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ForecastView> {
    const { hasBegun, view } = await this.reports.compute(year);
    response.status(hasBegun ? 202 : 200);
    return view;
  }

  @Post('files/:form')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The forecast as CSV or XLSX: these people, in this order',
    description:
      'CSV begins with lines that say what it shows, as at which day and when it was computed; a workbook has a sheet for that.',
  })
  @AnswersWithTable(exampleCsv)
  @Refuses(404, {
    NO_YEAR: 'There is no academic year yet. Open one first.',
    NO_FORECAST: 'There is no forecast of 2026/27 yet. Compute one first.',
  })
  async file(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Body({ schema: ForecastFile }) request: ForecastFile,
  ): Promise<StreamableFile> {
    const { file, name } = await this.reports.file(request);
    return registerAttachment(file, form, name);
  }
}
