import type { EntityManager } from 'typeorm';
import { refuseIfChangedSince, timesChanged } from '../audit/changed-meanwhile.js';
import { settingWords } from './setting-words.js';
import { type SettingKey } from './settings.js';

/** The version of a group of settings: how often it was changed. */
export function settingVersion(manager: EntityManager, key: SettingKey): Promise<number> {
  return timesChanged(manager, { subject: 'setting', subjectId: key });
}

/** @throws Refusal when somebody else changed the group since it was seen at that version */
export function refuseIfSettingChanged(
  manager: EntityManager,
  key: SettingKey,
  seen: number,
): Promise<void> {
  const about = { subject: 'setting', subjectId: key };
  return refuseIfChangedSince(manager, `The setting “${titleOf(key)}”`, about, seen);
}

function titleOf(key: SettingKey): string {
  if (key === 'policies') return 'Policies';
  return settingWords[key]?.title ?? 'Fees and expenses';
}
