import { importRefusedQuery, type RowFilter } from '../../api/imports';
import { Loaded } from '../../parts/loaded';
import { RowList } from './row-list';
import classes from './import-rows.module.css';

export interface RefusedRowsProps {
  readonly id: string;
  readonly filter: RowFilter;
  readonly titles: ReadonlyMap<string, string>;
  /** Whether the file has several sheets, so that a row’s sheet must be said. */
  readonly hasSheets: boolean;
}

/** Rows that cannot be taken as they are: where, what stands there, and what to do. */
export function RefusedRows({ id, filter, titles, hasSheets }: RefusedRowsProps) {
  return (
    <Loaded query={importRefusedQuery(id, filter)} what="the rows to mend">
      {(page) => (
        <RowList
          id={id}
          page={page}
          from={filter.from ?? 0}
          titles={titles}
          what={['row to mend', 'rows to mend']}
          none="No row to mend is like this."
          keyOf={({ sheet, row }) => `${sheet} ${String(row)}`}
        >
          {({ sheet, row, name, faults }) => (
            <li className={classes.row}>
              <div className={classes.who}>
                <b>{name === '' ? `Row ${String(row)}` : name}</b>
                <span className={classes.key}>
                  {name !== '' && `Row ${String(row)}`}
                  {hasSheets && ` of ${sheet}`}
                </span>
              </div>
              <ul className={classes.faults}>
                {faults.map(({ column, value, message }, index) => (
                  <li key={`${column ?? ''} ${String(index)}`}>
                    <p>
                      <b>{column ?? 'The row'}</b>
                      {value !== '' && <span className={classes.value}>{value}</span>}
                    </p>
                    <p>{message}</p>
                  </li>
                ))}
              </ul>
            </li>
          )}
        </RowList>
      )}
    </Loaded>
  );
}
