import { type Candidate, findCandidates } from '../candidates.js';
import type { Lead, Problem, Review, Role, SeatRow } from '../problem.js';
import type { Seating } from '../rules/seat-rule.js';
import { type Ask, costOfAsking, type PricedAsk } from './cost-of-asking.js';
import { type Fact, factAgainst, slotsOf, widerLimits } from './facts.js';
import { refusingRules, seatingOf } from './shut-out.js';

/** Most asks that are made together. */
export const MOST_TOGETHER = 3;

/** Of this many reviews that stand in the way the people who could take them are looked at, those nearest in moves first. */
const MOST_IN_THE_WAY = 20;

/**
 * The asks among which the cheapest are looked for, for a review without a lead, each once, in a fixed order:
 *
 * - whatever permits somebody to lead it, or to assure its quality, in any slot, by at most three asks;
 * - one review more in the term, or in a run of weeks, for anybody;
 * - each pin dropped;
 * - whatever permits, by one ask, somebody to lead one of the reviews that stand in the way: those led by people who could
 *   lead this one, by people who could lead those, and so on.
 */
export function asksConsidered(
  problem: Problem,
  rows: readonly SeatRow[],
  review: Review,
): PricedAsk[] {
  const found = new Map<string, PricedAsk>();
  const consider = (asks: readonly Ask[]): void => {
    for (const ask of asks) {
      const key = JSON.stringify(ask);
      if (!found.has(key)) found.set(key, { ask, cost: costOfAsking(problem, review, ask) });
    }
  };
  const roles: Role[] = problem.leads.some(({ isNew }) => isNew)
    ? ['LEAD', 'QUALITY_ASSURER']
    : ['LEAD'];
  for (const role of roles) {
    for (const asks of seatingsFor(problem, review, role, MOST_TOGETHER)) consider(asks);
  }
  for (const lead of problem.leads) {
    if (!lead.roles.some((role) => role !== 'SHADOW')) continue;
    for (const fact of widerLimits(lead, problem.weeks.length)) consider([fact]);
  }
  problem.pins.forEach((_, pin) => consider([{ kind: 'UNPIN', pin }]));
  for (const other of inTheWay(problem, rows, review)) {
    for (const asks of seatingsFor(problem, other, 'LEAD', 1)) consider(asks);
  }
  return [...found.values()];
}

/** For each person and slot in which they may not take the seat: what would have to be asked, if it can be, and is not too much. */
function seatingsFor(problem: Problem, review: Review, role: Role, most: number): Fact[][] {
  const people = problem.leads.filter((lead) => lead.roles.includes(role));
  return people.flatMap((lead) =>
    slotsOf(problem).flatMap((slot) => {
      const facts = factsMissing({ ...seatingOf(problem, lead, review, slot), role });
      return facts && facts.length > 0 && facts.length <= most ? [facts] : [];
    }),
  );
}

/** The facts that would have to change; null where something is in the way that nobody can be asked for. */
export function factsMissing(seating: Seating): Fact[] | null {
  const facts: Fact[] = [];
  for (const rule of refusingRules(seating)) {
    const fact = factAgainst(rule, seating);
    if (!fact) return null;
    facts.push(fact);
  }
  return facts;
}

/**
 * Reviews that would have to move for somebody who may lead this one to be free, nearest first: what they lead in that week
 * or, where they are free in it, whatever fills their term or their rest.
 */
function inTheWay(problem: Problem, rows: readonly SeatRow[], wanted: Review): Review[] {
  const leading = leadCandidates(problem);
  const led = new Map<string, SeatRow[]>();
  for (const row of rows) {
    if (row.lead !== null) led.set(row.lead, [...(led.get(row.lead) ?? []), row]);
  }
  const reached = new Set([wanted.id]);
  for (const id of reached) {
    if (reached.size > MOST_IN_THE_WAY) break;
    for (const { lead, slot } of leading.get(id) ?? []) {
      const theirs = led.get((problem.leads[lead] as Lead).id) ?? [];
      const then = theirs.filter(({ week }) => week === slot.week);
      for (const row of then.length > 0 ? then : theirs) reached.add(row.review);
    }
  }
  const ids = [...reached].slice(1, MOST_IN_THE_WAY + 1);
  return ids.flatMap((id) => problem.reviews.find((review) => review.id === id) ?? []);
}

function leadCandidates(problem: Problem): Map<string, Candidate[]> {
  const byReview = new Map<string, Candidate[]>();
  for (const candidate of findCandidates(problem)) {
    if (candidate.role !== 'LEAD') continue;
    const { id } = problem.reviews[candidate.review] as Review;
    const known = byReview.get(id);
    if (known) known.push(candidate);
    else byReview.set(id, [candidate]);
  }
  return byReview;
}
