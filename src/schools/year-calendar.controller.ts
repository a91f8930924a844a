import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { YearId } from '../calendar/calendar.schema.js';
import { Clock } from '../platform/clock.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { yearCalendar } from './year-calendar.js';
import { YearCalendarQuery, YearCalendarView } from './year-calendar.schema.js';

@ApiTags('Calendar')
@Controller('academic-years')
export class YearCalendarController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get(':year/calendar')
  @ApiOperation({
    summary: 'An academic year day by day: terms, holidays, training days, closures',
    description:
      'School days are those of one school calendar; terms, their review weeks and training days are the programme’s.',
  })
  @ApiOkResponse({ standardSchema: YearCalendarView })
  @Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' })
  @SerializeOptions({ schema: YearCalendarView })
  calendar(
    @Param('year', { schema: YearId }) year: string,
    @Query({ schema: YearCalendarQuery }) { calendar }: YearCalendarQuery,
  ): Promise<YearCalendarView> {
    return yearCalendar(this.dataSource.manager, year, this.clock.today(), calendar);
  }
}
