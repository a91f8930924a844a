/** How a column's values are read, compared and written: text, whole numbers, civil dates, lists of words. */
export const COLUMN_KINDS = ['TEXT', 'NUMBER', 'DATE', 'LIST'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** A value of a register as people read it; null: nothing is known. */
export type CellValue = string | number | readonly string[] | null;

/** A column of a register. The screen and the file that is downloaded show it under the same heading. */
export interface RegisterColumn<Key extends string = string> {
  key: Key;
  heading: string;
  kind: ColumnKind;
  /** Few values that come again: it is filtered by choosing among them. Others are filtered by part of their text, or a range. */
  isChoice: boolean;
  /** Whether it is shown before anybody has chosen columns. */
  isShown: boolean;
  /** The room it needs, in characters. */
  width: number;
  /** As many digits as its numbers show after the point in a workbook; left out: none. */
  decimals?: number;
}

type Options = Partial<
  Pick<RegisterColumn, 'kind' | 'isChoice' | 'isShown' | 'width' | 'decimals'>
>;

const USUAL_WIDTH = { TEXT: 24, NUMBER: 12, DATE: 16, LIST: 24 } as const;

/** A column shown from the first and filtered by part of its text, where nothing else is said. */
export function column<const Key extends string>(
  key: Key,
  heading: string,
  { kind = 'TEXT', isChoice = false, isShown = true, width, decimals }: Options = {},
): RegisterColumn<Key> {
  const room = width ?? USUAL_WIDTH[kind];
  const digits = decimals === undefined ? {} : { decimals };
  return { key, heading, kind, isChoice, isShown, width: room, ...digits };
}

/** Options of a column that is filtered by choosing. */
export const CHOICE = { isChoice: true } as const;
/** Options of a column that people ask for when they need it. */
export const HIDDEN = { isShown: false } as const;
/** Options of a column of amounts in pounds: with their pence. */
export const POUNDS = { kind: 'NUMBER', decimals: 2 } as const;
