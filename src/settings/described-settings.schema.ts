import { z } from 'zod';
import { policyInWords, policyNumbers } from './policy-words.js';
import { policyGroupView } from './policy-group.schema.js';
import { DEFAULT_SETTINGS } from './settings.js';

/** What goes out over HTTP about settings as people read and change them. */

const SettingValueView = z
  .object({
    id: z.uuid(),
    value: z.unknown().meta({ description: 'The whole group, as PUT takes it' }),
    from: z.string().meta({ description: 'First day on which it holds' }),
    to: z.string().nullable().meta({ description: 'Last day; null: until further notice' }),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    replaced: z
      .object({ by: z.string(), at: z.iso.datetime() })
      .nullable()
      .meta({ description: 'Who gave another value for these days, and when; null: it holds' }),
  })
  .meta({ id: 'SettingValue' });
export type SettingValue = z.infer<typeof SettingValueView>;

const exampleValue = {
  id: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  value: { reviews: 2, weeks: 4 },
  from: '2027-01-04',
  to: null,
  reason: 'Agreed by the programme board',
  by: 'Ruth Ellison',
  at: '2026-12-21T09:30:00.000Z',
  replaced: null,
};

export const SettingHistory = z
  .object({ items: z.array(SettingValueView) })
  .meta({ id: 'SettingHistory', example: { items: [exampleValue] } });
export type SettingHistory = z.infer<typeof SettingHistory>;

const FieldView = z
  .object({
    path: z.array(z.string()).meta({ description: 'Where it lies in the group’s value' }),
    label: z.string(),
    kind: z.enum(['COUNT', 'NUMBER', 'PENCE', 'YES_NO', 'CALENDAR', 'PHASES']),
    unit: z.string(),
    value: z.unknown(),
    defaultValue: z.unknown(),
    least: z.number().nullable(),
    most: z.number().nullable(),
  })
  .meta({ id: 'SettingField' });
export type DescribedField = z.infer<typeof FieldView>;

const standing = {
  value: z.unknown().meta({ description: 'The whole group, as PUT takes it' }),
  defaultValue: z.unknown(),
  version: z
    .int()
    .meta({ description: 'How often it was changed; send it as If-Match, in quotes' }),
  isChanged: z.boolean().meta({ description: 'Whether it is other than the default' }),
  since: SettingValueView.nullable().meta({ description: 'Who set what holds; null: the default' }),
  later: z.array(SettingValueView).meta({ description: 'What is to hold from a later day on' }),
};

export const DescribedSettings = z
  .object({
    on: z.string(),
    groups: z.array(
      z.object({
        ...standing,
        key: z.string(),
        title: z.string(),
        words: z.string().meta({ description: 'The rule' }),
        effect: z.string().meta({ description: 'What another value changes in a plan' }),
        fields: z.array(FieldView),
      }),
    ),
    policies: z.object({
      ...standing,
      presets: z.array(
        z.object({
          name: z.string(),
          isDefault: z.boolean(),
          words: z.string(),
          groups: z.array(policyGroupView),
        }),
      ),
    }),
    fees: z.object({ ...standing, regions: z.array(z.string()) }),
  })
  .meta({
    id: 'DescribedSettings',
    example: {
      on: '2026-12-21',
      groups: [
        {
          key: 'rest',
          title: 'Rest',
          words: 'At most so many reviews in any run of so many school weeks.',
          effect: 'No plan breaks it.',
          value: DEFAULT_SETTINGS.rest,
          defaultValue: DEFAULT_SETTINGS.rest,
          version: 1,
          isChanged: false,
          since: null,
          later: [exampleValue],
          fields: [
            {
              path: ['reviews'],
              label: 'At most',
              kind: 'COUNT',
              unit: 'reviews',
              value: 3,
              defaultValue: 3,
              least: 0,
              most: 1000,
            },
          ],
        },
      ],
      policies: {
        value: DEFAULT_SETTINGS.policies,
        defaultValue: DEFAULT_SETTINGS.policies,
        version: 0,
        isChanged: false,
        since: null,
        later: [],
        presets: Object.entries(DEFAULT_SETTINGS.policies.byName).map(([name, policy]) => ({
          name,
          isDefault: name === DEFAULT_SETTINGS.policies.defaultName,
          words: policyInWords(policy),
          groups: policyNumbers(policy),
        })),
      },
      fees: {
        value: DEFAULT_SETTINGS.fees,
        defaultValue: DEFAULT_SETTINGS.fees,
        version: 0,
        isChanged: false,
        since: null,
        later: [],
        regions: ['London', 'North East'],
      },
    },
  });
export type DescribedSettings = z.infer<typeof DescribedSettings>;
