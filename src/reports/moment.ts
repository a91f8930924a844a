import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type StudyMoment } from '../allocations/studies/stored-study.js';
import { academicYears } from '../calendar/academic-years.js';
import { YearId } from '../calendar/calendar.schema.js';
import { Clock } from '../platform/clock.js';
import { civilDate, instant } from '../platform/dates.js';
import { lookBack } from '../platform/known-at.js';
import { Refusal } from '../platform/problems/refusal.js';

/** As of which day and instant any report may be asked: spread into the schema of its query. */
export const instantQuery = {
  asAt: civilDate
    .optional()
    .describe('Only what is dated until then has happened; left out: today'),
  knownAt: instant
    .optional()
    .describe(
      'Only what was on record then is known; left out: now. The same pair gives the same report',
    ),
};

/** What every report that is counted may be asked for: spread into the schema of its query. */
export const momentQuery = {
  academicYear: YearId.optional().describe('Left out: the year of the day looked at'),
  ...instantQuery,
};

/** What a report of something solved says besides. */
export const isNow = z.boolean().meta({
  description:
    'False: as at an earlier day or as known earlier: then nothing is computed and nothing is said of facts since',
});

export interface InstantQuery {
  asAt?: string | undefined;
  knownAt?: string | undefined;
}

export interface MomentQuery extends InstantQuery {
  academicYear?: string | undefined;
}

/** As at which day a report looks, and as known at which instant. */
export interface Instant {
  /** Civil date. */
  asAt: string;
  /** ISO 8601, to the microsecond. */
  knownAt: string;
  /** Whether nobody asked for an earlier state of the records. */
  isNow: boolean;
  /** Whether it is today, besides. */
  isToday: boolean;
}

/** What a report looks at: a year, as at a day, as known at an instant. */
export interface Moment extends Instant {
  academicYear: string;
  /** Every year that could be looked at, the latest first. */
  years: string[];
}

interface Reading {
  manager: EntityManager;
  instant: Instant;
}

/** Reading for a report: all statements of one answer see the same moment. */
@Injectable()
export class ReportMoments {
  private readonly shared = new AsyncLocalStorage<Reading>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal where no academic year is open */
  reading<T>(
    query: MomentQuery,
    work: (manager: EntityManager, moment: Moment) => Promise<T>,
  ): Promise<T> {
    return this.readingAt(query, async (manager, instant) => {
      const years = (await academicYears(manager)).map(({ id }) => id).reverse();
      if (years.length === 0 && !instant.isNow) {
        throw new Refusal(
          'NO_YEAR',
          'No academic year was on record then. Choose a later day.',
          409,
        );
      }
      const academicYear = query.academicYear ?? (await yearOfDay(manager, instant.asAt, years));
      return work(manager, { ...instant, academicYear, years });
    });
  }

  /**
   * For a report that is made of others: those that are asked for inside read from the same transaction and see the same
   * moment, whatever day they are asked for. One after another, as statements of one connection come.
   *
   * @throws Refusal where no academic year is open
   */
  together<T>(
    query: MomentQuery,
    work: (manager: EntityManager, moment: Moment) => Promise<T>,
  ): Promise<T> {
    return this.reading(query, (manager, moment) =>
      this.shared.run({ manager, instant: moment }, () => work(manager, moment)),
    );
  }

  /** For what was solved and kept: the newest of the day and the instant. */
  ofStudies<T>(query: InstantQuery, work: (moment: StudyMoment) => Promise<T>): Promise<T> {
    return this.readingAt(query, (manager, { asAt, isToday }) =>
      work({ manager, asAt, isNow: isToday }),
    );
  }

  private readingAt<T>(
    query: InstantQuery,
    work: (manager: EntityManager, instant: Instant) => Promise<T>,
  ): Promise<T> {
    const shared = this.shared.getStore();
    if (shared !== undefined) return work(shared.manager, shared.instant);
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const knownAt = query.knownAt ?? (await snapshotInstant(manager));
      const isNow = query.knownAt === undefined;
      if (!isNow) await lookBack(manager, knownAt);
      const today = this.clock.today();
      const asAt = query.asAt ?? today;
      return work(manager, { asAt, knownAt, isNow, isToday: isNow && asAt === today });
    });
  }
}

/**
 * The instant, ISO 8601 to the microsecond: whatever a transaction of one snapshot sees was on record then. As its first
 * statement, so that hardly anything that it does not see was.
 */
export async function snapshotInstant(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ now: string }[]>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`,
  );
  if (row === undefined) throw new Error('The database did not say what time it is.');
  return row.now;
}

/**
 * The year that holds the day, else the last one before it, else the first.
 *
 * @param years all of them, the latest first
 * @throws Refusal where there is none
 */
export async function yearOfDay(
  manager: EntityManager,
  date: string,
  years: readonly string[],
): Promise<string> {
  const [found] = await manager.query<{ id: string }[]>(
    'SELECT id FROM academic_year WHERE starts_on <= $1 ORDER BY starts_on DESC LIMIT 1',
    [date],
  );
  const id = found?.id ?? years.at(-1);
  if (id === undefined) {
    throw new Refusal('NO_YEAR', 'No academic year is open yet. Open one first.', 409);
  }
  return id;
}

/** The term that holds the day or is the next one, else the last. @param terms in order of time */
export function termOfDay<T extends { endsOn: string }>(
  terms: readonly T[],
  day: string,
): T | undefined {
  return terms.find(({ endsOn }) => endsOn >= day) ?? terms.at(-1);
}

/** "2026 to 2027" */
export function yearInWords(id: string): string {
  const first = Number(id.slice(0, 4));
  return `${first} to ${first + 1}`;
}
