import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DescribedSettings, Preset } from '../../api/settings';
import { Card } from '../../parts/card';
import { faultOf } from './field-fault';
import { SettingForm } from './setting-form';
import { numberOf, valueAt, withValueAt } from './setting-values';
import classes from './settings.module.css';

export interface PolicyFormProps {
  readonly preset: Preset;
  readonly policies: DescribedSettings['policies'];
}

/** Every number of a preset with what it does, to be changed. */
export function PolicyForm({ preset, policies }: PolicyFormProps) {
  const at = ['byName', preset.name];
  const [value, setValue] = useState(policies.value);
  return (
    <Card title={preset.name} aside="Fewer points are better">
      <SettingForm settingKey="policies" title={preset.name} value={value} group={policies}>
        {(error) => (
          <>
            {preset.groups.map((group, place) => (
              <fieldset key={group.title} className={classes.fieldset}>
                <legend>{group.title}</legend>
                <div className={classes.wideFields}>
                  {group.numbers.map(({ title, path, does, unit, least, most }, index) => (
                    <TextInput
                      key={title}
                      inputMode="decimal"
                      label={title}
                      description={`${does} In ${unit}, ${String(least)} to ${String(most)}.`}
                      required
                      autoFocus={place === 0 && index === 0}
                      value={String(valueAt(value, [...at, ...path]))}
                      error={faultOf(error, 'value', ...at, ...path)}
                      onChange={({ currentTarget }) =>
                        setValue((before: unknown) =>
                          withValueAt(before, [...at, ...path], numberOf(currentTarget.value)),
                        )
                      }
                    />
                  ))}
                </div>
              </fieldset>
            ))}
            <Checkbox
              label="Choose this policy on the Run page unless somebody chooses another"
              iconColor="var(--text-on-fill)"
              disabled={preset.isDefault}
              checked={valueAt(value, ['defaultName']) === preset.name}
              onChange={({ currentTarget }) =>
                setValue((before: unknown) =>
                  withValueAt(
                    before,
                    ['defaultName'],
                    currentTarget.checked ? preset.name : valueAt(policies.value, ['defaultName']),
                  ),
                )
              }
            />
          </>
        )}
      </SettingForm>
    </Card>
  );
}
