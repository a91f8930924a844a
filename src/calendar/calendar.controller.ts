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
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
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
  TodayView,
  TrainingDayList,
  TrainingDayView,
  YearId,
  YearList,
  YearView,
} from './calendar.schema.js';
import { CalendarService } from './calendar.service.js';

const NoSuchTerm = Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' });

@ApiTags('Calendar')
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
  @Refuses(409, {
    ALREADY_THERE: 'The academic year 2027/28 is there already, or one of its terms is.',
  })
  @Refuses(422, {
    TERM_OUTSIDE_YEAR:
      'The term from 2027-01-04 to 2027-09-25 must lie inside the academic year 2026/27 (1 September 2026 to 31 August 2027) and begin before it ends. Correct its dates.',
    DATES_OVERLAP: 'The academic year 2027/28 overlaps another. Correct its dates.',
    YEAR_TOO_LONG:
      'The academic year 2027/28 would last from 1 September 2027 to 31 August 2082. It has at most 400 days: correct its dates.',
    DATES_OUT_OF_ORDER:
      'The academic year 2027/28 must begin before it ends, and a year is written 2026/27.',
  })
  @SerializeOptions({ schema: YearView })
  openYear(@Body({ schema: NewYear }) year: NewYear): Promise<YearView> {
    return this.calendar.openYear(year);
  }

  @Get('today')
  @ApiOperation({ summary: 'Today, the terms there are, and the one being planned' })
  @ApiOkResponse({ standardSchema: TodayView })
  @SerializeOptions({ schema: TodayView })
  today(): Promise<TodayView> {
    return this.calendar.today();
  }

  @Get('terms/:id')
  @ApiOperation({ summary: 'A term, with its version as ETag' })
  @ApiOkResponse({ standardSchema: TermView })
  @NoSuchTerm
  @SerializeOptions({ schema: TermView })
  async term(
    @Param('id', { schema: TermId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TermView> {
    return tagged(await this.calendar.term(id), response);
  }

  @Patch('terms/:id')
  @ApiOperation({ summary: 'Change the programme’s dates of a term' })
  @ApiOkResponse({ standardSchema: TermView })
  @NoSuchTerm
  @Refuses(422, {
    TERM_OUTSIDE_YEAR:
      'The term from 2027-01-04 to 2027-09-25 must lie inside the academic year 2026/27 (1 September 2026 to 31 August 2027) and begin before it ends. Correct its dates.',
    DATES_OVERLAP: 'Spring 2027 overlaps another. Correct its dates.',
  })
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
  @Refuses(409, { ALREADY_THERE: '7 January 2027 is a training day already.' })
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
  @Refuses(404, { NOT_FOUND: '7 January 2027 is not a training day.' })
  @Refuses(422, {
    TRAINING_DAY_IN_USE:
      'Attendance of the training day on 7 January 2027 was recorded, so it stays.',
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

  @Get('school-calendars/:id')
  @ApiOperation({ summary: 'The dates of one school calendar, with its version as ETag' })
  @ApiOkResponse({ standardSchema: SchoolCalendarView })
  @Refuses(404, { NOT_FOUND: 'There is no school calendar leeds.' })
  @SerializeOptions({ schema: SchoolCalendarView })
  async schoolCalendar(
    @Param('id', { schema: CalendarId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SchoolCalendarView> {
    return this.withVersion(id, response, await this.calendar.schoolCalendar(id));
  }

  @Put('school-calendars/:id/years/:year')
  @ApiOperation({
    summary: 'Store the dates of a school calendar in one academic year',
    description:
      'Replaces what was known of that year. A calendar that is new is made: its If-Match is "0".',
  })
  @ApiOkResponse({ standardSchema: SchoolCalendarView })
  @Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' })
  @Refuses(422, {
    HALF_TERM_OUTSIDE_YEAR:
      'The half-term from 1 September to 22 October 2027 has no day in the academic year 2026/27. Correct its dates.',
    HALF_TERMS_OVERLAP:
      'The half-terms of “Leeds” in 2026/27 must be numbered 1 to 6, begin before they end, and not overlap.',
  })
  @SerializeOptions({ schema: SchoolCalendarView })
  async storeCalendarYear(
    @Param('id', { schema: CalendarId }) id: string,
    @Param('year', { schema: YearId }) year: string,
    @IfMatch() version: number,
    @Body({ schema: CalendarYear }) dates: CalendarYear,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SchoolCalendarView> {
    const stored = await this.calendar.storeCalendarYear(id, year, version, dates);
    return this.withVersion(id, response, stored);
  }

  private async withVersion<View>(id: string, response: Response, view: View): Promise<View> {
    response.setHeader('ETag', entityTag(await this.calendar.calendarVersion(id)));
    return view;
  }
}

function tagged(term: TermView, response: Response): TermView {
  response.setHeader('ETag', entityTag(term.version));
  return term;
}
