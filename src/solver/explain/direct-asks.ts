import type { Lead, Problem, Review, SeatRow, Slot } from '../problem.js';
import { sitsOn, viewPlan } from '../rules/plan-rule.js';
import { breachesOf } from '../rules/plan-rules.js';
import { restIsKept } from '../rules/rest-is-kept.js';
import { withinTermLimit } from '../rules/within-term-limit.js';
import type { AskAnswer } from './ask-model.js';
import { factsMissing } from './considered-asks.js';
import { type PricedAsk, withAsks } from './cost-of-asking.js';
import { type Fact, slotsOf, widerLimits } from './facts.js';
import { seatingOf } from './shut-out.js';

/**
 * Sets of asks with which somebody simply joins the plan as the review's lead and nobody else moves, the cheapest first.
 * They may hold an ask too many where others could move instead.
 *
 * @param asks those to choose from
 * @param most of each how many: sets, and asks in one
 */
export function directSets(
  problem: Problem,
  rows: readonly SeatRow[],
  review: Review,
  asks: readonly PricedAsk[],
  most: { sets: number; together: number },
): AskAnswer[] {
  const priced = new Map(asks.map((each) => [JSON.stringify(each.ask), each]));
  const possible: AskAnswer[] = [];
  for (const lead of problem.leads) {
    if (!lead.roles.includes('LEAD')) continue;
    const taken = new Set(rows.filter((row) => sitsOn(row, lead.id)).map(({ week }) => week));
    for (const slot of slotsOf(problem)) {
      if (taken.has(slot.week)) continue; // whatever is asked, nobody has two seats in a week
      const missing = factsMissing(seatingOf(problem, lead, review, slot));
      if (missing === null || missing.length > most.together) continue;
      const joined = withLead(rows, review, lead, slot);
      const all = [...missing, ...limitsBroken(problem, joined, lead)];
      const set = all.flatMap((fact) => priced.get(JSON.stringify(fact)) ?? []);
      if (set.length < all.length || set.length > most.together) continue;
      const cost = set.reduce((sum, each) => sum + each.cost, 0);
      possible.push({ asks: set, cost, rows: joined });
    }
  }
  const sets = new Map<string, AskAnswer>();
  for (const each of possible.sort((a, b) => a.cost - b.cost)) {
    if (sets.size >= most.sets) break;
    const facts = each.asks.map(({ ask }) => ask);
    const key = facts
      .map((fact) => JSON.stringify(fact))
      .sort()
      .join();
    if (sets.has(key)) continue;
    if (breachesOf(withAsks(problem, facts), each.rows).length === 0) sets.set(key, each);
  }
  return [...sets.values()];
}

function withLead(rows: readonly SeatRow[], review: Review, lead: Lead, slot: Slot): SeatRow[] {
  const row = { review: review.id, ...slot, lead: lead.id, qualityAssurer: null, shadow: null };
  return rows.map((each) => (each.review === review.id ? row : each));
}

/** Which of their own limits the person goes over. */
function limitsBroken(problem: Problem, rows: readonly SeatRow[], lead: Lead): Fact[] {
  const theirs = rows.filter((row) => sitsOn(row, lead.id));
  const view = viewPlan({ ...problem, leads: [lead] }, theirs);
  const broken = {
    TERM_LIMIT: withinTermLimit.breaches(view).length > 0,
    REST: restIsKept.breaches(view).length > 0,
  };
  const limits = widerLimits(lead, problem.weeks.length);
  return limits.filter(({ kind }) => (kind === 'TERM_LIMIT' || kind === 'REST') && broken[kind]);
}
