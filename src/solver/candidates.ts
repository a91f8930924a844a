import type { ValuedSeat } from './aims/aim.js';
import { roadKm } from './distance.js';
import { ROLES, type Lead, type Problem, type Review, type Role, type Slot } from './problem.js';
import type { Seating, SeatRule, Subject } from './rules/seat-rule.js';
import { seatRules } from './rules/seat-rules.js';

/** A permitted (person, seat, review, slot). Numbers are indexes into the problem's arrays. */
export interface Candidate {
  role: Role;
  lead: number;
  review: number;
  /** Index into the problem's weeks. */
  week: number;
  slot: Slot;
  roadKm: number;
}

/** A candidate's seat as the aims see it. */
export function valuedSeat(
  { leads, reviews }: Problem,
  { lead, review, role, slot, roadKm: km }: Candidate,
): ValuedSeat {
  return { lead: leads[lead] as Lead, review: reviews[review] as Review, role, slot, roadKm: km };
}

/** A seating that the rules forbid, with every rule that does. */
export interface Refusal {
  rule: SeatRule;
  reason: string;
}

/**
 * Every permitted seating, in the order of reviews, roles, host windows and people.
 *
 * @param without rules to leave out, to learn what each of them costs
 */
export function findCandidates(
  problem: Problem,
  without: ReadonlySet<string> = new Set(),
): Candidate[] {
  const candidates: Candidate[] = [];
  visitCandidates(problem, (candidate) => candidates.push(candidate), without);
  return candidates;
}

/** As `findCandidates`, one by one: there can be millions, and who only counts need not keep them. */
export function visitCandidates(
  problem: Problem,
  visit: (candidate: Candidate) => void,
  without: ReadonlySet<string> = new Set(),
): void {
  const rules = seatRules.filter((rule) => !without.has(rule.name));
  const about = (subject: Subject): SeatRule[] => rules.filter((rule) => rule.subject === subject);
  const weekIndex = new Map(problem.weeks.map((week, index) => [week, index]));
  const people = peopleByRole(problem, about('PERSON'));
  const freeIn = memoiseTimes(problem, about('TIME'));
  const [pairRules, hostRules, seatingRules] = [about('PAIR'), about('HOST'), about('SEATING')];
  const banned = new Set(problem.bans.map((ban) => ban.lead));

  problem.reviews.forEach((review, reviewIndex) => {
    const slots = slotsOf(problem, review, hostRules, without);
    for (const role of ROLES) {
      const able: { leadIndex: number; seating: Seating }[] = [];
      for (const leadIndex of people[role]) {
        const lead = problem.leads[leadIndex] as Lead;
        const km = roadKm(lead.home, review, problem.policy.roadFactor);
        const seating = { problem, lead, review, role, roadKm: km, slot: anySlot };
        if (keeps(pairRules, seating)) able.push({ leadIndex, seating });
      }
      for (const slot of slots) {
        const week = weekIndex.get(slot.week);
        if (week === undefined) continue;
        const isFree = freeIn(slot);
        for (const { leadIndex, seating } of able) {
          if (isFree[leadIndex] === 0) continue;
          if (banned.has(seating.lead.id) && !keeps(seatingRules, { ...seating, slot })) continue;
          visit({
            role,
            lead: leadIndex,
            review: reviewIndex,
            week,
            slot,
            roadKm: seating.roadKm,
          });
        }
      }
    }
  });
}

/** Every rule that forbids a seating; none when it is permitted. Asked for every seat of many plans, so a plain loop. */
export function refusalsOf(seating: Seating): Refusal[] {
  const refusals: Refusal[] = [];
  for (const rule of seatRules) {
    const reason = rule.refuse(seating);
    if (reason !== null) refusals.push({ rule, reason });
  }
  return refusals;
}

/** Those of the slots in which a person may take some seat of a review. */
export function permittedSlots(
  problem: Problem,
  lead: Lead,
  review: Review,
  slots: readonly Slot[],
): Slot[] {
  const km = roadKm(lead.home, review, problem.policy.roadFactor);
  const seatings = ROLES.map((role) => ({
    problem,
    lead,
    review,
    role,
    roadKm: km,
    slot: anySlot,
  }));
  const able = seatings.filter((seating) => keeps(rulesOfPairs, seating));
  return slots.filter((slot) => able.some((seating) => keeps(rulesOfSlots, { ...seating, slot })));
}

const rulesOfPairs = seatRules.filter(({ subject }) => subject === 'PERSON' || subject === 'PAIR');
const rulesOfSlots = seatRules.filter((rule) => !rulesOfPairs.includes(rule));

/** Stands where a rule may not look at the slot. */
const anySlot: Slot = { week: '', window: 'MON_WED' };

/** Asked a million times for a large term, so a plain loop. */
function keeps(rules: readonly SeatRule[], seating: Seating): boolean {
  for (const rule of rules) {
    if (rule.refuse(seating) !== null) return false;
  }
  return true;
}

function peopleByRole(problem: Problem, rules: SeatRule[]): Record<Role, number[]> {
  const able = (role: Role): number[] =>
    problem.leads.flatMap((lead, index) => {
      const seating = { problem, lead, role, review: noReview, slot: anySlot, roadKm: 0 };
      return keeps(rules, seating) ? [index] : [];
    });
  return { LEAD: able('LEAD'), QUALITY_ASSURER: able('QUALITY_ASSURER'), SHADOW: able('SHADOW') };
}

/** Stands where a rule may not look at the review. */
const noReview: Review = {
  id: '',
  urn: '',
  trust: null,
  region: '',
  phase: '',
  lat: 0,
  lon: 0,
  needs: [],
  priority: 1,
  windows: [],
};

/** The slots a review can have: the host's windows, or every slot when that rule is left out. */
function slotsOf(
  problem: Problem,
  review: Review,
  rules: SeatRule[],
  without: ReadonlySet<string>,
): Slot[] {
  const slots = without.has('hostAcceptsSlot')
    ? problem.weeks.flatMap((week): Slot[] => [
        { week, window: 'MON_WED' },
        { week, window: 'WED_FRI' },
      ])
    : review.windows.map(({ week, window }): Slot => ({ week, window }));
  const lead = problem.leads[0];
  if (!lead) return [];
  return slots.filter((slot) =>
    keeps(rules, { problem, lead, review, role: 'LEAD', slot, roadKm: 0 }),
  );
}

/** Who is free in a slot does not depend on the review: ask once. Indexed as the problem's people; 0: not free. */
function memoiseTimes(problem: Problem, rules: SeatRule[]): (slot: Slot) => Uint8Array {
  const answers = new Map<string, Uint8Array>();
  return (slot) => {
    const key = `${slot.week}${slot.window}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = Uint8Array.from(problem.leads, (lead) => {
      const seating = { problem, lead, review: noReview, role: 'LEAD' as const, slot, roadKm: 0 };
      return keeps(rules, seating) ? 1 : 0;
    });
    answers.set(key, answer);
    return answer;
  };
}
