import { Accordion, Button, Drawer, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import type { RegisterColumn } from '../../api/registers';
import { ColumnFilterForm } from './column-filter-form';
import classes from './register.module.css';
import { type CellValue, readFilter, type RegisterSearch, withFields } from './register-state';
import type { SetSearch } from './use-register';

export interface FiltersDrawerProps {
  readonly columns: readonly RegisterColumn[];
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
  readonly values: (key: string) => readonly CellValue[];
  readonly count: string;
  readonly isNarrow: boolean;
}

/** All filters in one place, those of columns that are not shown too; on narrow screens the order as well. */
export function FiltersDrawer(props: FiltersDrawerProps) {
  const { columns, search, setSearch, values, count, isNarrow } = props;
  const [isOpen, { open, close }] = useDisclosure(false);
  const used = columns.filter((column) => readFilter(column, search) !== undefined);
  return (
    <>
      <Button leftSection={<IconFilter size={16} aria-hidden />} onClick={open}>
        {isNarrow ? 'Filter and order' : 'Filters'}
        {used.length > 0 && ` (${String(used.length)})`}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="right"
        title="Filters"
        size="sm"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {isOpen && (
          <div className={classes.filter}>
            <p aria-live="off">
              <b>{count}</b>
            </p>
            <NativeSelect
              label="Order by"
              value={search.sort?.includes(',') === true ? '' : (search.sort ?? '')}
              onChange={({ currentTarget }) =>
                setSearch(withFields(search, { sort: currentTarget.value }))
              }
            >
              <option value="">The usual order</option>
              {columns.flatMap(({ key, heading, kind }) => [
                <option key={key} value={key}>
                  {heading}
                  {kind === 'TEXT' || kind === 'LIST' ? '' : ', least first'}
                </option>,
                <option key={`-${key}`} value={`-${key}`}>
                  {heading}
                  {kind === 'TEXT' || kind === 'LIST' ? ', Z to A' : ', most first'}
                </option>,
              ])}
            </NativeSelect>
            <Accordion multiple defaultValue={used.map(({ key }) => key)} variant="contained">
              {columns.map((column) => (
                <Accordion.Item key={column.key} value={column.key}>
                  <Accordion.Control>
                    {column.heading}
                    {used.includes(column) && <b> (filtered)</b>}
                  </Accordion.Control>
                  <Accordion.Panel>
                    <ColumnFilterForm
                      column={column}
                      search={search}
                      setSearch={setSearch}
                      values={values(column.key)}
                    />
                  </Accordion.Panel>
                </Accordion.Item>
              ))}
            </Accordion>
            <Button variant="filled" onClick={close}>
              Show {count}
            </Button>
          </div>
        )}
      </Drawer>
    </>
  );
}
