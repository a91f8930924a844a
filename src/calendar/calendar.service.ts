import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { Refusal } from '../platform/problems/refusal.js';
import {
  academicYears,
  changeTermDates,
  openAcademicYear,
  termById,
  termsOf,
  yearById,
} from './academic-years.js';
import type {
  BankHolidayList,
  CalendarYear,
  NewYear,
  SchoolCalendarList,
  SchoolCalendarView,
  TermDates,
  TermView,
  TodayView,
  TrainingDayList,
  TrainingDayView,
  YearList,
  YearView,
} from './calendar.schema.js';
import {
  bankHolidays,
  calendarVersion,
  schoolCalendars,
  storeYearDates,
  type StoredSchoolCalendar,
} from './school-calendars.js';
import { plannedTerm } from './today.js';
import { addTrainingDay, removeTrainingDay, trainingDays } from './training-days.js';
import { weekdayInWords, weekdaysInWords } from './words.js';

/** Use cases of operations about time, each one transaction. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
    private readonly clock: Clock,
  ) {}

  async years(): Promise<YearList> {
    const terms = await termsOf(this.dataSource.manager);
    const years = await academicYears(this.dataSource.manager);
    return {
      items: years.map((year) => ({
        ...year,
        terms: terms.filter(({ academicYear }) => academicYear === year.id),
      })),
    };
  }

  async today(): Promise<TodayView> {
    const terms = await termsOf(this.dataSource.manager);
    const date = this.clock.today();
    return {
      date,
      inWords: weekdayInWords(date),
      isFixed: this.clock.isFixed,
      plannedTerm: plannedTerm(terms, date)?.id ?? null,
      terms: terms.map((term) => ({
        ...term,
        inWords: weekdaysInWords(term.startsOn, term.endsOn),
      })),
    };
  }

  async openYear(year: NewYear): Promise<YearView> {
    const operator = this.author.name;
    await this.dataSource.transaction((manager) => openAcademicYear(manager, year, operator));
    const { manager } = this.dataSource;
    return { ...(await yearById(manager, year.id)), terms: await termsOf(manager, year.id) };
  }

  term(id: string): Promise<TermView> {
    return termById(this.dataSource.manager, id);
  }

  changeTerm(id: string, version: number, dates: TermDates): Promise<TermView> {
    return this.dataSource.transaction((manager) =>
      changeTermDates(manager, id, version, dates, this.author.name),
    );
  }

  async trainingDays(): Promise<TrainingDayList> {
    return { items: await trainingDays(this.dataSource.manager) };
  }

  async addTrainingDay(day: TrainingDayView): Promise<TrainingDayView> {
    const operator = this.author.name;
    await this.dataSource.transaction((manager) => addTrainingDay(manager, day, operator));
    return day;
  }

  removeTrainingDay(date: string): Promise<void> {
    return this.dataSource.transaction((manager) =>
      removeTrainingDay(manager, date, this.author.name),
    );
  }

  async bankHolidays(): Promise<BankHolidayList> {
    const titles = await bankHolidays(this.dataSource.manager);
    return { items: [...titles].map(([date, title]) => ({ date, title })) };
  }

  async calendars(): Promise<SchoolCalendarList> {
    const calendars = await schoolCalendars(this.dataSource.manager);
    return { items: [...calendars.values()].map(viewOf) };
  }

  /** The version of a calendar, 0 for one that is not there: how often it was changed. */
  calendarVersion(id: string): Promise<number> {
    return calendarVersion(this.dataSource.manager, id);
  }

  /** @throws Refusal when there is no such calendar */
  async schoolCalendar(id: string): Promise<SchoolCalendarView> {
    const found = (await schoolCalendars(this.dataSource.manager)).get(id);
    if (found === undefined) {
      throw new Refusal('NOT_FOUND', `There is no school calendar ${id}.`);
    }
    return viewOf(found);
  }

  /** Replaces what is known of a calendar in one year; a calendar that is new is made. */
  async storeCalendarYear(
    id: string,
    academicYear: string,
    version: number,
    { name, source, halfTerms, insetDays }: CalendarYear,
  ): Promise<SchoolCalendarView> {
    const dates = { calendar: { id, name, source }, academicYear, halfTerms, insetDays };
    return this.dataSource.transaction(async (manager) => {
      await storeYearDates(manager, dates, this.author.name, version);
      const stored = (await schoolCalendars(manager)).get(id);
      if (stored === undefined) throw new Error(`The calendar ${id} was stored and is not there.`);
      return viewOf(stored);
    });
  }
}

function viewOf(calendar: StoredSchoolCalendar): SchoolCalendarView {
  const { id, name, source, halfTerms, insetDays } = calendar;
  return { id, name, source, halfTerms: [...halfTerms], insetDays: [...insetDays] };
}
