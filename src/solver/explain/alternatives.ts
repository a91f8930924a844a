import type { MilpEngine } from '../milp/milp.js';
import type { Solution } from '../plan.js';
import type { Ban, Lead, Pin, Problem, Review, SeatRow, Slot } from '../problem.js';
import { NetworkBase } from '../network/network-base.js';
import { isBanned } from '../rules/no-ban.js';
import { pinsHold } from '../rules/pins-hold.js';
import { type Seat, sitsOn, viewPlan } from '../rules/plan-rule.js';
import { solve, type SolveHooks, USUAL_ENGINE } from '../solve.js';
import { type Fact, withFact } from './facts.js';

/** What could be otherwise about a problem. */
export type Change =
  /** Somebody decides so. */
  | { kind: 'PIN'; pin: Pin }
  /** Somebody decides against it. */
  | { kind: 'BAN'; ban: Ban }
  /** A pin of the problem, by its number, is dropped. */
  | { kind: 'UNPIN'; pin: number }
  /** A person takes no seat at all; pins that name them are dropped. */
  | { kind: 'GONE'; person: string }
  /** A fact is otherwise. */
  | { kind: 'FACT'; fact: Fact };

/** The problem with all these changes made. */
export function withChanges(problem: Problem, changes: readonly Change[]): Problem {
  const unpinned = new Set(changes.flatMap((each) => (each.kind === 'UNPIN' ? [each.pin] : [])));
  const kept = { ...problem, pins: problem.pins.filter((_, index) => !unpinned.has(index)) };
  return changes.reduce(withChange, kept);
}

function withChange(problem: Problem, change: Change): Problem {
  switch (change.kind) {
    case 'PIN':
      return { ...problem, pins: [...problem.pins, change.pin] };
    case 'BAN':
      return { ...problem, bans: [...problem.bans, change.ban] };
    case 'UNPIN':
      return problem;
    case 'GONE':
      return withoutPerson(problem, change.person);
    case 'FACT':
      return withFact(problem, change.fact);
  }
}

/** They stay among the published, whose changes count, and are named nowhere else. */
function withoutPerson(problem: Problem, person: string): Problem {
  return {
    ...problem,
    leads: problem.leads.filter(({ id }) => id !== person),
    pins: problem.pins.filter((pin) => !sitsOn(pin, person)),
    bans: problem.bans.filter(({ lead }) => lead !== person),
  };
}

/**
 * The problem with changes that only restrict it, everybody and every review in their places: whoever is gone stays with no
 * role, which asks nothing of them and gives them nothing. Null where a change does more than that.
 */
function restrictedBy(problem: Problem, changes: readonly Change[]): Problem | null {
  let restricted = problem;
  for (const change of changes) {
    if (change.kind === 'PIN' || change.kind === 'BAN') {
      restricted = withChange(restricted, change);
    } else if (change.kind === 'GONE') {
      const leads = restricted.leads.map((lead) =>
        lead.id === change.person ? { ...lead, roles: [], isNew: false } : lead,
      );
      restricted = { ...restricted, leads };
    } else return null;
  }
  const gone = changes.flatMap((each) => (each.kind === 'GONE' ? [each.person] : []));
  const isNamed = restricted.pins.some((pin) => gone.some((person) => sitsOn(pin, person)));
  return isNamed ? null : restricted;
}

/**
 * The best plans of a problem and of problems that differ from it in a little: what every price is a difference of. The
 * same answers as solving each anew, kept once they are known.
 */
export class Alternatives {
  private readonly known = new Map<string, Solution>();
  private base: NetworkBase | undefined;

  /** @param problem a problem that has passed the reader */
  constructor(
    readonly problem: Problem,
    private readonly engine: MilpEngine,
    private readonly hooks: SolveHooks = {},
  ) {}

  /** Goes on from the network of the problem where the changes only restrict it. */
  private solve(changes: readonly Change[]): Solution {
    const { problem, engine, hooks } = this;
    const restricted = restrictedBy(problem, changes);
    if (!restricted) return solve(withChanges(problem, changes), engine, hooks);
    this.base ??= new NetworkBase(problem);
    return solve(restricted, engine, hooks, USUAL_ENGINE, this.base);
  }

  /** The best plan of the problem, where it is known and keeps changes that only restrict it: no other can be better. */
  private bestThatKeeps(changes: readonly Change[]): Solution | null {
    const best = this.known.get(keyOf([]));
    const isRestricted = changes.every(({ kind }) => kind === 'PIN' || kind === 'BAN');
    if (!isRestricted || best?.status !== 'OPTIMAL') return null;
    return keepsAdded(this.problem, best.reviews, changes) ? best : null;
  }

  /** The best plan of the problem itself. */
  best(): Solution {
    return this.with([]);
  }

  /**
   * The best plan with all these changes; `INFEASIBLE` where the pins cannot hold with them, `FEASIBLE` where the hooks
   * stopped it.
   *
   * @throws EngineFault as `solve`
   */
  with(changes: readonly Change[]): Solution {
    const key = keyOf(changes);
    const known = this.known.get(key);
    if (known) return known;
    const found = this.bestThatKeeps(changes) ?? this.solve(changes);
    this.known.set(key, found);
    return found;
  }
}

/** Whether a plan that keeps every rule of a problem keeps pins and bans that are added as well. */
function keepsAdded(
  problem: Problem,
  rows: readonly SeatRow[],
  changes: readonly Change[],
): boolean {
  const pins = changes.flatMap((each) => (each.kind === 'PIN' ? [each.pin] : []));
  const bans = changes.flatMap((each) => (each.kind === 'BAN' ? [each.ban] : []));
  const plan = viewPlan({ ...problem, pins, bans }, rows);
  const isRuledOut = ({ row, person }: Seat): boolean => {
    const lead = plan.leadsById.get(person) as Lead;
    const review = plan.reviewsById.get(row.review) as Review;
    const slot = { week: row.week, window: row.window } as Slot;
    return bans.some((ban) => isBanned(ban, { lead, review, slot }));
  };
  return pinsHold.breaches(plan).length === 0 && !plan.seats.some(isRuledOut);
}

function keyOf(changes: readonly Change[]): string {
  return JSON.stringify(changes);
}
