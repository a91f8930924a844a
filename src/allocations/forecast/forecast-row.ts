import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { defineJob } from '../../platform/queue/job.js';
import { sendJob } from '../../platform/queue/outbox.js';
import { type Forecast } from '../../solver/forecast/forecast.js';
import { type SeatRow } from '../../solver/problem.js';
import { type YearFacts } from '../year/year-input.js';

/** What is kept of a forecast: everything but the seats' points. */
export interface ForecastResult extends Omit<Forecast, 'plan'> {
  /** The reviews that have a lead in the plan of all. */
  seats: Pick<SeatRow, 'review' | 'lead' | 'week' | 'window'>[];
  /** Reviews of the problem that have none. */
  uncovered: number;
}

export interface StoredForecast {
  id: string;
  academicYear: string;
  asAt: string;
  state: 'QUEUED' | 'COMPUTING' | 'DONE' | 'FAILED';
  done: number;
  total: number;
  result: ForecastResult | null;
  facts: YearFacts;
  failure: string | null;
  requestedBy: string;
  requestedAt: Date;
  computedAt: Date | null;
  /** Whether something was recorded since, of which the forecast does not know. */
  isStale: boolean;
}

/** Takes a forecast to a worker. One at a time: it fills a core. */
export const computeForecast = defineJob(
  'compute-forecast',
  z.object({ forecastId: z.uuid(), delivery: z.int() }),
);

/** Sends the forecast to a worker as part of the caller's transaction, each time under a job of its own. */
export async function deliverForecast(
  manager: EntityManager,
  forecastId: string,
  delivery: number,
): Promise<void> {
  const id = `${forecastId}-${delivery}`;
  await sendJob(manager, computeForecast, id, { forecastId, delivery });
}

/** What concerns no fact of a year: runs, plans, forecasts and ways to look at things. */
export const NO_FACTS = ['allocation_run', 'plan', 'saved_view', 'forecast', 'test'];

/** The newest entry of the audit trail that may tell of a changed fact. */
export async function lastRecorded(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ last: string | null }[]>(
    `SELECT max(id)::text AS last FROM audit_entry WHERE NOT subject = ANY($1)`,
    [NO_FACTS],
  );
  return row?.last ?? '0';
}

const COLUMNS = `f.id, f.academic_year AS "academicYear", f.as_at::text AS "asAt", f.state, f.done, f.total, f.result,
  f.facts, f.failure, f.requested_by AS "requestedBy", f.requested_at AS "requestedAt", f.computed_at AS "computedAt",
  EXISTS (SELECT FROM audit_entry e WHERE e.id > f.known_until AND NOT e.subject = ANY($2)) AS "isStale"`;

/** The newest forecast of a year that is done, that is under way, and that failed; null where there is none. */
export async function newestForecasts(
  manager: EntityManager,
  year: string,
): Promise<Record<'done' | 'underWay' | 'failed', StoredForecast | null>> {
  const newest = async (states: string): Promise<StoredForecast | null> => {
    const [row] = await manager.query<StoredForecast[]>(
      `SELECT ${COLUMNS} FROM forecast f WHERE f.academic_year = $1 AND f.state IN (${states})
       ORDER BY f.requested_at DESC, f.id DESC LIMIT 1`,
      [year, NO_FACTS],
    );
    return row ?? null;
  };
  return {
    done: await newest(`'DONE'`),
    underWay: await newest(`'QUEUED', 'COMPUTING'`),
    failed: await newest(`'FAILED'`),
  };
}
