import { comparable } from './cell-text.js';
import { type Column } from './columns/column.js';
import { type Cell } from './reading/table.js';
import { type RecordKind } from './record-kind.js';

/** The column that, filled with Yes, takes the row's record away. */
export const REMOVE = 'Remove';

/** The column in which a downloaded list of refused rows says what to mend; it is never read. */
export const WHAT_TO_MEND = 'What to mend';

/** Stands for none of our headings: the column is left out. */
export const LEFT_OUT = '';

/** Our heading for each of the file's own headings, both as written; {@link LEFT_OUT} for none. */
export type Mapping = Readonly<Record<string, string>>;

/** Which column of the file holds which of ours; positions from 0. */
export interface MappedColumns {
  positions: ReadonlyMap<string, number>;
  /** The file's headings that were not taken. */
  unused: string[];
  /** Our required columns that were not found. */
  missing: string[];
  /** Headings of the file that stand for the same column of ours. */
  doubled: { heading: string; theirs: string[] }[];
}

/** A heading row's cells as text; empty cells are ''. */
export function headingTexts(row: readonly Cell[]): string[] {
  return row.map((cell) => (cell === null ? '' : String(cell).trim()));
}

/** A file's layout, by which a remembered mapping is found again. */
export function layoutOf(headings: readonly string[]): string[] {
  return headings.map(comparable).filter((heading) => heading !== '');
}

/**
 * Finds our columns among the file's headings: by the user's mapping first, then by our own
 * headings, then by synonyms. Never by mere likeness: that is only suggested.
 */
export function mapColumns(
  kind: RecordKind,
  headings: readonly string[],
  mapping: Mapping = {},
): MappedColumns {
  const chosen = new Map(
    Object.entries(mapping).map(([theirs, ours]) => [comparable(theirs), ours]),
  );
  const taken = new Map<string, number[]>();
  const claim = (heading: string, position: number): void => {
    taken.set(heading, [...(taken.get(heading) ?? []), position]);
  };
  const free = new Set(headings.keys());
  const rounds: ((text: string) => string | undefined)[] = [
    (text) => chosen.get(text),
    (text) => ownHeadings(kind).find((heading) => comparable(heading) === text),
    (text) => kind.columns.find((column) => isSynonym(column, text))?.heading,
  ];
  rounds.forEach((round) => {
    const before = new Set(taken.keys());
    for (const position of [...free]) {
      const text = comparable(headings[position] ?? '');
      if (chosen.get(text) === LEFT_OUT || text === comparable(WHAT_TO_MEND)) continue;
      const ours = text === '' ? undefined : round(text);
      if (ours === undefined || before.has(ours)) continue;
      claim(ours, position);
      free.delete(position);
    }
  });
  return result(kind, headings, taken, free);
}

function result(
  kind: RecordKind,
  headings: readonly string[],
  taken: ReadonlyMap<string, number[]>,
  free: ReadonlySet<number>,
): MappedColumns {
  return {
    positions: new Map([...taken].map(([heading, [position = 0]]) => [heading, position])),
    unused: [...free]
      .map((position) => headings[position] ?? '')
      .filter((text) => text !== '' && text !== WHAT_TO_MEND),
    missing: kind.columns
      .filter((column) => column.key && column.required && !taken.has(column.heading))
      .map((column) => column.heading),
    doubled: [...taken]
      .filter(([, positions]) => positions.length > 1)
      .map(([heading, positions]) => ({
        heading,
        theirs: positions.map((position) => headings[position] ?? ''),
      })),
  };
}

function ownHeadings(kind: RecordKind): string[] {
  return [...kind.columns.map((column) => column.heading), REMOVE];
}

function isSynonym(column: Column, text: string): boolean {
  return column.synonyms?.some((synonym) => comparable(synonym) === text) ?? false;
}

/** The file's heading most like ours, where one is alike enough to suggest. */
export function suggestionFor(heading: string, theirs: readonly string[]): string | undefined {
  const scored = theirs
    .map((text) => ({ text, score: likeness(comparable(heading), comparable(text)) }))
    .sort((one, other) => other.score - one.score);
  return scored[0] && scored[0].score >= 0.45 ? scored[0].text : undefined;
}

/** Dice's coefficient over pairs of letters: 1 for the same text, 0 for nothing in common. */
function likeness(one: string, other: string): number {
  const [pairs, others] = [letterPairs(one), letterPairs(other)];
  const shared = pairs.filter((pair) => others.includes(pair)).length;
  return pairs.length + others.length === 0 ? 0 : (2 * shared) / (pairs.length + others.length);
}

function letterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
