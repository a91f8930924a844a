import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { KnownBy, KnownNote } from './known-by';
import classes from './report.module.css';

export interface MomentFiltersProps {
  /** The day that is looked at, and the year that it is looked at in. */
  readonly asAt: string;
  readonly academicYear: string;
  /** Every year that could be looked at. */
  readonly years: readonly string[];
  /** Told what was chosen; a day that was emptied is no day. */
  readonly onChange: (chosen: {
    readonly asAt?: string | undefined;
    readonly academicYear?: string;
  }) => void;
  /** What else can be chosen. */
  readonly children: ReactNode;
}

/** What a report shows: the day, the year where there are several, and what the report adds. Left out on paper. */
export function MomentFilters({
  asAt,
  academicYear,
  years,
  onChange,
  children,
}: MomentFiltersProps) {
  return (
    <div className={classes.filters} role="group" aria-label="What the report shows">
      <TextInput
        type="date"
        label="As at"
        value={asAt}
        onChange={({ currentTarget: { value } }) =>
          onChange({ asAt: value === '' ? undefined : value })
        }
      />
      <KnownBy />
      {years.length > 1 && (
        <NativeSelect
          label="Year"
          value={academicYear}
          data={[...years]}
          onChange={({ currentTarget }) => onChange({ academicYear: currentTarget.value })}
        />
      )}
      {children}
      <KnownNote />
    </div>
  );
}
