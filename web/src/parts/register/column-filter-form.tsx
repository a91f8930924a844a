import { Button, Checkbox, TextInput } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import type { RegisterColumn } from '../../api/registers';
import classes from './register.module.css';
import {
  type CellValue,
  type ColumnFilter,
  compareValues,
  NOTHING,
  plain,
  readFilter,
  type RegisterSearch,
  slug,
  withFields,
  wordsOf,
  writtenFilter,
} from './register-state';
import { TypedText } from './typed-text';
import type { SetSearch } from './use-register';

export interface ColumnFilterFormProps {
  readonly column: RegisterColumn;
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
  /** What stands in the column, row by row. */
  readonly values: readonly CellValue[];
}

/** The filter of one column: what comes in it to choose from, part of its text, or from and to. It works at once. */
export function ColumnFilterForm({ column, search, setSearch, values }: ColumnFilterFormProps) {
  const filter = readFilter(column, search);
  const set = (next: ColumnFilter | undefined) =>
    setSearch(withFields(search, { [column.key]: writtenFilter(next) }));
  return (
    <div className={classes.filter}>
      {column.isChoice ? (
        <Choices column={column} filter={filter} set={set} values={values} />
      ) : column.kind === 'TEXT' || column.kind === 'LIST' ? (
        <TypedText
          label={`${column.heading} has`}
          value={filter?.kind === 'TEXT' ? filter.text : ''}
          onTyped={(text) => set({ kind: 'TEXT', text })}
          data-autofocus
        />
      ) : (
        <Range column={column} filter={filter} set={set} hasUnknown={values.includes(null)} />
      )}
      {filter !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={() => set(undefined)}>
          Take out this filter
        </Button>
      )}
    </div>
  );
}

interface PartProps {
  readonly column: RegisterColumn;
  readonly filter: ColumnFilter | undefined;
  readonly set: (next: ColumnFilter | undefined) => void;
}

/** So many choices are looked over at once; with more there is a field to find one. */
const FEW = 12;

function Choices({
  column,
  filter,
  set,
  values,
}: PartProps & Pick<ColumnFilterFormProps, 'values'>) {
  const [find, setFind] = useState('');
  const choices = useMemo(() => counted(values), [values]);
  const chosen = filter?.kind === 'CHOICE' ? filter.slugs : [];
  const shown = choices.filter(({ words }) => plain(words).includes(plain(find)));
  const toggle = (each: string, isChosen: boolean) =>
    set({
      kind: 'CHOICE',
      slugs: isChosen ? [...chosen, each] : chosen.filter((other) => other !== each),
    });
  const legend = useId();
  return (
    <fieldset className={classes.choices} aria-labelledby={legend}>
      <span id={legend}>{column.heading}</span>
      {choices.length > FEW && (
        <TextInput
          size="xs"
          aria-label={`Find in ${column.heading}`}
          placeholder="Find"
          value={find}
          onChange={({ currentTarget }) => setFind(currentTarget.value)}
          data-autofocus
        />
      )}
      <div className={classes.choiceList}>
        {shown.map(({ words, each, count }) => (
          <Checkbox
            key={each}
            size="sm"
            label={
              <>
                {words} <span className={classes.quiet}>({count})</span>
              </>
            }
            checked={chosen.includes(each)}
            onChange={({ currentTarget }) => toggle(each, currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What comes in a column, in order, with how often; what is not known last. */
function counted(values: readonly CellValue[]): { words: string; each: string; count: number }[] {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const value of values) {
    const words = wordsOf(value);
    if (words.length === 0) unknown += 1;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const known = [...counts]
    .sort(([one], [other]) => compareValues(one, other))
    .map(([words, count]) => ({ words, each: slug(words), count }));
  return unknown === 0 ? known : [...known, { words: 'Not known', each: NOTHING, count: unknown }];
}

function Range({ column, filter, set, hasUnknown }: PartProps & { hasUnknown: boolean }) {
  const { from, to } = filter?.kind === 'RANGE' ? filter : { from: '', to: '' };
  const type = column.kind === 'DATE' ? 'date' : 'number';
  const isNothing = filter?.kind === 'NOTHING';
  return (
    <>
      <TypedText
        type={type}
        label={column.kind === 'DATE' ? 'From' : 'At least'}
        value={from}
        disabled={isNothing}
        onTyped={(end) => set({ kind: 'RANGE', from: end, to })}
        data-autofocus
      />
      <TypedText
        type={type}
        label={column.kind === 'DATE' ? 'Until' : 'At most'}
        value={to}
        disabled={isNothing}
        onTyped={(end) => set({ kind: 'RANGE', from, to: end })}
      />
      {(hasUnknown || isNothing) && (
        <Checkbox
          size="sm"
          label="Only where it is not known"
          checked={isNothing}
          onChange={({ currentTarget }) =>
            set(currentTarget.checked ? { kind: 'NOTHING' } : undefined)
          }
        />
      )}
    </>
  );
}
