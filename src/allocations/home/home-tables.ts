import { weekInWords } from '../../calendar/words.js';
import { type Standing } from '../../solver/preflight/tables.js';
import { type Problem, type Review } from '../../solver/problem.js';
import { timeInWords } from '../summary/preflight-words.js';
import { daysBetween } from './attention/attention-line.js';
import { reviewsWithoutWindows } from './attention/school-lines.js';
import { type HomeFacts, ledRows } from './home-facts.js';

/** How a region is served by the newest plan. */
export interface RegionTile {
  region: string;
  isPriority: boolean;
  /** Due this term. */
  reviews: number;
  /** Null without a plan. */
  withLead: number | null;
  windowsNotKnown: number;
  /** `FEW`: fewer than three quarters have a lead. */
  standing: 'ALL' | 'SOME' | 'FEW' | 'NO_PLAN' | 'NO_REVIEWS';
  words: string;
}

export function regionTiles(facts: HomeFacts): RegionTile[] {
  const led = ledRows(facts.plan);
  const unknown = new Set(reviewsWithoutWindows(facts));
  return facts.regions.map(({ region, isPriority }) => {
    const due = facts.input.reviews.filter((review) => review.region === region);
    const withLead = facts.plan === null ? null : due.filter(({ code }) => led.has(code)).length;
    return {
      region,
      isPriority,
      reviews: due.length,
      withLead,
      windowsNotKnown: due.filter(({ code }) => unknown.has(code)).length,
      ...standingOf(due.length, withLead),
    };
  });
}

function standingOf(
  reviews: number,
  withLead: number | null,
): Pick<RegionTile, 'standing' | 'words'> {
  if (reviews === 0) return { standing: 'NO_REVIEWS', words: 'No reviews' };
  if (withLead === null) return { standing: 'NO_PLAN', words: 'No plan yet' };
  if (withLead === reviews) return { standing: 'ALL', words: 'All have a lead' };
  const words = `${reviews - withLead} without a lead`;
  return { standing: withLead * 4 < reviews * 3 ? 'FEW' : 'SOME', words };
}

/** Reviews of a week against the people who could lead one. */
export interface WeekColumn {
  week: string;
  name: string;
  /** Such as "Half-term", where school weeks are missing before it. */
  breakBefore: string | null;
  /** Planned to take place in it; null without a plan. */
  planned: number | null;
  /** Reviews without a lead that would have it first of all; each is counted in one week. Null without a plan. */
  waiting: number | null;
  evenShare: number;
  accepted: number;
  people: number;
  most: number;
  standing: Standing;
  /** What is wrong with it; none where nothing is. */
  words: string[];
}

export function weekColumns(facts: HomeFacts): WeekColumn[] {
  const { plan, problem } = facts;
  const rows = [...ledRows(plan).values()];
  const led = new Set(rows.map(({ review }) => review));
  const waiting = problem.reviews
    .filter(({ id }) => !led.has(id))
    .map((review) => wishedWeek(review, problem));
  return facts.preflight.weeks.map((row, index) => ({
    week: row.week,
    name: weekInWords(row.week),
    breakBefore: breakBetween(problem.weeks[index - 1], row.week),
    planned: plan === null ? null : rows.filter(({ week }) => week === row.week).length,
    waiting: plan === null ? null : waiting.filter((week) => week === row.week).length,
    evenShare: row.evenShare,
    accepted: row.accepted,
    people: row.people,
    most: row.most,
    standing: row.standing,
    words: timeInWords(row),
  }));
}

/** A term has one break inside. docs/domain.md, "Time". */
function breakBetween(before: string | undefined, week: string): string | null {
  return before !== undefined && daysBetween(before, week) > 7 ? 'Half-term' : null;
}

/** The week that the school would have first: the first preferred one, or the first that it accepts; never a closed window. */
function wishedWeek({ windows }: Review, { closed }: Problem): string | undefined {
  const open = windows.filter(
    ({ week, window }) => !closed.some((each) => each.week === week && each.window === window),
  );
  return (open.find(({ grade }) => grade === 'PREFERRED') ?? open[0])?.week;
}
