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
  /** Of those, how many could lead it if this rule alone let them: nothing else is in the way. */
  alone: number;
  /** What is so of them, after their number, such as "know none of its needs". */
  words: string;
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
  /** Those of them who are new leads: they need a quality assurer on a review they lead. */
  permittedNew: string[];
  /** How many people could assure the quality there in a window in which one of the new leads may lead. */
  assurers: number;
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
  const counts = new Map<string, { leads: number; alone: number }>();
  const permitted: string[] = [];
  const newLeadsMay = new Set<Slot>();
  let shutOutTogether = 0;

  for (const lead of leads) {
    if (openWindows.length === 0) continue;
    const refusals = openWindows.map((slot) =>
      refusingRules(seatingOf(problem, lead, review, slot)),
    );
    const everywhere = seatRules.filter((rule) => refusals.every((names) => names.has(rule.name)));
    for (const { name } of everywhere) {
      const count = counts.get(name) ?? { leads: 0, alone: 0 };
      const isAlone = refusals.some((names) => names.size === 1 && names.has(name));
      counts.set(name, { leads: count.leads + 1, alone: count.alone + (isAlone ? 1 : 0) });
    }
    const may = openWindows.filter((_, index) => refusals[index]?.size === 0);
    if (lead.isNew) may.forEach((slot) => newLeadsMay.add(slot));
    if (may.length > 0) permitted.push(lead.id);
    else if (everywhere.length === 0) shutOutTogether++;
  }
  const rules = seatRules
    .flatMap(({ name, title, keepsOut }) => {
      const count = counts.get(name);
      if (count === undefined) return [];
      return [{ rule: name, title, ...count, words: keepsOut[count.leads === 1 ? 'one' : 'many'] }];
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
    permittedNew: leads
      .filter(({ id, isNew }) => isNew && permitted.includes(id))
      .map(({ id }) => id),
    assurers: assurersIn(problem, review, [...newLeadsMay]),
  };
}

function assurersIn(problem: Problem, review: Review, slots: readonly Slot[]): number {
  const mayAssure = (person: Lead, slot: Slot): boolean => {
    const seating = {
      ...seatingOf(problem, person, review, slot),
      role: 'QUALITY_ASSURER' as const,
    };
    return refusingRules(seating).size === 0;
  };
  return problem.leads.filter((person) => slots.some((slot) => mayAssure(person, slot))).length;
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
