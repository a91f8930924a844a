import { refusalsOf } from './candidates.js';
import { roadKm } from './distance.js';
import type { Lead, Pin, Problem, Review, Role } from './problem.js';
import { planRules } from './rules/plan-rules.js';
import { seatRules } from './rules/seat-rules.js';

/** Rules that can stand in the way of a set of pins, beside those about one seat alone. */
const relaxable = planRules.filter(
  (rule) =>
    ![
      'everySeatIsPermitted',
      'uncoveredReviewIsEmpty',
      'seatsAreDifferentPeople',
      'pinsHold',
    ].includes(rule.name),
);

/**
 * Why a pin of a smallest conflicting set cannot hold, in words: what forbids the very seat it
 * names, and the rules of which leaving one out (or, failing that, several) would let the set hold.
 *
 * @param problem the problem whose pins are exactly the set
 * @param index which of its pins
 */
export function rulesBroken(
  problem: Problem,
  index: number,
  canHold: (relaxed: { problem: Problem; without: ReadonlySet<string> }) => boolean,
): string[] {
  const pin = problem.pins[index] as Pin;
  const own = problem.pins.length === 1 ? refusalsOfPin(problem, pin) : [];
  if (own.length > 0) return own;
  const sufficesAlone = ({ name }: { name: string }): boolean =>
    canHold({ problem, without: new Set([name]) });
  // A rule about the whole plan says more than the many ways to find somebody else for a seat.
  for (const rules of [relaxable, seatRules]) {
    const alone = rules.filter(sufficesAlone);
    if (alone.length > 0) return alone.map(({ title }) => title);
  }
  return together(problem, canHold);
}

/** A set of rules, none of them needless, that together let the pins hold. */
function together(
  problem: Problem,
  canHold: (relaxed: { problem: Problem; without: ReadonlySet<string> }) => boolean,
): string[] {
  const rules = [...relaxable, ...seatRules];
  const without = new Set(rules.map((rule) => rule.name));
  if (!canHold({ problem, without })) {
    return ['The pin names a week or a seat that this problem does not have.'];
  }
  for (const { name } of rules) {
    without.delete(name);
    if (!canHold({ problem, without })) without.add(name);
  }
  return rules.filter((rule) => without.has(rule.name)).map(({ title }) => title);
}

/** What forbids the seats that a pin names in the slot that it names, if it names both. */
function refusalsOfPin(problem: Problem, pin: Pin): string[] {
  const review = problem.reviews.find(({ id }) => id === pin.review) as Review;
  const { week, window } = pin;
  if (week === undefined || window === undefined) return [];
  const named: [Role, string | undefined][] = [
    ['LEAD', pin.lead],
    ['QUALITY_ASSURER', pin.qualityAssurer],
    ['SHADOW', pin.shadow],
  ];
  return named.flatMap(([role, id]) => {
    const lead = problem.leads.find((person): person is Lead => person.id === id);
    if (!lead) return [];
    const km = roadKm(lead.home, review, problem.policy.roadFactor);
    return refusalsOf({ problem, lead, review, role, slot: { week, window }, roadKm: km }).map(
      ({ reason }) => reason,
    );
  });
}
