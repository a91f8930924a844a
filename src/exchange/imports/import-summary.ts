import { sameValue } from '../columns/column.js';
import { type KindDiff } from '../diff.js';
import { type Change, type RecordKind } from '../record-kind.js';
import { digestOf } from './import-diff.js';
import { type RefusedRow } from './set-aside.js';
import { type ImportSummary } from './stored-imports.js';

/** How much files would change, kind by kind, and what people should know. */
export function summaryOf(
  diffs: readonly KindDiff[],
  notes: string[],
  refused: readonly RefusedRow[],
): ImportSummary {
  const count = (changes: readonly Change[], action: Change['action']): number =>
    changes.filter((change) => change.action === action).length;
  return {
    kinds: diffs.map(({ kind, changes, unchanged }) => ({
      kind: kind.name,
      title: kind.title,
      created: count(changes, 'create'),
      updated: count(changes, 'update'),
      removed: count(changes, 'remove'),
      unchanged: unchanged.length,
      implied: changes.filter((change) => change.implied).length,
      refused: refused.filter((row) => row.kind === kind.name).length,
      fields: changedFields(kind, changes),
    })),
    notes,
    digest: digestOf(diffs),
  };
}

function changedFields(
  kind: RecordKind,
  changes: readonly Change[],
): { column: string; count: number }[] {
  const updates = changes.filter(({ action }) => action === 'update');
  return kind.columns
    .map(({ heading }) => ({
      column: heading,
      count: updates.filter(({ before, after }) => !sameValue(before?.[heading], after?.[heading]))
        .length,
    }))
    .filter(({ count }) => count > 0);
}
