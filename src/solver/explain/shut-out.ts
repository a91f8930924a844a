import { roadKm } from '../distance.js';
import type { Lead, Problem, Review, Slot } from '../problem.js';
import type { Seating } from '../rules/seat-rule.js';
import { seatRules } from '../rules/seat-rules.js';

/** What one rule does to the leads who could otherwise be asked. */
export interface RuleCount {
  /** The rule's name and its sentence for people. */
  rule: string;
  title: string;
  /** How many leads it shuts out in every window that is open for the review. */
  leads: number;
}

/** What stands between a review and the people who may lead. */
export interface ShutOut {
  review: string;
  /** Windows of the host that are not closed to everybody, and those that are, with the reason. */
  openWindows: Slot[];
  closedWindows: { slot: Slot; reason: string }[];
  /** People who may lead at all this term. */
  leads: number;
  /** Rules that shut leads out, those that shut out most first; one lead may be shut out by several. */
  rules: RuleCount[];
  /** Leads whom no single rule shuts out of every window, yet some rule shuts out of each. */
  shutOutTogether: number;
  /** People who may lead it in at least one window: what keeps them away is the rest of the plan. */
  permitted: string[];
  /** How many of those are new leads, who need a quality assurer on a review they lead. */
  permittedNew: number;
}

/**
 * For one review: how many of those who may lead each rule shuts out, and who is permitted.
 * A rule shuts a lead out when it refuses them in every open window.
 */
export function shutOutOf(problem: Problem, review: Review): ShutOut {
  const closedWindows = review.windows.flatMap(({ week, window }) => {
    const closed = problem.closed.find((slot) => slot.week === week && slot.window === window);
    return closed ? [{ slot: { week, window }, reason: closed.reason }] : [];
  });
  const openWindows = review.windows
    .filter(
      ({ week, window }) =>
        !closedWindows.some(({ slot }) => slot.week === week && slot.window === window),
    )
    .map(({ week, window }): Slot => ({ week, window }));
  const leads = problem.leads.filter((lead) => lead.roles.includes('LEAD'));
  const counts = new Map<string, number>();
  const permitted: string[] = [];
  let shutOutTogether = 0;

  for (const lead of leads) {
    if (openWindows.length === 0) continue;
    const refusals = openWindows.map((slot) =>
      refusingRules(seatingOf(problem, lead, review, slot)),
    );
    const everywhere = seatRules.filter((rule) => refusals.every((names) => names.has(rule.name)));
    for (const { name } of everywhere) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (refusals.some((names) => names.size === 0)) permitted.push(lead.id);
    else if (everywhere.length === 0) shutOutTogether++;
  }
  const rules = seatRules
    .flatMap(({ name, title }) => {
      const count = counts.get(name);
      return count === undefined ? [] : [{ rule: name, title, leads: count }];
    })
    .sort((a, b) => b.leads - a.leads);
  return {
    review: review.id,
    openWindows,
    closedWindows,
    leads: leads.length,
    rules,
    shutOutTogether,
    permitted,
    permittedNew: leads.filter(({ id, isNew }) => isNew && permitted.includes(id)).length,
  };
}

/** A person considered as lead of a review in a slot. */
export function seatingOf(problem: Problem, lead: Lead, review: Review, slot: Slot): Seating {
  const km = roadKm(lead.home, review, problem.policy.roadFactor);
  return { problem, lead, review, role: 'LEAD', slot, roadKm: km };
}

/** The names of the rules that refuse a seating. */
export function refusingRules(seating: Seating): Set<string> {
  return new Set(seatRules.filter((rule) => rule.refuse(seating) !== null).map(({ name }) => name));
}
