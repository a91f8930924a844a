import { z } from 'zod';
import type { EntityManager } from 'typeorm';
import { believedAt } from '../audit/believed-at.js';
import { recordAudit } from '../audit/audit.js';
import { assertFact, retractFact, type Period } from '../audit/facts.js';
import { feeTable } from './fee-table.js';
import { defaultPolicies, policySchema } from './policies.js';

/**
 * The rules that the programme's pack leaves open and that are *(decided)* in docs/domain.md: each is
 * a setting with that default. Only what operations changed is stored (table `setting`, one row a
 * group and period); everything else is read from here. Decisions about how something is worked out
 * (the target's formula, which answer wins) are not numbers anybody could change, and are not here.
 */

const count = z.int().min(0).max(1000);
const perRole = z.strictObject({
  LEAD: z.boolean(),
  QUALITY_ASSURER: z.boolean(),
  SHADOW: z.boolean(),
});

export const settingsSchema = z.strictObject({
  minimum: z
    .strictObject({
      lead: count.describe('Reviews a year for a contracted Lead Reviewer'),
      servingLeader: count.describe('Reviews a year for a serving leader'),
    })
    .describe('Minimum commitment, in reviews led a year. “The Lead Reviewer”, Contract'),
  servingLeader: z
    .strictObject({
      phases: z
        .array(z.string())
        .nullable()
        .describe('Phases of the own school in which the lower minimum holds; null: any phase'),
    })
    .describe('Who counts as a serving leader. “People”'),
  rest: z
    .strictObject({
      reviews: count.describe('At most this many seats'),
      weeks: z.int().min(1).max(1000).describe('in any run of this many school weeks of a term'),
    })
    .describe('The rest rule. “The Lead Reviewer”, Maximum'),
  termCap: z
    .strictObject({ lead: count, servingLeader: count })
    .describe('Most seats in one term. “The Lead Reviewer”, Maximum'),
  priority: z
    .strictObject({
      usual: z.int().min(1).max(9),
      priorityRegion: z.int().min(1).max(9).describe('In the North East and South East'),
      perTermCarriedOver: z.int().min(0).max(9).describe('Added for each term carried over'),
    })
    .describe('Weight of a review in coverage. “The review”, Priority'),
  conflicts: z
    .strictObject({
      reviewLedAcademicYears: count.describe('A review led in one of the last … academic years'),
      workedAtYears: count.describe('Employment in the last … years'),
    })
    .describe('How long a tie to a school lasts. “The Lead Reviewer”, Conflicts'),
  cancellation: z
    .strictObject({
      noticeWorkingDays: count.describe(
        'A review cancelled by the school this many working days, or fewer, before its first day counts as offered, not as led',
      ),
    })
    .describe('Late cancellation by a school. “The Lead Reviewer”, Contract'),
  calendar: z
    .strictObject({
      defaultCalendarId: z
        .string()
        .min(1)
        .describe('The calendar of a school for which none is known, and of the programme'),
    })
    .describe('School calendars. “Time”'),
  checksDue: z
    .strictObject({
      contractDays: count.describe('A contract is due for review so many days before it ends'),
      dbsDays: count.describe('A DBS check is due so many days before it runs out'),
    })
    .describe('When contracts and checks are told of ahead. “The Lead Reviewer”, Contract'),
  experienced: z
    .strictObject({
      reviewsLed: count.describe('Reviews led in all, at least'),
      earlierYearsInPool: count.describe('Earlier academic years in the pool, at least'),
    })
    .describe('Who may be a quality assurer. “The Lead Reviewer”, Who may take which seat'),
  seatsThatCount: z
    .strictObject({ commitment: perRole, pay: perRole })
    .describe('Which seats count as a review led. “The Lead Reviewer”, Contract'),
  fees: z
    .strictObject({ table: feeTable.nullable().describe('null: “fee not set”') })
    .describe('Fees and expenses. “The Lead Reviewer”, Fee'),
  visitingTeam: z
    .strictObject({ fewest: count, most: count })
    .refine((team) => team.fewest <= team.most, {
      error: 'fewest must not be above most',
      path: ['fewest'],
    })
    .describe('Visiting reviewers besides the lead. “Visiting teams and reciprocity”'),
  travel: z
    .strictObject({
      shortTripMph: z.number().positive().max(100),
      mediumTripMph: z.number().positive().max(100),
      longTripMph: z.number().positive().max(100),
      shortTripBelowMiles: z.number().positive().max(1000).describe('Road miles'),
      longTripAboveMiles: z.number().positive().max(1000).describe('Road miles'),
      fixedAccessMinutes: z.number().min(0).max(240).describe('Parking and signing in'),
    })
    .describe('From road miles to minutes, for showing travel times only'),
  policies: z
    .strictObject({
      defaultName: z.string().min(1),
      byName: z.record(z.string().min(1).max(200), policySchema),
    })
    .refine((policies) => policies.defaultName in policies.byName, {
      error: 'defaultName must be the name of one of the policies',
      path: ['defaultName'],
    })
    .describe('Named weights of the aims “fit” and “company”. docs/problem-format.md, Points'),
});

export type Settings = z.output<typeof settingsSchema>;
/** A group of settings: what is stored, changed and dated together. */
export type SettingKey = keyof Settings;

export const settingKeys = Object.keys(settingsSchema.shape) as SettingKey[];

export const DEFAULT_SETTINGS: Settings = {
  minimum: { lead: 6, servingLeader: 3 },
  servingLeader: { phases: null },
  rest: { reviews: 3, weeks: 4 },
  termCap: { lead: 6, servingLeader: 4 },
  priority: { usual: 1, priorityRegion: 2, perTermCarriedOver: 1 },
  conflicts: { reviewLedAcademicYears: 2, workedAtYears: 5 },
  cancellation: { noticeWorkingDays: 10 },
  calendar: { defaultCalendarId: 'typical' },
  checksDue: { contractDays: 60, dbsDays: 60 },
  experienced: { reviewsLed: 6, earlierYearsInPool: 1 },
  seatsThatCount: {
    commitment: { LEAD: true, QUALITY_ASSURER: false, SHADOW: false },
    pay: { LEAD: true, QUALITY_ASSURER: true, SHADOW: false },
  },
  fees: { table: null },
  visitingTeam: { fewest: 2, most: 5 },
  travel: {
    shortTripMph: 25,
    mediumTripMph: 38,
    longTripMph: 50,
    shortTripBelowMiles: 10,
    longTripAboveMiles: 40,
    fixedAccessMinutes: 10,
  },
  policies: { defaultName: 'Standard', byName: defaultPolicies },
};

/**
 * The settings that hold on a civil date (`YYYY-MM-DD`), as believed now: what operations changed
 * over the defaults.
 *
 * @param knownAt an instant, ISO 8601: as was believed then instead
 * @throws Error when a stored value no longer fits its schema, naming the setting and the field
 */
export async function settingsOn(
  manager: EntityManager,
  date: string,
  knownAt: string | null = null,
): Promise<Settings> {
  const rows: { key: string; value: unknown }[] = await manager.query(
    `SELECT key, value FROM setting
     WHERE valid @> $1::date AND CASE WHEN $2::timestamptz IS NULL THEN superseded_at IS NULL
       ELSE ${believedAt('setting', '$2')} END`,
    [date, knownAt],
  );
  const changed = Object.fromEntries(rows.map((row) => [row.key, row.value]));
  const parsed = settingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...changed });
  if (!parsed.success) {
    throw new Error(
      `The settings stored for ${date} cannot be used: ${z.prettifyError(parsed.error)}. Change that setting.`,
    );
  }
  return parsed.data;
}

/**
 * What a group of settings says on each day, as it was on record at an instant: one statement, however many days are asked for.
 *
 * @param knownAt ISO 8601
 */
export async function settingByDay<Key extends SettingKey>(
  manager: EntityManager,
  key: Key,
  knownAt: string,
): Promise<(date: string) => Settings[Key]> {
  const rows: { value: unknown; from: string; to: string | null }[] = await manager.query(
    `SELECT value, lower(valid)::text AS "from", (upper(valid) - 1)::text AS "to" FROM setting
     WHERE key = $1 AND ${believedAt('setting', '$2')}`,
    [key, knownAt],
  );
  const periods = rows.map(({ value, ...period }) => ({
    ...period,
    value: settingsSchema.shape[key].parse(value) as Settings[Key],
  }));
  return (date) =>
    periods.find(({ from, to }) => from <= date && (to === null || date <= to))?.value ??
    DEFAULT_SETTINGS[key];
}

/**
 * The last day of a change from a day on that names none: the day before anything set for later begins or ends. Null: until
 * further notice.
 *
 * @param from,today civil dates, as the answer is
 */
export async function lastDayBeforeLater(
  manager: EntityManager,
  key: SettingKey,
  from: string,
  today: string,
): Promise<string | null> {
  const [{ day = null } = {}] = await manager.query<{ day: string | null }[]>(
    `SELECT min(edge) - 1 AS day
     FROM setting, LATERAL (VALUES (lower(valid)), (upper(valid))) AS edges (edge)
     WHERE key = $1 AND superseded_at IS NULL AND edge > greatest($2::date, $3::date)`,
    [key, from, today],
  );
  return day;
}

/**
 * Makes a group of settings hold throughout a period; no end means until further notice.
 *
 * @returns whether anything changed
 * @throws z.ZodError when the value does not fit the group’s schema
 */
export async function changeSetting(
  manager: EntityManager,
  key: SettingKey,
  change: { value: unknown; valid: Period; reason: string },
  author: string,
): Promise<boolean> {
  const value = JSON.stringify(settingsSchema.shape[key].parse(change.value));
  const { from, to = null } = change.valid;
  const [same] = await manager.query<unknown[]>(
    `SELECT 1 FROM setting WHERE key = $1 AND superseded_at IS NULL AND value = $2::jsonb
       AND valid @> daterange($3, $4, '[]')`,
    [key, value, from, to],
  );
  if (same !== undefined) return false;
  const before = (await settingsOn(manager, from))[key];
  const values = { value, reason: change.reason };
  await assertFact(
    manager,
    { table: 'setting', key: { key }, valid: change.valid, values },
    author,
  );
  await trace(manager, 'setting changed', key, { before, after: change.value, ...change }, author);
  return true;
}

/**
 * Lets the default hold again throughout a period.
 *
 * @returns whether anything changed
 */
export async function restoreDefault(
  manager: EntityManager,
  key: SettingKey,
  change: { valid: Period; reason: string },
  author: string,
): Promise<boolean> {
  const before = (await settingsOn(manager, change.valid.from))[key];
  const changed = await retractFact(
    manager,
    { table: 'setting', key: { key }, valid: change.valid },
    author,
  );
  const after = DEFAULT_SETTINGS[key];
  if (changed) await trace(manager, 'setting restored', key, { before, after, ...change }, author);
  return changed;
}

async function trace(
  manager: EntityManager,
  action: string,
  key: SettingKey,
  change: { before: unknown; after: unknown; valid: Period; reason: string },
  actor: string,
): Promise<void> {
  await recordAudit(manager, {
    actor,
    action,
    subject: 'setting',
    subjectId: key,
    before: change.before,
    after: { value: change.after, ...change.valid },
    reason: change.reason,
  });
}
