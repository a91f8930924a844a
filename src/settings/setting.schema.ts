import { z } from 'zod';
import { civilDate as date } from '../platform/dates.js';
import { words } from '../platform/text.js';
import { DEFAULT_SETTINGS, settingKeys, settingsSchema } from './settings.js';

const reason = words(2000, 'must say why');

export const SettingKeyParam = z
  .enum(settingKeys)
  .meta({ description: 'The group of settings', example: 'rest' });

export const SettingsQuery = z.strictObject({
  on: date.optional().meta({ description: 'The day in question; left out: today' }),
});
export type SettingsQuery = z.infer<typeof SettingsQuery>;

export const SettingsView = z
  .object({
    on: z.string(),
    changed: z.array(z.string()).meta({ description: 'Groups that are not at their default' }),
    settings: settingsSchema,
  })
  .meta({
    id: 'Settings',
    example: { on: '2026-12-21', changed: [], settings: DEFAULT_SETTINGS },
  });
export type SettingsView = z.infer<typeof SettingsView>;

export const SettingChange = z
  .strictObject({
    value: z.unknown().meta({ description: 'The whole group, in the shape that GET shows' }),
    from: date.optional().meta({ description: 'First day; left out: today' }),
    to: date.optional().meta({
      description: 'Last day; left out: until what is set for later, else until further notice',
    }),
    reason,
  })
  .meta({
    id: 'SettingChange',
    example: {
      value: { reviews: 2, weeks: 4 },
      from: '2027-01-04',
      reason: 'Agreed by the programme board',
    },
  });
export type SettingChange = z.infer<typeof SettingChange>;

export const SettingRestore = z
  .strictObject({
    from: date.optional().meta({ description: 'First day; left out: today' }),
    to: date.optional().meta({
      description: 'Last day; left out: until what is set for later, else until further notice',
    }),
    reason,
  })
  .meta({ id: 'SettingRestore', example: { reason: 'The trial has ended' } });
export type SettingRestore = z.infer<typeof SettingRestore>;
