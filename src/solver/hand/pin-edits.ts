import type { Pin, Problem, SeatRow } from '../problem.js';
import { rowAfter, type Edit } from './edits.js';

/**
 * The problem with its pins after the edits, one after another: a pinned review stays as it stood when
 * it was pinned. A pin that is there already stays as it is; the same problem comes back where no edit
 * is about pins. Whoever pins a review that has no lead asks for one, which only another edit can give.
 *
 * @param rows as they are before the edits, one a review
 */
export function pinsAfter(
  problem: Problem,
  rows: readonly SeatRow[],
  edits: readonly Edit[],
): Problem {
  if (!edits.some(isAboutPins)) return problem;
  const rowsByReview = new Map(rows.map((row) => [row.review, row]));
  const newLeads = new Set(problem.leads.filter(({ isNew }) => isNew).map(({ id }) => id));
  let { pins } = problem;
  for (const edit of edits) {
    const { review } = edit;
    const row = rowsByReview.get(review);
    if (row === undefined) continue;
    if (edit.kind === 'UNPIN') pins = pins.filter((pin) => pin.review !== review);
    else if (edit.kind !== 'PIN') {
      rowsByReview.set(
        review,
        rowAfter(row, edit, (person) => newLeads.has(person)),
      );
    } else if (!pins.some((pin) => pin.review === review)) pins = [...pins, pinOfRow(row)];
  }
  return { ...problem, pins };
}

/** Pins a review to what its row names. */
export function pinOfRow({ review, lead, qualityAssurer, shadow, week, window }: SeatRow): Pin {
  return {
    review,
    ...(lead === null ? {} : { lead }),
    ...(qualityAssurer === null ? {} : { qualityAssurer }),
    ...(shadow === null ? {} : { shadow }),
    ...(week === null || window === null ? {} : { week, window }),
  };
}

function isAboutPins({ kind }: Edit): boolean {
  return kind === 'PIN' || kind === 'UNPIN';
}
