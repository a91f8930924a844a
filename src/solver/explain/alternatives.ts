import type { MilpEngine } from '../milp/milp.js';
import type { Solution } from '../plan.js';
import type { Ban, Pin, Problem } from '../problem.js';
import { NetworkBase } from '../network/network-base.js';
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

/** They may take no seat, and what is published for them counts as changed. */
function withoutPerson(problem: Problem, person: string): Problem {
  const names = ({ lead, qualityAssurer, shadow }: Pin): boolean =>
    [lead, qualityAssurer, shadow].includes(person);
  return {
    ...problem,
    leads: problem.leads.map((lead) =>
      lead.id === person ? { ...lead, roles: [], isNew: false } : lead,
    ),
    pins: problem.pins.filter((pin) => !names(pin)),
  };
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

  /** The network to go on from, where the problem only restricts the one that it was built for. */
  private baseFor({ leads, reviews, pins, bans }: Problem): NetworkBase | undefined {
    const { problem } = this;
    const isRestricted =
      problem.pins.every((pin, index) => pins[index] === pin) &&
      problem.bans.every((ban, index) => bans[index] === ban) &&
      reviews === problem.reviews &&
      leads.every((lead, index) => lead === problem.leads[index] || lead.roles.length === 0);
    if (!isRestricted) return undefined;
    this.base ??= new NetworkBase(problem);
    return this.base;
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
    const key = JSON.stringify(changes);
    const known = this.known.get(key);
    if (known) return known;
    const problem = withChanges(this.problem, changes);
    const found = solve(problem, this.engine, this.hooks, USUAL_ENGINE, this.baseFor(problem));
    this.known.set(key, found);
    return found;
  }
}
