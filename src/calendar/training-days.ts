import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { databaseErrorCode } from '../platform/database.js';
import { Refusal } from '../platform/problems/refusal.js';
import type { CivilDate } from './civil-date.js';
import type { TrainingDay } from './usable-windows.js';
import { dateInWords } from './words.js';

/** The training days in order; those within the range when one is given. */
export async function trainingDays(
  manager: EntityManager,
  range?: { from: CivilDate; to: CivilDate },
): Promise<TrainingDay[]> {
  return manager.query(
    `SELECT on_date AS date, title, mode FROM training_day
     WHERE on_date BETWEEN coalesce($1, '-infinity'::date) AND coalesce($2, 'infinity'::date)
     ORDER BY on_date`,
    [range?.from ?? null, range?.to ?? null],
  );
}

/**
 * Adds a training day: it blocks every Lead Reviewer. docs/domain.md, "Time".
 *
 * @throws Refusal when that date is a training day already
 */
export async function addTrainingDay(
  manager: EntityManager,
  day: TrainingDay,
  author: string,
): Promise<void> {
  try {
    await manager.query('INSERT INTO training_day (on_date, title, mode) VALUES ($1, $2, $3)', [
      day.date,
      day.title,
      day.mode,
    ]);
  } catch (error) {
    if (databaseErrorCode(error) !== '23505') throw error;
    throw new Refusal('ALREADY_THERE', `${dateInWords(day.date)} is a training day already.`);
  }
  await recordAudit(manager, {
    actor: author,
    action: 'training day added',
    subject: 'training_day',
    subjectId: day.date,
    after: day,
  });
}

/**
 * Takes a training day away, as long as nobody’s attendance was recorded.
 *
 * @throws Refusal when there is none on that date, or somebody attended it
 */
export async function removeTrainingDay(
  manager: EntityManager,
  date: CivilDate,
  author: string,
): Promise<void> {
  const [day] = await trainingDays(manager, { from: date, to: date });
  if (day === undefined) {
    throw new Refusal('NOT_FOUND', `${dateInWords(date)} is not a training day.`);
  }
  try {
    await manager.query('DELETE FROM training_day WHERE on_date = $1', [date]);
  } catch (error) {
    if (databaseErrorCode(error) !== '23503') throw error;
    throw new Refusal(
      'TRAINING_DAY_IN_USE',
      `Attendance of the training day on ${dateInWords(date)} was recorded, so it stays.`,
    );
  }
  await recordAudit(manager, {
    actor: author,
    action: 'training day removed',
    subject: 'training_day',
    subjectId: date,
    before: day,
  });
}
