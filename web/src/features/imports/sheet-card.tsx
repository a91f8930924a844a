import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  type ImportSheet,
  importSheetQuery,
  type KindName,
  recordKindsQuery,
} from '../../api/imports';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Failed, Loading } from '../../parts/states';
import { ColumnRows } from './column-rows';
import { counted } from './import-words';
import classes from './file-check.module.css';

export interface SheetCardProps {
  readonly file: string;
  readonly number: number;
  readonly sheet: string;
  /** The kind that was chosen; null: left out; undefined: as recognised. */
  readonly chosen: KindName | null | undefined;
  readonly corrections: Readonly<Record<string, string>>;
  readonly onKind: (kind: KindName | null) => void;
  readonly onColumn: (theirs: string, ours: string) => void;
}

/** One sheet: what it holds, and which column of ours each of its columns is. */
export function SheetCard(props: SheetCardProps) {
  const { file, number, sheet, chosen } = props;
  const { data, error, refetch } = useQuery(importSheetQuery(file, number, chosen ?? undefined));
  return (
    <Card title={sheet} aside={data === undefined ? undefined : asideOf(data)} flush>
      {data !== undefined && <Understood {...props} found={data} />}
      {data === undefined && error !== null && (
        <Failed error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Loading what="the sheet" />}
    </Card>
  );
}

function asideOf({ isEmpty, isGias, rows, headingRow }: ImportSheet): string {
  if (isGias) return 'The Department for Education’s list of schools';
  if (isEmpty) return 'Empty';
  const where = headingRow > 1 ? `, headings in row ${String(headingRow)}` : '';
  return `${counted(rows, 'row')}${where}`;
}

function Understood({
  found,
  chosen,
  corrections,
  onKind,
  onColumn,
}: SheetCardProps & { found: ImportSheet }) {
  const { data: kinds } = useQuery(recordKindsQuery);
  if (found.isEmpty)
    return <p className={classes.note}>There is nothing in it. It is passed over.</p>;
  if (found.isGias) {
    return (
      <p className={classes.note}>
        Recognised as downloaded: its columns are known, and all schools in it are compared.
      </p>
    );
  }
  const kind = chosen === undefined ? found.kind : chosen;
  const record = kinds?.items.find((each) => each.kind === kind);
  const isLeftOut = chosen === null || (kind === null && found.isForReading);
  return (
    <>
      <div className={classes.kind}>
        <NativeSelect
          label="What it holds"
          description={record?.note}
          error={
            kind === null && !isLeftOut
              ? 'We do not recognise this sheet. Choose what it holds, or leave it out.'
              : undefined
          }
          value={isLeftOut ? '-' : (kind ?? '')}
          onChange={({ currentTarget: { value, selectedOptions } }) => {
            announce(`${found.sheet}: ${selectedOptions[0]?.text ?? ''}.`);
            onKind(kinds?.items.find((each) => each.kind === value)?.kind ?? null);
          }}
        >
          {kind === null && !isLeftOut && (
            <option value="" disabled>
              Choose…
            </option>
          )}
          {kinds?.items.map((each) => (
            <option key={each.kind} value={each.kind}>
              {each.title}
            </option>
          ))}
          <option value="-">Leave this sheet out</option>
        </NativeSelect>
      </div>
      {!isLeftOut && record !== undefined && (
        <ColumnRows found={found} record={record} corrections={corrections} onColumn={onColumn} />
      )}
    </>
  );
}
