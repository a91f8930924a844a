import { NativeSelect } from '@mantine/core';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** What it is called when nothing is chosen; left out: something always is. */
  readonly all?: string;
  readonly value: Value | undefined;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly onChange: (value: Value | undefined) => void;
}

/** One of several values, or all. */
export function Choice<Value extends string>({
  label,
  all,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(options.find(([known]) => known === currentTarget.value)?.[0])
      }
    >
      {all !== undefined && <option value="">{all}</option>}
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </NativeSelect>
  );
}
