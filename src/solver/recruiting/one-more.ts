import { findCandidates } from '../candidates.js';
import type { MilpEngine } from '../milp/milp.js';
import type { AimName, Solution } from '../plan.js';
import type { Lead, Problem, SeatRow } from '../problem.js';
import { solve } from '../solve.js';
import { typicalLead, type TypicalWish } from './typical-lead.js';
import { withoutPoints } from './without-points.js';

/** What the aims that more people can serve come to. */
export interface Reached {
  /** Σ priority of the reviews with a lead. */
  coverage: number;
  /** Reviews short of everyone's target, as the aim `commitment` counts them. */
  short: number;
}

/** What plans would come to with one more person, or several alike. */
export interface Added {
  /** How many there are more. */
  people: number;
  /** With them; their own targets are among `short`. */
  reached: Reached;
  /** How many reviews are wanted of them together. */
  wanted: number;
  /** How many reviews they lead. */
  led: number;
  /** Which, in the problem's order. */
  leads: string[];
  /** Reviews that have a lead in that plan and none in the plan without them. */
  gained: string[];
  /** The other way round: to give up some reviews can be what covers weightier ones. */
  lost: string[];
}

/**
 * What one more typical lead adds to the best plan of a problem, by solving it again with them: exact in the aims up to
 * `commitment`. People to whom the same seats are open are worth the same, and are looked at once; somebody who could lead
 * nothing at all adds only what is wanted of them.
 */
export class OneMore {
  private readonly lean: Problem;
  private readonly known = new Map<string, Added>();

  /** @param plan the best plan of the problem, every aim proven */
  constructor(
    private readonly problem: Problem,
    private readonly plan: Solution,
    private readonly engine: MilpEngine,
  ) {
    this.lean = withoutPoints(problem);
  }

  /** Without anybody more. */
  get reached(): Reached {
    return reachedBy(this.plan);
  }

  /**
   * @param people how many alike; they are named after the wish
   * @throws RangeError as `typicalLead`
   */
  of(wish: TypicalWish, people = 1): Added {
    const more = Array.from({ length: people }, (_, index) =>
      typicalLead(this.problem, { ...wish, id: index === 0 ? wish.id : `${wish.id} ${index + 1}` }),
    );
    const key = `${people} ${seatsOpenTo(this.problem, more[0] as Lead)}`;
    const known = this.known.get(key) ?? this.solved(more);
    this.known.set(key, known);
    return known;
  }

  private solved(more: readonly Lead[]): Added {
    const wanted = more.reduce((sum, { commitment }) => sum + commitment.target, 0);
    const people = more.length;
    if (findCandidates(alone(this.lean, more)).length === 0) {
      const { coverage, short } = this.reached;
      const reached = { coverage, short: short + wanted };
      return { people, reached, wanted, led: 0, leads: [], gained: [], lost: [] };
    }
    const found = solve({ ...this.lean, leads: [...this.lean.leads, ...more] }, this.engine);
    const ids = new Set(more.map(({ id }) => id));
    const leads = found.reviews.flatMap(({ review, lead }) =>
      lead !== null && ids.has(lead) ? [review] : [],
    );
    return {
      people,
      reached: reachedBy(found),
      wanted,
      led: leads.length,
      leads,
      gained: ledOnlyIn(found.reviews, this.plan.reviews),
      lost: ledOnlyIn(this.plan.reviews, found.reviews),
    };
  }
}

function reachedBy({ aims }: Solution): Reached {
  const of = (name: AimName): number => aims.find(({ aim }) => aim === name)?.value ?? 0;
  return { coverage: of('coverage'), short: of('commitment') };
}

function ledOnlyIn(rows: readonly SeatRow[], others: readonly SeatRow[]): string[] {
  return rows.flatMap(({ review, lead }, index) =>
    lead !== null && others[index]?.lead === null ? [review] : [],
  );
}

/** The reviews with nobody but these people. */
function alone(problem: Problem, leads: readonly Lead[]): Problem {
  return { ...problem, leads: [...leads], bans: [] };
}

/** All that the rules look at of somebody typical, besides limits and targets, which are those of the pool. */
function seatsOpenTo(problem: Problem, lead: Lead): string {
  return findCandidates(alone(problem, [lead]))
    .map(({ review, slot: { week, window } }) => `${review} ${week} ${window}`)
    .join(', ');
}
