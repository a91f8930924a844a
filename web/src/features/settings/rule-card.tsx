import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { schoolCalendarsQuery } from '../../api/calendar';
import type { SettingField, SettingGroup, SettingKey } from '../../api/settings';
import { Card } from '../../parts/card';
import { RuleField } from './rule-field';
import { withValueAt } from './setting-values';
import classes from './settings.module.css';
import { SettingForm } from './setting-form';
import { SettingStanding } from './setting-standing';
import { useOpenSetting } from './use-open-setting';

const route = getRouteApi('/settings');

/** One rule: what holds, what it changes, and the way to change it. */
export function RuleCard({ group }: { group: SettingGroup }) {
  const { edit } = route.useSearch();
  const { open } = useOpenSetting();
  const isEdited = edit === group.key;
  return (
    <Card title={group.title}>
      <div className={classes.rule} id={group.key}>
        <p>{group.words}</p>
        <p className={classes.quiet}>{group.effect}</p>
        {isEdited ? (
          <RuleForm group={group} />
        ) : (
          <>
            <dl className={classes.values}>
              {group.fields.map((field) => (
                <div key={field.path.join(' ')}>
                  <dt>{field.label}</dt>
                  <dd>
                    <FieldValue field={field} />
                  </dd>
                </div>
              ))}
            </dl>
            <SettingStanding
              settingKey={group.key as SettingKey}
              group={group}
              fields={group.fields}
            />
            <div className={classes.buttons}>
              <Button onClick={() => open(group.key)}>
                Change<span className="sr"> {group.title}</span>
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function FieldValue({ field: { kind, value, unit } }: { field: SettingField }) {
  const { data: calendars } = useQuery({ ...schoolCalendarsQuery, enabled: kind === 'CALENDAR' });
  if (kind === 'CALENDAR') {
    return <b>{calendars?.items.find(({ id }) => id === value)?.name ?? String(value)}</b>;
  }
  if (kind === 'YES_NO') return <b>{value === true ? 'Yes' : 'No'}</b>;
  if (kind === 'PHASES') return <b>{Array.isArray(value) ? value.join(', ') : 'Any phase'}</b>;
  return (
    <>
      <b>{String(value)}</b> {unit}
    </>
  );
}

function RuleForm({ group }: { group: SettingGroup }) {
  const [value, setValue] = useState(group.value);
  const fields = group.fields;
  return (
    <SettingForm
      settingKey={group.key as SettingKey}
      title={group.title}
      value={value}
      group={group}
    >
      {(error) => (
        <div className={classes.fields}>
          {fields.map((field, index) => (
            <RuleField
              key={field.path.join(' ')}
              field={field}
              group={value}
              error={error}
              isFirst={index === 0}
              onChange={(next) =>
                setValue((before: unknown) => withValueAt(before, field.path, next))
              }
            />
          ))}
        </div>
      )}
    </SettingForm>
  );
}
