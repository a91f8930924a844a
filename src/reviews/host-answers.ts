import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { slotInWords } from '../calendar/words.js';
import { Refusal } from '../platform/problems/refusal.js';
import { termCalendar } from '../schools/term-calendar.js';
import { holdReview, type Occasion } from './change-review.js';
import { type HostAnswer } from './stored-reviews.js';

/**
 * Records the host's answer for the term its review belongs to; an earlier answer is superseded as a whole.
 * What is not graded is not accepted. docs/domain.md, "The review", Windows.
 *
 * @throws Refusal when the review has no term, or a window cannot be used at the school, naming each and why
 */
export async function answerWindows(
  manager: EntityManager,
  code: string,
  answer: HostAnswer,
  occasion: Occasion,
): Promise<void> {
  const review = await holdReview(manager, code, occasion);
  if (review.termId === null) {
    throw new Refusal('NO_TERM', `No term is chosen for the review ${code}. Choose one first.`);
  }
  if (answer.anyUsable && answer.windows.length > 0) {
    throw new Refusal(
      'ANSWER_UNCLEAR',
      'Either any usable window is acceptable, or name the windows.',
    );
  }
  await refuseUnusable(manager, review.termId, review.urn, answer);
  await supersede(manager, review.id, review.termId, occasion.author);
  const [stored]: { id: string }[] = await manager.query(
    `INSERT INTO host_answer (review_id, term_id, answered_on, any_usable, recorded_by)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [review.id, review.termId, answer.answeredOn, answer.anyUsable, occasion.author],
  );
  await manager.query(
    `INSERT INTO host_window (answer_id, week, review_window, grade)
     SELECT $1, week, "window", grade
     FROM jsonb_to_recordset($2::jsonb) AS w(week date, "window" text, grade text)`,
    [stored?.id, JSON.stringify(answer.windows)],
  );
  await trace(manager, 'host windows answered', code, answer, occasion);
}

/** Takes the host's answer for the present term back: its windows are not known any more. */
export async function withdrawAnswer(
  manager: EntityManager,
  code: string,
  occasion: Occasion,
): Promise<void> {
  const review = await holdReview(manager, code, occasion);
  if (review.termId === null || review.answer === null) {
    throw new Refusal('NOT_FOUND', `The host of the review ${code} has not answered.`);
  }
  await supersede(manager, review.id, review.termId, occasion.author);
  await trace(manager, 'host windows withdrawn', code, null, occasion);
}

async function supersede(
  manager: EntityManager,
  reviewId: string,
  termId: string,
  author: string,
): Promise<void> {
  await manager.query(
    `UPDATE host_answer SET superseded_at = clock_timestamp(), superseded_by = $3
     WHERE review_id = $1 AND term_id = $2 AND superseded_at IS NULL`,
    [reviewId, termId, author],
  );
}

async function refuseUnusable(
  manager: EntityManager,
  termId: string,
  urn: string,
  answer: HostAnswer,
): Promise<void> {
  if (answer.windows.length === 0) return;
  const calendar = await termCalendar(manager, termId);
  const known = new Map(
    calendar.windowsOf(urn).map((each) => [`${each.week} ${each.window}`, each.reason]),
  );
  const seen = new Set<string>();
  const faults = answer.windows.flatMap(({ week, window }, i) => {
    const key = `${week} ${window}`;
    const reason = known.has(key) ? known.get(key) : `Not in ${calendar.term.name}`;
    const twice = seen.has(key) ? 'This window is named twice' : null;
    seen.add(key);
    const why = reason ?? twice;
    if (why === null) return [];
    const message = known.has(key) ? `${slotInWords(week, window)}: ${why}` : `${key}: ${why}`;
    return [{ pointer: `#/windows/${i}`, field: `windows, item ${i + 1}`, message }];
  });
  if (faults.length > 0) {
    throw new Refusal(
      'WINDOW_NOT_USABLE',
      `The school cannot be reviewed in ${faults.length === 1 ? 'one window' : `${faults.length} windows`}: ${faults.map(({ message }) => message).join('. ')}. Take ${faults.length === 1 ? 'it' : 'them'} out.`,
      422,
      faults,
    );
  }
}

async function trace(
  manager: EntityManager,
  action: string,
  code: string,
  after: HostAnswer | null,
  { author }: Occasion,
): Promise<void> {
  await recordAudit(manager, { actor: author, action, subject: 'review', subjectId: code, after });
}
