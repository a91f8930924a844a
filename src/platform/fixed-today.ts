import { type DataSource } from 'typeorm';
import { type Configuration } from './configuration.js';
import { databaseErrorCode } from './database.js';

/** A day that stands for today, and what fixed it. */
export interface FixedToday {
  /** Civil date. */
  day: string;
  by: 'CONFIGURATION' | 'DATABASE';
}

/**
 * The day that stands for today: the configured one, else the one that the database's data keep as
 * their own, such as the sample's; undefined for the real one. Asked once, when a process starts.
 */
export async function fixedToday(
  { today }: Configuration,
  database: DataSource,
): Promise<FixedToday | undefined> {
  if (today !== undefined) return { day: today, by: 'CONFIGURATION' };
  try {
    const [kept] = await database.query<{ day: string }[]>(
      'SELECT on_date AS day FROM fixed_today',
    );
    return kept && { day: kept.day, by: 'DATABASE' };
  } catch (error) {
    // Not migrated yet, which /health/ready tells; such a database keeps no day.
    if (databaseErrorCode(error) === '42P01') return undefined;
    throw error;
  }
}
