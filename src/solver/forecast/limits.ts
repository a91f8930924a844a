import type { MilpEngine } from '../milp/milp.js';
import type { HostWindow, Lead, Problem, Slot } from '../problem.js';
import { sitsOn } from '../rules/plan-rule.js';
import { bestAlone } from './best-alone.js';

/**
 * What may keep somebody from more reviews, each a group of rules that can be dropped for them alone, in the order in which
 * they are told where several lift the number alike.
 */
export const LIMITS = [
  /** They may not lead, or a gate (contract, DBS, …) shuts weeks to them. */
  'ROLE',
  /** The days on which they are free. */
  'DATES',
  /** Phases and specialisms. */
  'SPECIALISM',
  /** Regions that they refuse, and how far they travel. */
  'REACH',
  /** Conflicts of interest, and what operations ruled out. */
  'CONFLICTS',
  /** Reviews that others have accepted. */
  'TAKEN',
  /** The windows that schools accept. */
  'HOSTS',
  /** The most seats of the terms. */
  'CAP',
  /** The rest between reviews. */
  'REST',
  /** They are new, and a quality assurer must sit beside them once. */
  'ASSURER',
] as const;
export type Limit = (typeof LIMITS)[number];

/** What the problem itself does not say about a person, to drop a limit. */
export interface PersonAhead {
  /** Their availability if no gate shut any slot. */
  withoutGates: Lead['availability'];
  /** Every slot that they could be free in: not closed, begun, taken by another seat or shut by a gate. */
  couldBeFree: readonly Slot[];
}

/** What the problem itself does not say of the people and reviews ahead, by their references. */
export interface Ahead {
  people: ReadonlyMap<string, PersonAhead>;
  /** The slots in which each school could have its review, whatever it accepts. */
  usable: ReadonlyMap<string, readonly Slot[]>;
}

/** A limit that alone keeps somebody from more. */
export interface BindingLimit {
  limit: Limit;
  /** The most reviews they could lead in the plan if it alone were dropped. */
  best: number;
}

export interface WhatLimits {
  /** The one that would lift the number most first; none where no limit does alone. */
  alone: BindingLimit[];
  /** Where none does alone: limits of which all must go for a single review more, and none can stay. Empty: even that does not help. */
  together: Limit[];
}

/**
 * Why somebody cannot lead more than `best` reviews: each limit whose dropping alone would lift the number, by solving again
 * without it; where there is none, a set of them that would and of which none can be spared.
 *
 * @param best as `bestAlone` says of the problem
 * @throws RangeError as `bestAlone`
 */
export function whatLimits(
  problem: Problem,
  person: string,
  best: number,
  ahead: Ahead,
  engine: MilpEngine,
): WhatLimits {
  const bestWithout = (limits: readonly Limit[]): number =>
    bestAlone(withoutLimits(problem, person, limits, ahead), person, engine) ?? best;
  const alone = LIMITS.map((limit) => ({ limit, best: bestWithout([limit]) }))
    .filter((each) => each.best > best)
    .sort((a, b) => b.best - a.best);
  if (alone.length > 0) return { alone, together: [] };
  if (bestWithout(LIMITS) <= best) return { alone, together: [] };
  const together = LIMITS.reduce<Limit[]>(
    (left, limit) => {
      const fewer = left.filter((each) => each !== limit);
      return bestWithout(fewer) > best ? fewer : left;
    },
    [...LIMITS],
  );
  return { alone, together };
}

/** The problem as it would be if these limits did not hold for one person. It is not changed itself. */
export function withoutLimits(
  problem: Problem,
  person: string,
  limits: readonly Limit[],
  ahead: Ahead,
): Problem {
  const dropped = new Set(limits);
  const knows = ahead.people.get(person);
  const leads = problem.leads.map((lead) =>
    lead.id === person ? freed(lead, dropped, problem, knows) : lead,
  );
  const pins = dropped.has('TAKEN')
    ? problem.pins.filter((pin) => sitsOn(pin, person))
    : problem.pins;
  const bans = dropped.has('CONFLICTS')
    ? problem.bans.filter(({ lead }) => lead !== person)
    : problem.bans;
  const reviews = dropped.has('HOSTS')
    ? problem.reviews.map((review) => ({
        ...review,
        windows: (ahead.usable.get(review.id) ?? []).reduce<HostWindow[]>(withSlot, review.windows),
      }))
    : problem.reviews;
  return { ...problem, leads, pins, bans, reviews };
}

function withSlot(windows: readonly HostWindow[], { week, window }: Slot): HostWindow[] {
  const isThere = windows.some((each) => each.week === week && each.window === window);
  return isThere ? [...windows] : [...windows, { week, window, grade: 'ACCEPTABLE' }];
}

/** A cap that nothing reaches, within what the file format has room for. */
const NO_CAP = 1000;

function freed(
  lead: Lead,
  dropped: ReadonlySet<Limit>,
  problem: Problem,
  ahead: PersonAhead | undefined,
): Lead {
  const free = structuredClone(lead);
  if (dropped.has('ROLE')) {
    if (!free.roles.includes('LEAD')) free.roles = ['LEAD', ...free.roles];
    free.availability = structuredClone(ahead?.withoutGates ?? free.availability);
  }
  if (dropped.has('DATES')) {
    for (const { week, window } of ahead?.couldBeFree ?? []) {
      free.availability[week] = { [window]: 'AVAILABLE', ...free.availability[week] };
    }
  }
  if (dropped.has('SPECIALISM')) {
    free.phases = [...new Set(problem.reviews.map(({ phase }) => phase))];
    free.needs = [...new Set(problem.reviews.flatMap(({ needs }) => needs))];
  }
  if (dropped.has('REACH')) {
    free.regions = {};
    free.limits.maxKm = null;
  }
  if (dropped.has('CONFLICTS')) free.conflicts = [];
  if (dropped.has('CAP')) free.limits.term = NO_CAP;
  if (dropped.has('REST')) Object.assign(free.limits, { restReviews: 1, restWeeks: 1 });
  if (dropped.has('ASSURER')) free.isNew = false;
  return free;
}
