import { dateInWords } from '../../calendar/words.js';
import { civilDate } from '../columns/civil-dates.js';
import { type Column, type Value } from '../columns/column.js';
import { valueInWords } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';
import { type ChangePage, type ImportView } from './import.schema.js';
import { type RecordNames } from './record-names.js';
import { type KindSummary, type StoredChange, type StoredImport } from './stored-imports.js';

/** Imports and their rows as the API shows them. */

export function importView(stored: StoredImport): ImportView {
  const { id, fileName, sha256, state, summary, recordedBy } = stored;
  return {
    id,
    fileName,
    sha256,
    state,
    kinds: summary.kinds.map(whole),
    notes: summary.notes,
    recordedBy,
    recordedAt: stored.recordedAt.toISOString(),
    appliedAt: stored.appliedAt?.toISOString() ?? null,
    appliedBy: stored.appliedBy,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
    undoneBy: stored.undoneBy,
    inWords: inWords(summary.kinds),
    totals: totalsOf(summary.kinds.map(whole)),
    fileId: stored.fileId,
    choices:
      stored.choices?.map((choice) => ({ ...choice, mapping: { ...choice.mapping } })) ?? null,
  };
}

/** With what imports of before have not. */
function whole(kind: KindSummary): ImportView['kinds'][number] {
  return { ...kind, refused: kind.refused ?? 0, fields: kind.fields ?? [] };
}

function totalsOf(kinds: ImportView['kinds']): ImportView['totals'] {
  const sum = (count: 'created' | 'updated' | 'removed' | 'unchanged' | 'implied' | 'refused') =>
    kinds.reduce((total, kind) => total + kind[count], 0);
  const [created, updated, removed] = [sum('created'), sum('updated'), sum('removed')];
  return {
    changes: created + updated + removed,
    created,
    updated,
    removed,
    unchanged: sum('unchanged'),
    implied: sum('implied'),
    refused: sum('refused'),
  };
}

/** "Schools: 2 added, 1 changed. Memberships: 2 added" */
function inWords(kinds: readonly KindSummary[]): string {
  const said = kinds.flatMap(({ title, created, updated, removed }) => {
    const counts = [
      [created, 'added'],
      [updated, 'changed'],
      [removed, 'removed'],
    ] as const;
    const parts = counts.flatMap(([count, word]) =>
      count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${word}`],
    );
    return parts.length === 0 ? [] : [`${title}: ${parts.join(', ')}`];
  });
  return said.length === 0 ? 'Nothing changes' : said.join('. ');
}

/** A change as people read it: names, and dates in words. */
export function changeView(change: StoredChange, names: RecordNames): ChangePage['items'][number] {
  const { position, kind, key } = change;
  return {
    position,
    kind,
    key,
    name: names.nameOf(change),
    action: actionOf(change),
    fields: changedFields(change, readable),
  };
}

export function actionOf({ before, after }: StoredChange): 'create' | 'update' | 'remove' {
  if (before === null) return 'create';
  return after === null ? 'remove' : 'update';
}

/** The columns that change, in the order of the sheet; values as they stand on it unless said otherwise. */
export function changedFields(
  { kind, before, after }: StoredChange,
  format: (column: Column, value: Exclude<Value, null>) => string = asOnSheet,
): { column: string; before: string; after: string }[] {
  const columns = kindNamed(kind)?.columns ?? [];
  const shown = (row: StoredChange['before'], column: Column): string => {
    const value = row?.[column.heading] ?? null;
    if (value === null || (Array.isArray(value) && value.length === 0)) return '–';
    return format(column, value);
  };
  return columns
    .filter(
      ({ heading }) =>
        valueInWords(before?.[heading] ?? null) !== valueInWords(after?.[heading] ?? null),
    )
    .map((column) => ({
      column: column.heading,
      before: shown(before, column),
      after: shown(after, column),
    }));
}

function asOnSheet(column: Column, value: Exclude<Value, null>): string {
  return String(column.type.format(value));
}

function readable(column: Column, value: Exclude<Value, null>): string {
  const isDate = column.type === civilDate && typeof value === 'string';
  return isDate ? dateInWords(value) : asOnSheet(column, value);
}
