/** The parts of the network solver, made from a problem as the solver makes them. */
import { aims, valueOf } from '../../src/solver/aims/aims.js';
import type { Candidate } from '../../src/solver/candidates.js';
import type { LeadArc } from '../../src/solver/network/lead-arcs.js';
import type { LeadNetwork } from '../../src/solver/network/lead-network.js';
import { NetworkBase } from '../../src/solver/network/network-base.js';
import type { SecondCandidates } from '../../src/solver/network/second-candidates.js';
import type { Pin, Problem, SeatRow } from '../../src/solver/problem.js';

export interface NetworkParts {
  candidates: readonly Candidate[];
  seconds: SecondCandidates;
  arcs: readonly LeadArc[];
  network: LeadNetwork;
}

/** Pinned reviews have to have a lead; nothing is solved yet. */
export function partsOf(problem: Problem): NetworkParts {
  const { candidates, seconds, network } = new NetworkBase(problem);
  return { candidates, seconds, arcs: network.arcs, network };
}

/** The seven aims as costs of the network's levels; nothing for the penalty. */
export function levelsOf(problem: Problem, values: readonly number[]): number[] {
  const costs = new Map(
    aims.map((aim, index): [string, number] => {
      const value = values[index] as number;
      return [
        aim.name,
        aim.sense === 'MAX' ? aim.trivialBound(problem) - value : value - aim.start(problem),
      ];
    }),
  );
  return [
    0,
    ...['coverage', 'changes', 'commitment', 'balance', 'fit'].map(
      (aim) => costs.get(aim) as number,
    ),
  ];
}

/** What a plan costs in the network's levels. */
export function levelsOfPlan(problem: Problem, rows: readonly SeatRow[]): number[] {
  const values = valueOf(problem, rows);
  return levelsOf(
    problem,
    aims.map(({ name }) => values.get(name) as number),
  );
}

/** The problem without second seats, nobody new: pins name nobody but leads. */
export function leadsOnly(problem: Problem): Problem {
  const withoutAssurers = withoutRole(withoutRole(problem, 'SHADOW'), 'QUALITY_ASSURER');
  const leads = withoutAssurers.leads.map((lead) => ({ ...lead, isNew: false }));
  return { ...withoutAssurers, leads };
}

/** The problem in which nobody has a role, and no pin names anybody for it. */
export function withoutRole(problem: Problem, role: 'QUALITY_ASSURER' | 'SHADOW'): Problem {
  const leads = problem.leads.map((lead) => ({
    ...lead,
    roles: lead.roles.filter((each) => each !== role),
  }));
  const pins = problem.pins.map((pin): Pin => {
    const others = { ...pin };
    delete others[role === 'SHADOW' ? 'shadow' : 'qualityAssurer'];
    return others;
  });
  return { ...problem, leads, pins };
}

/** The problem in which nobody needs a rest. */
export function withoutRest(problem: Problem): Problem {
  return {
    ...problem,
    leads: problem.leads.map((lead) => ({
      ...lead,
      limits: { ...lead.limits, restReviews: problem.weeks.length },
    })),
  };
}

/** The lead arc of a person on a review in a week. */
export function arcOf(of: Problem, { arcs }: NetworkParts, at: LeadAt): number {
  const index = arcs.findIndex(
    ({ review, person, week }) =>
      of.reviews[review]?.id === at.review &&
      of.leads[person]?.id === at.lead &&
      of.weeks[week] === at.week,
  );
  if (index < 0) throw new RangeError(`${at.lead} cannot lead ${at.review} in ${at.week}`);
  return index;
}

export interface LeadAt {
  review: string;
  lead: string;
  week: string;
}
