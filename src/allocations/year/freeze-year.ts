import type { EntityManager } from 'typeorm';
import { currentAnswers } from '../../availability/stored-answers.js';
import { academicYears, termsOf, yearById } from '../../calendar/academic-years.js';
import { type Term } from '../../calendar/usable-windows.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { loadSnapshot } from '../snapshot/freeze-term.js';
import { type EarlierAnswer } from './assumed-availability.js';
import { type FrozenYear, type TermAhead } from './year-input.js';
import { yearProblem } from './year-problem.js';

/** Answers older than these terms before one say little about it. */
const EARLIER_TERMS = 6;

/**
 * All that is left of a year as the registers stand today. Give a transaction of one snapshot (`REPEATABLE READ`). The same
 * database and day give the same, byte for byte once it is written.
 *
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such year, none of its terms is left, or one of them has no school week
 */
export async function freezeYear(
  manager: EntityManager,
  yearId: string,
  today: string,
): Promise<FrozenYear> {
  await yearById(manager, yearId);
  const left = (await termsOf(manager, yearId)).filter(({ endsOn }) => endsOn > today);
  if (left.length === 0) {
    throw new Refusal(
      'YEAR_IS_OVER',
      `No term of ${yearId} is left, so there is nothing to forecast.`,
    );
  }
  const all = await termsOf(manager);
  const terms: TermAhead[] = [];
  for (const term of left) {
    const { input } = await loadSnapshot(manager, term.id, { today, reviewsWithoutTerm: true });
    terms.push({ term, input, earlier: await earlierAnswers(manager, term, all) });
  }
  return yearProblem(yearId, terms);
}

/**
 * The academic year that a day lies in; between years, or before the first, the next one, and after the last that one.
 *
 * @throws Refusal when there is no year at all
 */
export async function yearOn(manager: EntityManager, today: string): Promise<string> {
  const years = await academicYears(manager);
  const year = years.find(({ endsOn }) => endsOn >= today) ?? years.at(-1);
  if (year === undefined) {
    throw new Refusal('NO_YEAR', 'There is no academic year yet. Open one first.', 404);
  }
  return year.id;
}

/** Everybody's latest answer to a term before this one. */
async function earlierAnswers(
  manager: EntityManager,
  term: Term,
  all: readonly Term[],
): Promise<Map<string, EarlierAnswer>> {
  const before = all.filter(({ startsOn }) => startsOn < term.startsOn).slice(-EARLIER_TERMS);
  const rounds = await manager.query<{ id: string; termId: string }[]>(
    `SELECT id, term_id AS "termId" FROM availability_round WHERE term_id = ANY($1)`,
    [before.map(({ id }) => id)],
  );
  const latest = new Map<string, EarlierAnswer>();
  for (const earlier of before) {
    const round = rounds.find(({ termId }) => termId === earlier.id);
    if (round === undefined) continue;
    for (const answer of await currentAnswers(manager, round.id)) {
      latest.set(answer.lead, { term: earlier, answer });
    }
  }
  return latest;
}
