import { importUnchangedQuery, type RowFilter } from '../../api/imports';
import { Loaded } from '../../parts/loaded';
import { RowList } from './row-list';
import classes from './import-rows.module.css';

export interface UnchangedRowsProps {
  readonly id: string;
  readonly filter: RowFilter;
  readonly titles: ReadonlyMap<string, string>;
}

/** Records that the file names and that are so already. */
export function UnchangedRows({ id, filter, titles }: UnchangedRowsProps) {
  return (
    <Loaded query={importUnchangedQuery(id, filter)} what="what is left alone">
      {(page) => (
        <RowList
          id={id}
          page={page}
          from={filter.from ?? 0}
          titles={titles}
          what={['record left alone', 'records left alone']}
          none="No record that is left alone is like this."
          keyOf={({ kind, key }) => `${kind} ${key}`}
        >
          {({ key, name }) => (
            <li className={classes.row}>
              <div className={classes.who}>
                <b>{name}</b>
                {name !== key && <span className={classes.key}>{key}</span>}
              </div>
              <p className={classes.quiet}>Says what is so already.</p>
            </li>
          )}
        </RowList>
      )}
    </Loaded>
  );
}
