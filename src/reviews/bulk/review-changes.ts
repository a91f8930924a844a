import type { EntityManager } from 'typeorm';
import { termById } from '../../calendar/academic-years.js';
import { tryEach } from '../../platform/bulk/changes-of-many.js';
import { carryOver, chooseTerm, moveReview, type Occasion, setPriority } from '../change-review.js';
import { answerWindows, withdrawAnswer } from '../host-answers.js';
import { stateInWords } from '../lifecycle.js';
import { reviewByCode, type StoredReview } from '../stored-reviews.js';
import { type ReviewChange, type ReviewChangesResult } from './review-changes.schema.js';

/**
 * Many reviews changed at once. Each is tried by itself, so that one which cannot be changed says why and does not hide
 * what would become of the others; whether all are kept is for the caller to decide.
 */
export async function changeReviews(
  manager: EntityManager,
  items: readonly ReviewChange[],
  occasion: Occasion,
): Promise<ReviewChangesResult> {
  const names = await schoolNames(manager, items);
  const { undo, ...tried } = await tryEach(manager, items, (item) => {
    const school = names.get(item.review) ?? null;
    return {
      named: { review: item.review, school },
      said: async () => (school === null ? null : said(manager, item, occasion)),
      make: (inner) => changeOne(inner, item, occasion),
    };
  });
  const back = undo.filter((each) => each !== null);
  const canBeUndone = back.length > 0 && back.length === undo.length;
  return {
    ...tried,
    undo: canBeUndone ? back : null,
    whyNoUndo:
      canBeUndone || undo.length === 0
        ? null
        : 'What became of a review stays in its history: to put it right, move it again.',
  };
}

/** @returns the change that takes it back; null where none does */
async function changeOne(
  manager: EntityManager,
  { review: code, version, change }: ReviewChange,
  occasion: Occasion,
): Promise<ReviewChange | null> {
  const from = { ...occasion, version };
  const before = await reviewByCode(manager, occasion.settings, occasion.today, code);
  const back = (undone: ReviewChange['change']): ReviewChange => ({
    review: code,
    version: version + 1,
    change: undone,
  });
  switch (change.kind) {
    case 'PRIORITY': {
      const override = await priorityOverride(manager, before.id);
      await setPriority(manager, code, change.override, from);
      return back({ kind: 'PRIORITY', override });
    }
    case 'HOST_ANSWER':
      if (change.answer === null) await withdrawAnswer(manager, code, from);
      else await answerWindows(manager, code, change.answer, from);
      return back({ kind: 'HOST_ANSWER', answer: before.answer });
    case 'TERM':
      await chooseTerm(manager, code, change.termId, change.on, from);
      if (before.termId === null) return null;
      return back({ kind: 'TERM', termId: before.termId, on: change.on });
    case 'MOVE': {
      const { termId, ...move } = change;
      await moveReview(manager, code, termId === undefined ? move : { ...move, termId }, from);
      return null;
    }
    case 'CARRY_OVER':
      await carryOver(manager, code, change.on, from);
      return null;
  }
}

async function priorityOverride(
  manager: EntityManager,
  reviewId: string,
): Promise<{ priority: number; reason: string } | null> {
  const [override] = await manager.query<{ priority: number; reason: string }[]>(
    'SELECT priority, reason FROM review_priority WHERE review_id = $1 AND superseded_at IS NULL',
    [reviewId],
  );
  return override ?? null;
}

async function schoolNames(
  manager: EntityManager,
  items: readonly ReviewChange[],
): Promise<Map<string, string>> {
  const rows: { code: string; name: string }[] = await manager.query(
    `SELECT r.code, s.name FROM review r JOIN school s ON s.urn = r.urn
     WHERE r.code = ANY ($1) AND r.removed_at IS NULL`,
    [items.map(({ review }) => review)],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** What the change is about, as the review stands. */
async function said(
  manager: EntityManager,
  { review: code, change }: ReviewChange,
  { settings, today }: Occasion,
): Promise<string> {
  const review = await reviewByCode(manager, settings, today, code);
  switch (change.kind) {
    case 'PRIORITY':
      return `Priority ${review.priority.value}: ${lowerFirst(review.priority.reason)}`;
    case 'HOST_ANSWER':
      return answerSaid(review.answer);
    case 'TERM':
    case 'CARRY_OVER':
    case 'MOVE':
      return stateSaid(manager, review);
  }
}

function answerSaid(answer: StoredReview['answer']): string {
  if (answer === null) return 'Windows not known';
  if (answer.anyUsable) return 'Any usable window';
  const preferred = answer.windows.filter(({ grade }) => grade === 'PREFERRED').length;
  return `${preferred} preferred, ${answer.windows.length - preferred} acceptable`;
}

async function stateSaid(manager: EntityManager, review: StoredReview): Promise<string> {
  const term = review.termId === null ? 'no term' : (await termById(manager, review.termId)).name;
  const { carriedOver } = review;
  const times = carriedOver === 1 ? 'once' : `${carriedOver} times`;
  const carried = carriedOver === 0 ? '' : `, carried over ${times}`;
  const state = stateInWords(review.state);
  return `${state.charAt(0).toUpperCase()}${state.slice(1)}, ${term}${carried}`;
}

function lowerFirst(text: string): string {
  // Names of regions keep their capital.
  return text.startsWith('The ') || text.startsWith('Set ')
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
