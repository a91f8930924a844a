import type { EntityManager } from 'typeorm';
import type { SettingValue } from './described-settings.schema.js';
import type { SettingKey } from './settings.js';

type Row = Omit<SettingValue, 'at' | 'replaced'> & {
  at: Date;
  replacedBy: string | null;
  replacedAt: Date | null;
};

/** Every value a group was ever given, the newest first; what was replaced is kept. */
export async function settingHistory(
  manager: EntityManager,
  key: SettingKey,
): Promise<SettingValue[]> {
  const rows: Row[] = await manager.query(
    `SELECT id, value, lower(valid)::text AS "from", (upper(valid) - 1)::text AS "to", reason,
            recorded_by AS by, recorded_at AS at, superseded_by AS "replacedBy", superseded_at AS "replacedAt"
     FROM setting WHERE key = $1 ORDER BY recorded_at DESC, id LIMIT 200`,
    [key],
  );
  return rows.map(({ replacedBy, replacedAt, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    replaced: replacedAt && { by: replacedBy ?? '', at: replacedAt.toISOString() },
  }));
}
