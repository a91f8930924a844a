import { type EntityManager } from 'typeorm';
import { type CivilDate } from '../../calendar/civil-date.js';

/** What a year can still come to for each person alone, by a forecast. */
export interface KnownForecast {
  /** The day that it looked ahead from. */
  asAt: CivilDate;
  /** ISO 8601. */
  computedAt: string;
  /** By the reference of the person: the most reviews in the whole year, what is led and accepted included. */
  best: Readonly<Record<string, number>>;
}

/**
 * The newest forecast of the year that looked ahead from the day or an earlier one; null where there was none.
 *
 * @param knownAt ISO 8601: what was finished later is not known
 */
export async function knownForecast(
  manager: EntityManager,
  academicYear: string,
  { asAt, knownAt }: { asAt: CivilDate; knownAt: string },
): Promise<KnownForecast | null> {
  const [row] = await manager.query<KnownForecast[]>(
    `SELECT f.as_at::text AS "asAt",
            to_char(f.computed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "computedAt",
            (SELECT coalesce(json_object_agg(p->>'person', (p->>'done')::int + (p->>'best')::int), '{}')
             FROM jsonb_array_elements(f.result->'people') p) AS best
     FROM study f
     WHERE f.kind = 'FORECAST' AND f.subject = $1 AND f.state = 'DONE' AND f.as_at <= $2 AND f.finished_at <= $3
     ORDER BY f.as_at DESC, f.finished_at DESC LIMIT 1`,
    [academicYear, asAt, knownAt],
  );
  return row ?? null;
}
