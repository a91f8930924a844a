import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import { Problem } from '../platform/problems/problem.js';
import {
  BankHolidayList,
  CalendarId,
  CalendarYear,
  DateParam,
  NewYear,
  SchoolCalendarList,
  SchoolCalendarView,
  TermDates,
  TermId,
  TermView,
  TrainingDayList,
  TrainingDayView,
  YearId,
  YearList,
  YearView,
} from './calendar.schema.js';
import { CalendarService } from './calendar.service.js';

@ApiTags('Calendar')
@ApiBadRequestResponse({
  standardSchema: Problem,
  description: 'Something in the request is wrong',
})
@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get('academic-years')
  @ApiOperation({ summary: 'Academic years with their terms, in order' })
  @ApiOkResponse({ standardSchema: YearList })
  @SerializeOptions({ schema: YearList })
  years(): Promise<YearList> {
    return this.calendar.years();
  }

  @Post('academic-years')
  @ApiOperation({
    summary: 'Open an academic year with its three terms',
    description: 'The dates are the programme’s own; schools follow their calendars.',
  })
  @ApiCreatedResponse({ standardSchema: YearView })
  @ApiConflictResponse({ standardSchema: Problem, description: 'The year is open already' })
  @ApiUnprocessableEntityResponse({ standardSchema: Problem, description: 'The dates cannot be' })
  @SerializeOptions({ schema: YearView })
  openYear(@Body({ schema: NewYear }) year: NewYear): Promise<YearView> {
    return this.calendar.openYear(year);
  }

  @Get('terms/:id')
  @ApiOperation({ summary: 'A term, with its version as ETag' })
  @ApiOkResponse({ standardSchema: TermView })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'No such term' })
  @SerializeOptions({ schema: TermView })
  async term(
    @Param('id', { schema: TermId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TermView> {
    return tagged(await this.calendar.term(id), response);
  }

  @Patch('terms/:id')
  @ApiOperation({ summary: 'Change the programme’s dates of a term' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of what you last loaded' })
  @ApiOkResponse({ standardSchema: TermView })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'No such term' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
  @ApiUnprocessableEntityResponse({ standardSchema: Problem, description: 'The dates cannot be' })
  @SerializeOptions({ schema: TermView })
  async changeTerm(
    @Param('id', { schema: TermId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: TermDates }) dates: TermDates,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TermView> {
    return tagged(await this.calendar.changeTerm(id, version, dates), response);
  }

  @Get('training-days')
  @ApiOperation({ summary: 'Training days, which block every Lead Reviewer' })
  @ApiOkResponse({ standardSchema: TrainingDayList })
  @SerializeOptions({ schema: TrainingDayList })
  trainingDays(): Promise<TrainingDayList> {
    return this.calendar.trainingDays();
  }

  @Post('training-days')
  @ApiOperation({ summary: 'Add a training day' })
  @ApiCreatedResponse({ standardSchema: TrainingDayView })
  @ApiConflictResponse({ standardSchema: Problem, description: 'That date is one already' })
  @SerializeOptions({ schema: TrainingDayView })
  addTrainingDay(
    @Body({ schema: TrainingDayView }) day: TrainingDayView,
  ): Promise<TrainingDayView> {
    return this.calendar.addTrainingDay(day);
  }

  @Delete('training-days/:date')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a training day away, while nobody’s attendance was recorded' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'No training day on that date' })
  @ApiUnprocessableEntityResponse({
    standardSchema: Problem,
    description: 'Attendance was recorded',
  })
  removeTrainingDay(@Param('date', { schema: DateParam }) date: string): Promise<void> {
    return this.calendar.removeTrainingDay(date);
  }

  @Get('bank-holidays')
  @ApiOperation({ summary: 'Bank holidays of England and Wales, in order' })
  @ApiOkResponse({ standardSchema: BankHolidayList })
  @SerializeOptions({ schema: BankHolidayList })
  bankHolidays(): Promise<BankHolidayList> {
    return this.calendar.bankHolidays();
  }

  @Get('school-calendars')
  @ApiOperation({ summary: 'The term dates that schools follow' })
  @ApiOkResponse({ standardSchema: SchoolCalendarList })
  @SerializeOptions({ schema: SchoolCalendarList })
  calendars(): Promise<SchoolCalendarList> {
    return this.calendar.calendars();
  }

  @Put('school-calendars/:id/years/:year')
  @ApiOperation({
    summary: 'Store the dates of a school calendar in one academic year',
    description: 'Replaces what was known of that year. A calendar that is new is made.',
  })
  @ApiOkResponse({ standardSchema: SchoolCalendarView })
  @ApiNotFoundResponse({ standardSchema: Problem, description: 'The year is not open' })
  @ApiUnprocessableEntityResponse({ standardSchema: Problem, description: 'Half-terms overlap' })
  @SerializeOptions({ schema: SchoolCalendarView })
  storeCalendarYear(
    @Param('id', { schema: CalendarId }) id: string,
    @Param('year', { schema: YearId }) year: string,
    @Body({ schema: CalendarYear }) dates: CalendarYear,
  ): Promise<SchoolCalendarView> {
    return this.calendar.storeCalendarYear(id, year, dates);
  }
}

function tagged(term: TermView, response: Response): TermView {
  response.setHeader('ETag', entityTag(term.version));
  return term;
}
