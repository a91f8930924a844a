import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { policyInWords, policyNumbers, type PolicyGroup } from './policy-words.js';
import type { DescribedField, DescribedSettings } from './described-settings.schema.js';
import { settingVersion } from './setting-version.js';
import { settingHistory } from './setting-history.js';
import { type FieldWords, settingWords } from './setting-words.js';
import {
  DEFAULT_SETTINGS,
  type SettingKey,
  settingKeys,
  settingsOn,
  type Settings,
  settingsSchema,
} from './settings.js';

/** Every group in words, with each field’s value, default and range, as they hold on a day. */
export async function describedSettings(
  manager: EntityManager,
  on: string,
): Promise<DescribedSettings> {
  const settings = await settingsOn(manager, on);
  const groups = [];
  for (const key of settingKeys) {
    const words = settingWords[key];
    if (words === undefined) continue;
    const { title, words: rule, effect, fields } = words;
    groups.push({
      ...(await standing(manager, key, settings, on)),
      key,
      title,
      words: rule,
      effect,
      fields: fields.map((field) => described(key, field, settings[key])),
    });
  }
  return {
    on,
    groups,
    policies: {
      ...(await standing(manager, 'policies', settings, on)),
      presets: presetsOf(settings.policies),
    },
    fees: {
      ...(await standing(manager, 'fees', settings, on)),
      regions: await regionNames(manager),
    },
  };
}

/** What holds, since when, and what is to hold later. */
async function standing(
  manager: EntityManager,
  key: SettingKey,
  settings: Settings,
  on: string,
): Promise<
  Pick<
    DescribedSettings['groups'][number],
    'value' | 'defaultValue' | 'version' | 'isChanged' | 'since' | 'later'
  >
> {
  const history = (await settingHistory(manager, key)).filter(({ replaced }) => replaced === null);
  const current = history.find(({ from, to }) => from <= on && (to === null || on <= to));
  return {
    value: settings[key],
    defaultValue: DEFAULT_SETTINGS[key],
    version: await settingVersion(manager, key),
    isChanged: !isDeepStrictEqual(settings[key], DEFAULT_SETTINGS[key]),
    since: current ?? null,
    later: history.filter(({ from }) => from > on),
  };
}

function presetsOf({ byName, defaultName }: Settings['policies']): {
  name: string;
  isDefault: boolean;
  words: string;
  groups: PolicyGroup[];
}[] {
  return Object.entries(byName).map(([name, policy]) => ({
    name,
    isDefault: name === defaultName,
    words: policyInWords(policy),
    groups: policyNumbers(policy),
  }));
}

function described(
  key: SettingKey,
  { path, label, kind, unit }: FieldWords,
  group: unknown,
): DescribedField {
  const limits = limitsOf(key, path);
  return {
    path: [...path],
    label,
    kind,
    unit: unit ?? '',
    value: at(group, path),
    defaultValue: at(DEFAULT_SETTINGS[key], path),
    least: limits.least,
    most: limits.most,
  };
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner: unknown, step) => Reflect.get(Object(inner), step) as unknown, value);
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}

/** The range that the schema itself accepts, so that nobody says it twice. */
function limitsOf(
  key: SettingKey,
  path: readonly string[],
): { least: number | null; most: number | null } {
  const root = z.toJSONSchema(settingsSchema.shape[key]) as JsonSchema;
  const found = path.reduce<JsonSchema | undefined>(
    (schema, step) => schema?.properties?.[step],
    root,
  );
  return {
    least: found?.minimum ?? found?.exclusiveMinimum ?? null,
    most: found?.maximum ?? null,
  };
}

async function regionNames(manager: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await manager.query('SELECT name FROM region ORDER BY name');
  return rows.map(({ name }) => name);
}
