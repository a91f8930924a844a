import type { EntityManager } from 'typeorm';
import { recordAudit } from '../audit/audit.js';
import { termsOf, yearById } from '../calendar/academic-years.js';
import { byCodePoint } from '../commitments/targets.js';
import { Refusal } from '../platform/problems/refusal.js';
import { membersWithin } from '../schools/membership.js';
import { termCalendar } from '../schools/term-calendar.js';
import { chooseTerm, refuseOtherYear, type Occasion } from './change-review.js';
import { storedReviews } from './stored-reviews.js';

/** The term that a host asked for. */
export interface AskedTerm {
  urn: string;
  termId: string;
}

/**
 * Opens the reviews of an academic year: each school that is a member on some day of it gets one review,
 * requested, with the term its host asked for. Schools that have theirs already keep it, so it can be
 * run again when members join. docs/domain.md, "The review", Due.
 *
 * @returns the references of the new reviews
 */
export async function openReviews(
  manager: EntityManager,
  academicYear: string,
  asked: readonly AskedTerm[],
  { author, today }: Pick<Occasion, 'author' | 'today'>,
): Promise<string[]> {
  const year = await yearById(manager, academicYear);
  for (const termId of new Set(asked.map((each) => each.termId))) {
    await refuseOtherYear(manager, academicYear, termId);
  }
  const members = await membersWithin(manager, { from: year.startsOn, to: year.endsOn });
  const strangers = asked.filter(({ urn }) => !members.includes(urn)).map(({ urn }) => urn);
  if (strangers.length > 0) {
    throw new Refusal(
      'NOT_A_MEMBER',
      `No member of ${academicYear}: ${strangers.join(', ')}. Record the membership first, or leave the school out.`,
    );
  }
  // Openings take turns, so that no two give out the same reference.
  await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`reviews ${academicYear}`]);
  const taken = await reviewsOfYear(manager, academicYear);
  const prefix = `QAR-${academicYear.slice(0, 4)}-`;
  let number = taken.reduce((most, { code }) => Math.max(most, numberIn(code, prefix)), 0);
  const urns = new Set(taken.filter(({ removed }) => !removed).map(({ urn }) => urn));
  const rows = members
    .filter((urn) => !urns.has(urn))
    .map((urn) => ({
      code: `${prefix}${String(++number).padStart(4, '0')}`,
      urn,
      termId: asked.find((each) => each.urn === urn)?.termId ?? null,
    }));
  await insertReviews(manager, academicYear, rows, today, author);
  await recordAudit(manager, {
    actor: author,
    action: 'reviews of the year opened',
    subject: 'academic_year',
    subjectId: academicYear,
    after: { reviews: rows.map(({ code }) => code) },
  });
  return rows.map(({ code }) => code);
}

/** Those taken off the register too: their references are not given out again. */
async function reviewsOfYear(
  manager: EntityManager,
  academicYear: string,
): Promise<{ code: string; urn: string; removed: boolean }[]> {
  return manager.query(
    'SELECT code, urn, removed_at IS NOT NULL AS removed FROM review WHERE academic_year = $1',
    [academicYear],
  );
}

function numberIn(code: string, prefix: string): number {
  const digits = code.startsWith(prefix) ? code.slice(prefix.length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : 0;
}

async function insertReviews(
  manager: EntityManager,
  academicYear: string,
  rows: readonly { code: string; urn: string; termId: string | null }[],
  today: string,
  author: string,
): Promise<void> {
  await manager.query(
    `WITH asked AS (
       SELECT code, urn, "termId" FROM jsonb_to_recordset($1::jsonb) AS r(code text, urn text, "termId" text)),
     created AS (
       INSERT INTO review (code, urn, academic_year) SELECT code, urn, $2 FROM asked RETURNING id, code)
     INSERT INTO review_state (review_id, state, term_id, valid, recorded_by)
     SELECT created.id, 'REQUESTED', asked."termId", daterange($3, NULL), $4
     FROM created JOIN asked USING (code)`,
    [JSON.stringify(rows), academicYear, today, author],
  );
}

/**
 * Gives every requested review without a term the term that is emptiest for its number of usable windows, terms
 * that have ended left out.
 *
 * @returns how many reviews each term was given
 * @throws Refusal when there is no such year
 */
export async function spreadReviews(
  manager: EntityManager,
  academicYear: string,
  occasion: Occasion,
): Promise<Record<string, number>> {
  await yearById(manager, academicYear);
  const reviews = await storedReviews(manager, occasion.settings, occasion.today, { academicYear });
  const terms = (await termsOf(manager, academicYear)).filter(
    ({ endsOn }) => endsOn >= occasion.today,
  );
  const room = new Map<string, number>();
  for (const { id } of terms) room.set(id, (await termCalendar(manager, id)).weeks.length);
  const waiting = reviews.filter(({ state, termId }) => state === 'REQUESTED' && termId === null);
  const held = (id: string): number => reviews.filter(({ termId }) => termId === id).length;
  const given = spread(
    waiting.map(({ code }) => code),
    terms.map(({ id }) => ({ id, weeks: room.get(id) ?? 0, reviews: held(id) })),
  );
  const perTerm: Record<string, number> = {};
  for (const [code, termId] of given) {
    await chooseTerm(manager, code, termId, occasion.today, { ...occasion, version: undefined });
    perTerm[termId] = (perTerm[termId] ?? 0) + 1;
  }
  return perTerm;
}

/**
 * One after another, by reference, to the term with the fewest reviews for its school weeks; ties go to the
 * earlier term. Terms without weeks get none.
 */
export function spread(
  codes: readonly string[],
  terms: readonly { id: string; weeks: number; reviews: number }[],
): Map<string, string> {
  const open = terms.filter(({ weeks }) => weeks > 0).map((term) => ({ ...term }));
  const given = new Map<string, string>();
  for (const code of [...codes].sort(byCodePoint)) {
    const [first, ...others] = open;
    if (first === undefined) break;
    // Whole numbers: (reviews + 1) ÷ weeks is compared across.
    const emptiest = others.reduce(
      (best, term) =>
        (term.reviews + 1) * best.weeks < (best.reviews + 1) * term.weeks ? term : best,
      first,
    );
    emptiest.reviews += 1;
    given.set(code, emptiest.id);
  }
  return given;
}
