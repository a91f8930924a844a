import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { RegisterColumn } from '../../api/registers';
import { ColumnsMenu } from './columns-menu';
import { DownloadMenu } from './download-menu';
import { FiltersDrawer } from './filters-drawer';
import classes from './register.module.css';
import type { RegisterProps } from './register';
import type { CellValue, RegisterSearch } from './register-state';
import { withFields } from './register-state';
import { orderSaid, type SaidFilter } from './register-words';
import { TypedText } from './typed-text';
import type { SetSearch } from './use-register';
import { ViewsMenu } from './views-menu';

export interface RegisterBarProps<Row extends object> extends RegisterProps<Row> {
  readonly search: RegisterSearch;
  readonly setSearch: SetSearch;
  readonly values: (key: string) => readonly CellValue[];
  readonly count: string;
  readonly said: readonly SaidFilter[];
  readonly shownColumns: readonly RegisterColumn[];
  readonly shownIds: () => readonly string[];
  readonly isNarrow: boolean;
}

/** Above the table: finding, filtering, columns, saved views, and the file of what is shown. */
export function RegisterBar<Row extends object>(props: RegisterBarProps<Row>) {
  const { name, noun, columns, search, setSearch, values, count, said, shownColumns } = props;
  const find = useRef<HTMLInputElement>(null);
  useSlash(find);
  const order = orderSaid(columns, search);
  return (
    <div className={classes.bar}>
      <TypedText
        className={classes.find}
        data-unprinted
        inputRef={find}
        type="search"
        aria-label={`Find in ${noun.many}`}
        placeholder={`Find in ${noun.many}`}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          props.isNarrow ? undefined : (
            <kbd className={classes.key} aria-hidden>
              /
            </kbd>
          )
        }
        aria-keyshortcuts="/"
        value={search.find ?? ''}
        onTyped={(text) => setSearch(withFields(search, { find: text }))}
      />
      <p className={classes.count}>
        <b>{count}</b>
        {order !== undefined && <span className={classes.order}>{order}</span>}
      </p>
      <div className={classes.tools} data-unprinted>
        <ViewsMenu
          register={name}
          columns={columns}
          search={search}
          setSearch={setSearch}
          fields={props.fields ?? []}
        />
        <FiltersDrawer
          columns={columns}
          search={search}
          setSearch={setSearch}
          values={values}
          count={count}
          isNarrow={props.isNarrow}
        />
        <ColumnsMenu columns={columns} search={search} setSearch={setSearch} />
        <DownloadMenu
          register={name}
          noun={noun}
          shownIds={props.shownIds}
          columns={shownColumns}
          chosenBy={[
            ...said.map(({ what, how }) => `${what}: ${how}`),
            ...(order === undefined ? [] : [order]),
          ]}
          of={props.of ?? {}}
        />
      </div>
    </div>
  );
}

/** "/" leads to the field, except where somebody writes. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const isWriting = target.closest('input, textarea, select, [contenteditable]') !== null;
      const isBox = target instanceof HTMLInputElement && target.type === 'checkbox';
      const isInDialog = document.querySelector('[role="dialog"]') !== null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((isWriting && !isBox) || isInDialog) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [field]);
}
