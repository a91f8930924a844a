import { Button, NativeSelect } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ImportSheet, RecordKind } from '../../api/imports';
import { Tag } from '../../parts/tag';
import classes from './file-check.module.css';

type Column = ImportSheet['columns'][number];

const sources: Readonly<Record<Column['source'], string>> = {
  SAME_NAME: 'Same name',
  OTHER_NAME: 'Another name for it',
  REMEMBERED: 'As you chose last time',
  LEFT_OUT: 'Left out last time',
  NOT_KNOWN: 'Not known',
};

export interface ColumnRowsProps {
  readonly found: ImportSheet;
  readonly record: RecordKind;
  readonly corrections: Readonly<Record<string, string>>;
  readonly onColumn: (theirs: string, ours: string) => void;
}

/** The columns of a sheet with examples of what stands in them, each with the column of ours that it is. */
export function ColumnRows({ found, record, corrections, onColumn }: ColumnRowsProps) {
  const oursOf = (column: Column) => corrections[column.heading] ?? column.ours ?? '';
  const taken = new Set(found.columns.map(oursOf));
  const missing = found.missing.filter(({ heading }) => !taken.has(heading));
  return (
    <>
      {missing.map(({ heading, like }) => (
        <div key={heading} className={classes.missing} role="note">
          <IconAlertTriangle size={18} aria-hidden />
          <p>
            <b>{heading}</b> is needed and was not found.{' '}
            {like === null ? 'Choose below which column it is.' : `Is it the column “${like}”?`}
          </p>
          {like !== null && (
            <Button size="xs" onClick={() => onColumn(like, heading)}>
              Yes, use “{like}”
            </Button>
          )}
        </div>
      ))}
      <ul className={classes.columns}>
        <li className={classes.columnsHead} aria-hidden>
          <span>Column of your file</span>
          <span>For example</span>
          <span>Which of ours it is</span>
        </li>
        {found.columns.map((column, index) => (
          <ColumnRow
            key={`${column.heading} ${String(index)}`}
            column={column}
            record={record}
            ours={oursOf(column)}
            isCorrected={column.heading in corrections}
            onColumn={onColumn}
          />
        ))}
      </ul>
    </>
  );
}

interface ColumnRowProps extends Pick<ColumnRowsProps, 'record' | 'onColumn'> {
  readonly column: Column;
  /** Our heading; empty: not used. */
  readonly ours: string;
  readonly isCorrected: boolean;
}

function ColumnRow({ column, record, ours, isCorrected, onColumn }: ColumnRowProps) {
  const { heading, firstValues, source } = column;
  const known = record.columns.find((each) => each.heading === ours);
  return (
    <li className={classes.column} data-unused={ours === ''}>
      <div className={classes.theirs}>
        <b>{heading}</b>
        <Tag tone={isCorrected ? 'priority' : ours === '' ? 'plain' : 'ok'}>
          {isCorrected ? 'You chose' : ours === '' ? 'Not used' : sources[source]}
        </Tag>
      </div>
      <p className={classes.values}>
        {firstValues.length === 0 ? (
          <span className={classes.quiet}>Nothing in the first rows</span>
        ) : (
          firstValues.map((value) => <span key={value}>{value}</span>)
        )}
      </p>
      <NativeSelect
        aria-label={`Which of our columns “${heading}” is`}
        description={known === undefined ? undefined : `${known.note} ${known.accepts}`}
        inputWrapperOrder={['input', 'description']}
        value={ours}
        onChange={({ currentTarget }) => onColumn(heading, currentTarget.value)}
      >
        <option value="">Not used</option>
        {record.columns.map((each) => (
          <option key={each.heading} value={each.heading}>
            {each.heading}
            {each.isRequired ? ' (needed)' : ''}
          </option>
        ))}
        <option value="Remove">Remove</option>
      </NativeSelect>
    </li>
  );
}
