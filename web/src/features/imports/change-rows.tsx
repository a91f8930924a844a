import { type ChangeFilter, type ImportChange, importChangesQuery } from '../../api/imports';
import { Loaded } from '../../parts/loaded';
import { Tag } from '../../parts/tag';
import { RowList } from './row-list';
import classes from './import-rows.module.css';

export interface ChangeRowsProps {
  readonly id: string;
  readonly filter: ChangeFilter;
  readonly titles: ReadonlyMap<string, string>;
}

/** What would be added, changed and removed, field by field. */
export function ChangeRows({ id, filter, titles }: ChangeRowsProps) {
  return (
    <Loaded query={importChangesQuery(id, filter)} what="the changes">
      {(page) => (
        <RowList
          id={id}
          page={page}
          from={filter.from ?? 0}
          titles={titles}
          what={['change', 'changes']}
          none="No change is like this. Choose something else above."
          keyOf={({ position }) => String(position)}
        >
          {(change) => <ChangeRow change={change} />}
        </RowList>
      )}
    </Loaded>
  );
}

const actions = {
  create: { tone: 'ok', words: 'Added' },
  update: { tone: 'warn', words: 'Changed' },
  remove: { tone: 'gap', words: 'Removed' },
} as const;

/** So many fields are read at a glance; the others are a click away. */
const FEW = 8;

function ChangeRow({ change }: { change: ImportChange }) {
  const { tone, words } = actions[change.action];
  const { fields } = change;
  const [first, rest] = [fields.slice(0, FEW), fields.slice(FEW)];
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <b>{change.name}</b>
        {change.name !== change.key && <span className={classes.key}>{change.key}</span>}
        <Tag tone={tone}>{words}</Tag>
      </div>
      <div className={classes.what}>
        <Fields change={change} fields={first} />
        {rest.length > 0 && (
          <details>
            <summary>
              {rest.length} more {rest.length === 1 ? 'field' : 'fields'}
            </summary>
            <Fields change={change} fields={rest} />
          </details>
        )}
      </div>
    </li>
  );
}

function Fields({ change, fields }: { change: ImportChange; fields: ImportChange['fields'] }) {
  return (
    <dl className={classes.fields}>
      {fields.map(({ column, before, after }) => (
        <div key={column}>
          <dt>{column}</dt>
          <dd>
            {change.action !== 'create' && (
              <>
                <span className="sr">was </span>
                <del>{before}</del>
              </>
            )}
            {change.action === 'update' && (
              <>
                <span aria-hidden> → </span>
                <span className="sr">, becomes </span>
              </>
            )}
            {change.action !== 'remove' && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
