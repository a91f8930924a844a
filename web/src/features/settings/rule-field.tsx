import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { schoolCalendarsQuery } from '../../api/calendar';
import type { SettingField } from '../../api/settings';
import { faultOf } from './field-fault';
import { numberOf, valueAt } from './setting-values';

export interface RuleFieldProps {
  readonly field: SettingField;
  /** The group as it stands in the form. */
  readonly group: unknown;
  readonly error: Error | null;
  readonly isFirst: boolean;
  readonly onChange: (value: unknown) => void;
}

/** One field of a rule, with its range and its default. */
export function RuleField({ field, group, error, isFirst, onChange }: RuleFieldProps) {
  const { path, label, kind, unit, defaultValue } = field;
  const value = valueAt(group, path);
  const fault = faultOf(error, 'value', ...path);
  const { data: calendars } = useQuery({ ...schoolCalendarsQuery, enabled: kind === 'CALENDAR' });
  switch (kind) {
    case 'YES_NO':
      return (
        <Checkbox
          label={label}
          iconColor="var(--text-on-fill)"
          autoFocus={isFirst}
          checked={value === true}
          error={fault}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case 'CALENDAR':
      return (
        <NativeSelect
          label={label}
          autoFocus={isFirst}
          value={String(value)}
          error={fault}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {calendars?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      );
    case 'PHASES':
      return (
        <TextInput
          label={label}
          description="Separated by commas, such as Special, Primary. Empty: any phase"
          autoFocus={isFirst}
          value={Array.isArray(value) ? value.join(', ') : ''}
          error={fault}
          onChange={({ currentTarget }) => onChange(phasesOf(currentTarget.value))}
        />
      );
    default:
      return (
        <TextInput
          inputMode="decimal"
          label={label}
          description={`${unit === '' ? 'Usually' : `${unit}; usually`} ${String(defaultValue)}${rangeOf(field)}`}
          required
          autoFocus={isFirst}
          value={String(value)}
          error={fault}
          onChange={({ currentTarget }) => onChange(numberOf(currentTarget.value))}
        />
      );
  }
}

/** Words stay as they are typed, so that one can write a comma. */
function phasesOf(text: string): string[] | null {
  return text.trim() === '' ? null : text.split(',').map((word) => word.trimStart());
}

function rangeOf({ least, most }: SettingField): string {
  return least === null || most === null ? '' : `, from ${String(least)} to ${String(most)}`;
}
