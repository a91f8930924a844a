import type { Import, KindName } from '../../api/imports';
import { instantInWords } from '../../parts/instants';
import type { Tone } from '../../parts/tag';

/** Where an import stands, as people say it. */
export function stateOf({ state }: Pick<Import, 'state'>): { tone: Tone; words: string } {
  switch (state) {
    case 'DRY_RUN':
      return { tone: 'draft', words: 'Not saved' };
    case 'APPLIED':
      return { tone: 'ok', words: 'Saved' };
    case 'UNDONE':
      return { tone: 'plain', words: 'Undone' };
  }
}

/** "Saved by Ruth Ellison on 21 December 2026, 09:30" */
export function whoAndWhen(found: Import): string {
  const { appliedAt, appliedBy, undoneAt, undoneBy, recordedAt, recordedBy } = found;
  if (undoneAt !== null)
    return `Undone by ${undoneBy ?? 'somebody'} on ${instantInWords(undoneAt)}`;
  if (appliedAt !== null) {
    return `Saved by ${appliedBy ?? recordedBy} on ${instantInWords(appliedAt)}`;
  }
  return `Compared by ${recordedBy} on ${instantInWords(recordedAt)}`;
}

/** What an import is called: its file, or the first of many. */
export function titleOf({ fileName }: Pick<Import, 'fileName'>): string {
  const [first = fileName, ...others] = fileName.split(', ');
  return others.length < 2 ? fileName : `${first} and ${String(others.length)} more files`;
}

/** "1 change", "25,000 changes" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "3.2 MB" */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000).toLocaleString('en-GB')} kB`;
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}

/** The kinds chosen sheet by sheet, as the address keeps them: `0:schools,2:-`, a dash for a sheet left out. */
export type ChosenKinds = ReadonlyMap<number, KindName | null>;

/** A kind that there is not, as in an old link, is refused by the server. */
export function readKinds(text: string | undefined): ChosenKinds {
  const pairs = (text ?? '').split(',').flatMap((part) => {
    const [number, kind] = part.split(':');
    if (number === undefined || kind === undefined || !/^\d+$/u.test(number)) return [];
    return [[Number(number), kind === '-' ? null : (kind as KindName)] as const];
  });
  return new Map(pairs);
}

export function writeKinds(kinds: ChosenKinds): string | undefined {
  const parts = [...kinds].map(([number, kind]) => `${String(number)}:${kind ?? '-'}`);
  return parts.length === 0 ? undefined : parts.join(',');
}
