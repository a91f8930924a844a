import type { DraftRequest, Grade } from '../../api/lead-availability';

/** A window whose grade was pressed. */
export interface Pressed {
  readonly week: string;
  readonly window: 'MON_WED' | 'WED_FRI';
  readonly grade: Grade;
}

/** An answer while it is written. */
export interface Draft {
  /** The answer that stands, none, or an earlier one by its id. */
  readonly startFrom: string;
  /** What they say, word for word. */
  readonly said: string;
  readonly pressed: readonly Pressed[];
  /** Most reviews this term, as typed; empty: as said or as it stands. */
  readonly ceiling: string;
  /** The answer that stood when it was begun; null: none; undefined: it was not begun. */
  readonly follows: string | null | undefined;
}

export const emptyDraft: Draft = {
  startFrom: 'STANDING',
  said: '',
  pressed: [],
  ceiling: '',
  follows: undefined,
};

/** Whether there is anything in it that could be recorded. */
export function isBegun({ startFrom, said, pressed, ceiling }: Draft): boolean {
  return startFrom !== 'STANDING' || said.trim() !== '' || pressed.length > 0 || ceiling !== '';
}

/** With a window pressed, or with what was pressed there taken back. */
export function withPressed(draft: Draft, at: Omit<Pressed, 'grade'>, grade: Grade | null): Draft {
  const others = draft.pressed.filter(
    ({ week, window }) => week !== at.week || window !== at.window,
  );
  return { ...draft, pressed: grade === null ? others : [...others, { ...at, grade }] };
}

/** As the server takes it. */
export function requestOf({ startFrom, said, pressed, ceiling }: Draft): DraftRequest {
  const most = /^\d+$/u.test(ceiling.trim()) ? Number(ceiling) : undefined;
  return {
    startFrom,
    said: said.trim() === '' ? null : said.trim(),
    windows: [...pressed],
    ...(most === undefined ? {} : { ceiling: most }),
  };
}

/** What was kept of a draft, if it can still be read. */
export function draftFrom(kept: string | null): Draft {
  if (kept === null) return emptyDraft;
  try {
    const found = JSON.parse(kept) as Partial<Draft>;
    return typeof found.said === 'string' && Array.isArray(found.pressed)
      ? { ...emptyDraft, ...found }
      : emptyDraft;
  } catch {
    return emptyDraft;
  }
}
