import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Studies } from '../studies/studies.service.js';
import { type NewestStudies, type StudyMoment } from '../studies/stored-study.js';
import { freezeYear, yearOn } from '../year/freeze-year.js';
import { type YearFacts } from '../year/year-input.js';
import { type ForecastResult, forecastStudy } from './forecast-study.js';

/** What is known of a year's forecast. */
export interface YearForecasts extends NewestStudies<YearFacts, ForecastResult> {
  year: string;
  /** False: as at an earlier day, or as known earlier. */
  isNow: boolean;
  /** The schools of the reviews that have a lead in the plan of all: URN by the review's reference. */
  urns: Readonly<Record<string, string>>;
}

/** Asking for forecasts, and what was forecast. */
@Injectable()
export class Forecasts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly studies: Studies,
  ) {}

  /**
   * @param year left out: the one that the day lies in
   * @param moment left out: now
   * @throws Refusal when there is no year
   */
  async of(year: string | undefined, moment = this.now()): Promise<YearForecasts> {
    const { manager, asAt, isNow } = moment;
    const id = year ?? (await yearOn(manager, asAt));
    const newest = await this.studies.newest(forecastStudy, id, moment);
    const reviews = newest.done?.result?.seats.map(({ review }) => review) ?? [];
    return { year: id, isNow, urns: await urnsOf(manager, reviews), ...newest };
  }

  private now(): StudyMoment {
    return { manager: this.dataSource.manager, asAt: this.clock.today(), isNow: true };
  }

  /**
   * Freezes what is left of the year and has it forecast. Where the same facts were forecast already, or are just now, that
   * forecast stands.
   *
   * @returns whether one has begun, or was sent to a worker again
   * @throws Refusal as `freezeYear`
   */
  async compute(year: string | undefined): Promise<boolean> {
    const today = this.clock.today();
    const id = year ?? (await yearOn(this.dataSource.manager, today));
    return this.studies.request(forecastStudy, id, async (manager) => {
      const frozen = await freezeYear(manager, id, today);
      return { ...frozen, steps: frozen.problem.leads.length + 1 };
    });
  }
}

async function urnsOf(
  manager: EntityManager,
  reviews: readonly string[],
): Promise<Record<string, string>> {
  const rows = await manager.query<{ code: string; urn: string }[]>(
    'SELECT code, urn FROM review WHERE code = ANY($1)',
    [reviews],
  );
  return Object.fromEntries(rows.map(({ code, urn }) => [code, urn]));
}
