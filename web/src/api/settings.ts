import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { tagOf } from './registers';
import type { components, paths } from './schema';

export type DescribedSettings = components['schemas']['DescribedSettings'];
export type SettingGroup = DescribedSettings['groups'][number];
export type SettingField = components['schemas']['SettingField'];
export type SettingValue = components['schemas']['SettingValue'];
export type Preset = DescribedSettings['policies']['presets'][number];
export type ChangeToBeMade = components['schemas']['ChangeToBeMade'];
export type ChangeEffect = components['schemas']['ChangeEffect'];
export type ColumnMapping = components['schemas']['ColumnMapping'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type SettingKey = paths['/api/v1/settings/{key}']['put']['parameters']['path']['key'];

/** Settings in words, as they hold on a day; left out: today. */
export const settingsQuery = (on?: string) =>
  queryOptions({
    queryKey: ['settings', on],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/settings/described', {
          params: { query: on === undefined ? {} : { on } },
          signal,
        }),
      ),
  });

/** A group as it stands; undefined: it is not described. */
export function groupOf(
  { groups, policies, fees }: DescribedSettings,
  key: SettingKey,
): Pick<SettingGroup, 'value' | 'version' | 'isChanged'> | undefined {
  if (key === 'policies') return policies;
  return key === 'fees' ? fees : groups.find((each) => each.key === key);
}

/** Every value a group was ever given. */
export const settingHistoryQuery = (key: SettingKey) =>
  queryOptions({
    queryKey: ['settings', key, 'history'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/settings/{key}/history', { params: { path: { key } }, signal })),
  });

export interface SettingChange {
  readonly key: SettingKey;
  /** Of the group when the change was thought of. */
  readonly version: number;
  /** The whole group; undefined: the default is to hold again. */
  readonly value: unknown;
  readonly reason: string;
  readonly from?: string | undefined;
}

/** @throws ProblemError with the field at fault, or with what somebody else changed of the group meanwhile */
export async function changeSetting(change: SettingChange): Promise<void> {
  const { key, version, value, reason, from } = change;
  const params = { path: { key }, header: { 'If-Match': tagOf(version) } };
  const when = { reason, ...(from === undefined ? {} : { from }) };
  if (value === undefined) {
    await answerOf(api.POST('/api/v1/settings/{key}/restore', { params, body: when }));
  } else {
    await answerOf(api.PUT('/api/v1/settings/{key}', { params, body: { value, ...when } }));
  }
}

/** What a change would affect; nothing is saved. */
export function effectOfChange(change: ChangeToBeMade): Promise<ChangeEffect> {
  return answerOf(api.POST('/api/v1/change-effects', { body: change }));
}

export const columnMappingsQuery = queryOptions({
  queryKey: ['column-mappings'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/column-mappings', { signal })),
});

export function forgetMapping(id: string): Promise<unknown> {
  return answerOf(api.DELETE('/api/v1/column-mappings/{id}', { params: { path: { id } } }));
}

/** What was changed of settings and dates, the newest first. */
export const settingChangesQuery = (subject: string, cursor?: number) =>
  queryOptions({
    queryKey: ['audit-entries', subject, cursor],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/audit-entries', {
          params: {
            query: { subject, limit: 30, ...(cursor === undefined ? {} : { cursor }) },
          },
          signal,
        }),
      ),
  });
