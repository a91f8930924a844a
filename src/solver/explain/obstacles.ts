import { refusalsOf } from '../candidates.js';
import type { Ban, HostGrade, Lead, Problem, Review, Role, Slot } from '../problem.js';
import { restIsKept } from '../rules/rest-is-kept.js';
import type { Seating } from '../rules/seat-rule.js';
import { withinTermLimit } from '../rules/within-term-limit.js';
import { COST_OF_ASKING } from './cost-of-asking.js';
import { type Fact, factAgainst, slotsOf } from './facts.js';
import { seatingOf } from './shut-out.js';

/** The smallest thing that would satisfy a rule that stands in somebody's way. */
export type Mend =
  /** Somebody is asked for a fact to be otherwise. */
  | { kind: 'ASK'; fact: Fact }
  /** Operations lift what they ruled out: these bans, by their numbers in the problem. */
  | { kind: 'LIFT_BANS'; bans: number[] }
  /** Nobody can be asked: a conflict of interest, a phase, a role, specialisms, a window closed to everybody. */
  | { kind: 'NOBODY_CAN_BE_ASKED' };

/** A rule that forbids somebody a seat in a slot, whatever the rest of the plan is. */
export interface Obstacle {
  rule: string;
  /** The rule as staff would say it. */
  title: string;
  /** What is so, in a sentence that names people and reviews by their references. */
  reason: string;
  mend: Mend;
}

export interface SlotObstacles {
  slot: Slot;
  /** The school's grade; null where it does not accept the slot. */
  hostGrade: HostGrade | null;
  /** None: they may take the seat then, as far as the rest of the plan lets them. */
  obstacles: Obstacle[];
}

/** All that would have to change for a seat in one slot; only mends that can be asked for or done. */
export interface Way {
  slot: Slot;
  mends: Exclude<Mend, { kind: 'NOBODY_CAN_BE_ASKED' }>[];
}

/** What stands between a person and a seat on a review. */
export interface Standing {
  /** Each window of the school, in its order; where it accepts none, each of the term: the other rules are told all the same. */
  windows: SlotObstacles[];
  /** Those without an obstacle. */
  permitted: Slot[];
  /** Rules that alone are in the way: without any one of them there would be a slot of the term for this seat. */
  blockedBy: { rule: string; title: string }[];
  /** The fewest and then cheapest mends that permit the seat; null where it is permitted, or nothing can be asked. */
  nearest: Way | null;
  /** In the slot with the fewest obstacles, how many. */
  fewestObstacles: number;
}

/**
 * What stands between a person and a seat, looking at the rules about one seat alone and at caps of 0, which allow no
 * seat anywhere. The slots are those that the school accepts; others count where nothing but the school is in the way, or
 * where it accepts none.
 *
 * @param only look at this slot alone
 */
export function standingOf(
  problem: Problem,
  person: Lead,
  review: Review,
  role: Role = 'LEAD',
  only?: Slot,
): Standing {
  const everywhere = (only ? [only] : slotsOf(problem)).map((slot) =>
    obstaclesIn(problem, person, review, role, slot),
  );
  const isOffered = ({ hostGrade }: SlotObstacles): boolean => hostGrade !== null;
  const isLookedAt = only || !everywhere.some(isOffered) ? (): boolean => true : isOffered;
  const nearEnough = everywhere.filter((each) => isLookedAt(each) || each.obstacles.length === 1);
  const permitted = everywhere.filter(({ obstacles }) => obstacles.length === 0);
  return {
    windows: everywhere.filter(isLookedAt),
    permitted: permitted.map(({ slot }) => slot),
    blockedBy: permitted.length > 0 ? [] : aloneInTheWay(everywhere),
    nearest: permitted.length > 0 ? null : nearestWay(nearEnough),
    fewestObstacles: Math.min(...nearEnough.map(({ obstacles }) => obstacles.length)),
  };
}

function obstaclesIn(
  problem: Problem,
  person: Lead,
  review: Review,
  role: Role,
  slot: Slot,
): SlotObstacles {
  const seating: Seating = { ...seatingOf(problem, person, review, slot), role };
  const refusals = refusalsOf(seating).map(({ rule: { name, title }, reason }) => ({
    rule: name,
    title,
    reason,
    mend: mendOf(name, seating),
  }));
  const host = review.windows.find(
    ({ week, window }) => week === slot.week && window === slot.window,
  );
  return { slot, hostGrade: host?.grade ?? null, obstacles: [...refusals, ...capsOfNone(person)] };
}

function mendOf(rule: string, seating: Seating): Mend {
  const { problem, lead, review, slot } = seating;
  if (rule === 'noBan') return { kind: 'LIFT_BANS', bans: bansOn(problem, lead, review, slot) };
  const fact = factAgainst(rule, seating);
  return fact === null ? { kind: 'NOBODY_CAN_BE_ASKED' } : { kind: 'ASK', fact };
}

function bansOn(problem: Problem, { id }: Lead, review: Review, slot: Slot): number[] {
  const matches = ({ lead, review: on, week, window }: Ban): boolean =>
    lead === id &&
    (on === undefined || on === review.id) &&
    (week === undefined || week === slot.week) &&
    (window === undefined || window === slot.window);
  return problem.bans.flatMap((ban, number) => (matches(ban) ? [number] : []));
}

/** Caps so low that no plan gives them any seat. */
function capsOfNone({ id, limits }: Lead): Obstacle[] {
  const { term, restReviews, restWeeks: weeks } = limits;
  const ask = (fact: Fact): Mend => ({ kind: 'ASK', fact });
  const none: Obstacle[] = [];
  if (term === 0) {
    none.push({
      rule: withinTermLimit.name,
      title: withinTermLimit.title,
      reason: `${id} is to have no seat at all this term.`,
      mend: ask({ kind: 'TERM_LIMIT', lead: id, reviews: 1 }),
    });
  }
  if (restReviews === 0) {
    none.push({
      rule: restIsKept.name,
      title: restIsKept.title,
      reason: `${id} is to have no seat in any ${weeks} weeks.`,
      mend: ask({ kind: 'REST', lead: id, reviews: 1, weeks }),
    });
  }
  return none;
}

function aloneInTheWay(slots: readonly SlotObstacles[]): Standing['blockedBy'] {
  const titles = new Map(
    slots.flatMap(({ obstacles }) => {
      const [only] = obstacles;
      return only !== undefined && obstacles.length === 1 ? [[only.rule, only.title]] : [];
    }),
  );
  return [...titles].map(([rule, title]) => ({ rule, title }));
}

function nearestWay(slots: readonly SlotObstacles[]): Way | null {
  const ways = slots.flatMap(({ slot, obstacles }): Way[] => {
    const mends = obstacles.flatMap(({ mend }) =>
      mend.kind === 'NOBODY_CAN_BE_ASKED' ? [] : [mend],
    );
    return mends.length === obstacles.length ? [{ slot, mends }] : [];
  });
  return ways.reduce<Way | null>(
    (best, way) => (best === null || compareWays(way, best) < 0 ? way : best),
    null,
  );
}

/** Below 0 when `a` asks for less: fewer mends, then the dearest of them cheaper. */
export function compareWays(a: Way, b: Way): number {
  const [costs, others] = [costsOf(a), costsOf(b)];
  if (costs.length !== others.length) return costs.length - others.length;
  for (const [index, cost] of costs.entries()) {
    const difference = cost - (others[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The dearest first. What operations ruled out themselves, with a reason, is lifted last, as a pin is. */
function costsOf({ mends }: Way): number[] {
  return mends
    .map((mend) => COST_OF_ASKING[mend.kind === 'ASK' ? mend.fact.kind : 'UNPIN'])
    .sort((a, b) => b - a);
}
