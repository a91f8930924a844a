import type { Pin, Problem, SeatRow, Slot } from '../problem.js';
import { emptyRow, emptyRows } from '../empty-rows.js';

/** One change of a plan by hand. Somebody moved from one review to another is two of them. */
export type Edit =
  /**
   * The person leads the review in the slot. A second seat that is not named stays with whoever has
   * it, in the new slot too, as far as there can be such a seat: an assurer only beside a new lead, a
   * shadow only beside an established one, and nobody twice. Null leaves the seat empty.
   */
  | ({
      kind: 'PUT';
      review: string;
      lead: string;
      qualityAssurer?: string | null | undefined;
      shadow?: string | null | undefined;
    } & Slot)
  /** Only a second seat changes hands; null leaves it empty. */
  | {
      kind: 'SEAT';
      review: string;
      seat: 'QUALITY_ASSURER' | 'SHADOW';
      person: string | null;
    }
  /** The review goes without a lead, so without anybody. */
  | { kind: 'CLEAR'; review: string }
  /** The review stays as it stands after the edits before this one: its lead, its slot, its second seats. */
  | { kind: 'PIN'; review: string }
  /** Nothing pins the review any more. */
  | { kind: 'UNPIN'; review: string };

/** The edits that make reviews so, whatever else the plan holds. */
export function editsTo(rows: readonly SeatRow[]): Edit[] {
  return rows.map(({ review, lead, week, window, qualityAssurer, shadow }) =>
    lead === null || week === null || window === null
      ? { kind: 'CLEAR', review }
      : { kind: 'PUT', review, lead, week, window, qualityAssurer, shadow },
  );
}

/** A name in an edit that the problem does not know. */
export interface UnknownName {
  /** Which of the edits, from 0, and which of its fields. */
  edit: number;
  field: 'review' | 'lead' | 'qualityAssurer' | 'shadow' | 'person';
  name: string;
}

/** Every name in the edits that the problem does not know. */
export function unknownNames(problem: Problem, edits: readonly Edit[]): UnknownName[] {
  const people = new Set(problem.leads.map(({ id }) => id));
  const reviews = new Set(problem.reviews.map(({ id }) => id));
  return edits.flatMap((edit, index) =>
    namesIn(edit).flatMap(([field, name]): UnknownName[] => {
      const isKnown = (field === 'review' ? reviews : people).has(name);
      return isKnown ? [] : [{ edit: index, field, name }];
    }),
  );
}

function namesIn(edit: Edit): [UnknownName['field'], string][] {
  const { review, ...seats } = edit;
  const named: [UnknownName['field'], string | null | undefined][] = [
    ['review', review],
    ['lead', 'lead' in seats ? seats.lead : null],
    ['qualityAssurer', 'qualityAssurer' in seats ? seats.qualityAssurer : null],
    ['shadow', 'shadow' in seats ? seats.shadow : null],
    ['person', 'person' in seats ? seats.person : null],
  ];
  return named.flatMap(([field, name]) => (typeof name === 'string' ? [[field, name]] : []));
}

/**
 * The rows after the edits, one after another; rows that no edit names are the same objects.
 *
 * @param rows one a review
 * @throws RangeError when an edit names a review that has no row (`unknownNames` finds it before)
 */
export function applyEdits(
  problem: Problem,
  rows: readonly SeatRow[],
  edits: readonly Edit[],
): SeatRow[] {
  const after = [...rows];
  const place = new Map(rows.map((row, index) => [row.review, index]));
  const newLeads = new Set(problem.leads.filter(({ isNew }) => isNew).map(({ id }) => id));
  for (const edit of edits) {
    const index = place.get(edit.review);
    const row = index === undefined ? undefined : after[index];
    if (index === undefined || row === undefined) {
      throw new RangeError(`There is no row of ${edit.review}.`);
    }
    after[index] = rowAfter(row, edit, (person) => newLeads.has(person));
  }
  return after;
}

/** What one edit makes of the review's row. */
export function rowAfter(row: SeatRow, edit: Edit, isNew: (person: string) => boolean): SeatRow {
  switch (edit.kind) {
    case 'PIN':
    case 'UNPIN':
      return row;
    case 'CLEAR':
      return emptyRow(row.review);
    case 'SEAT':
      return edit.seat === 'SHADOW'
        ? { ...row, shadow: edit.person }
        : { ...row, qualityAssurer: edit.person };
    case 'PUT': {
      const { review, week, window, lead } = edit;
      const stays = (person: string | null, canBe: boolean): string | null =>
        canBe && person !== lead ? person : null;
      const { qualityAssurer = stays(row.qualityAssurer, isNew(lead)) } = edit;
      const { shadow = stays(row.shadow, !isNew(lead)) } = edit;
      return { review, week, window, lead, qualityAssurer, shadow };
    }
  }
}

/** Whether two rows of one review seat the same people in the same slot. */
export function isSameRow(one: SeatRow, other: SeatRow): boolean {
  return (
    one.week === other.week &&
    one.window === other.window &&
    one.lead === other.lead &&
    one.qualityAssurer === other.qualityAssurer &&
    one.shadow === other.shadow
  );
}

/**
 * The plan that a plan by hand begins from: nobody anywhere but where pins name a lead and a slot.
 * Pins that name less are left to the edits.
 */
export function startingRows(problem: Problem): SeatRow[] {
  const pinned = new Map<string, Pin>();
  for (const pin of problem.pins) pinned.set(pin.review, { ...pinned.get(pin.review), ...pin });
  const edits = [...pinned.values()].flatMap(({ lead, week, window, ...named }): Edit[] =>
    lead === undefined || week === undefined || window === undefined
      ? []
      : [{ kind: 'PUT', ...named, lead, week, window }],
  );
  return applyEdits(problem, emptyRows(problem), edits);
}
