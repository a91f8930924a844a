import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { RegisterColumn } from '../../api/registers';
import { announce } from '../announcer';
import classes from './register.module.css';
import { readColumns, type RegisterSearch, withFields, writtenColumns } from './register-state';
import type { SetSearch } from './use-register';

export interface ColumnsMenuProps {
  readonly columns: readonly RegisterColumn[];
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
}

/** Which columns are shown; the first always is. */
export function ColumnsMenu({ columns, search, setSearch }: ColumnsMenuProps) {
  const shown = readColumns(columns, search).map(({ key }) => key);
  const set = (keys: readonly string[]) =>
    setSearch(withFields(search, { columns: writtenColumns(columns, keys) }));
  const toggle = ({ key, heading }: RegisterColumn, isShown: boolean) => {
    announce(`${heading} ${isShown ? 'is shown' : 'is not shown any more'}.`);
    set(isShown ? [...shown, key] : shown.filter((each) => each !== key));
  };
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={16} aria-hidden />}>Columns</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <div className={classes.filter}>
          <div className={classes.choiceList} role="group" aria-label="Columns that are shown">
            {columns.slice(1).map((column) => (
              <Checkbox
                key={column.key}
                label={column.heading}
                checked={shown.includes(column.key)}
                onChange={({ currentTarget }) => toggle(column, currentTarget.checked)}
              />
            ))}
          </div>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={search.columns === undefined}
            onClick={() => {
              announce('The usual columns are shown.');
              setSearch(withFields(search, { columns: undefined }));
            }}
          >
            The usual columns
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
