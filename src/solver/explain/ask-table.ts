import type { Candidate } from '../candidates.js';
import type { Lead, Problem, Review } from '../problem.js';
import type { Ask, PricedAsk } from './cost-of-asking.js';
import { refusingRules, seatingOf } from './shut-out.js';

/** Asks by what they are about, and which of them each forbidden seating needs. Asks go by their number. */
export class AskTable {
  private readonly numbers = new Map<string, number[]>();

  constructor(
    private readonly problem: Problem,
    private readonly asks: readonly PricedAsk[],
  ) {
    asks.forEach(({ ask }, i) => {
      const key = subjectOf(ask);
      this.numbers.set(key, [...this.about(key), i]);
    });
  }

  /** @param subject such as `TERM_LIMIT L7`, `UNPIN 3` */
  about(subject: string): readonly number[] {
    return this.numbers.get(subject) ?? [];
  }

  /** For each rule that forbids a seating the asks of which one would satisfy it; null where a rule has none. */
  needsOf(candidate: Candidate): Map<string, readonly number[]> | null {
    const lead = this.problem.leads[candidate.lead] as Lead;
    const review = this.problem.reviews[candidate.review] as Review;
    const seating = {
      ...seatingOf(this.problem, lead, review, candidate.slot),
      role: candidate.role,
    };
    const needs = new Map<string, readonly number[]>();
    for (const rule of refusingRules(seating)) {
      const options = this.satisfying(rule, candidate);
      if (options.length === 0) return null;
      needs.set(rule, options);
    }
    return needs;
  }

  private satisfying(rule: string, { lead, review, slot, roadKm }: Candidate): readonly number[] {
    const person = (this.problem.leads[lead] as Lead).id;
    const { id, region } = this.problem.reviews[review] as Review;
    const when = `${slot.week} ${slot.window}`;
    switch (rule) {
      case 'personIsAvailable':
        return this.about(`AVAILABILITY ${person} ${when}`);
      case 'hostAcceptsSlot':
        return this.about(`HOST_WINDOW ${id} ${when}`);
      case 'regionIsNotRefused':
        return this.about(`REGION ${person} ${region}`);
      case 'withinTravelRadius':
        return this.about(`DISTANCE ${person}`).filter((i) => {
          const ask = this.asks[i]?.ask;
          return ask?.kind === 'DISTANCE' && ask.km >= roadKm;
        });
      default:
        return [];
    }
  }
}

function subjectOf(ask: Ask): string {
  switch (ask.kind) {
    case 'AVAILABILITY':
      return `AVAILABILITY ${ask.lead} ${ask.slot.week} ${ask.slot.window}`;
    case 'HOST_WINDOW':
      return `HOST_WINDOW ${ask.review} ${ask.slot.week} ${ask.slot.window}`;
    case 'REGION':
      return `REGION ${ask.lead} ${ask.region}`;
    case 'DISTANCE':
    case 'TERM_LIMIT':
    case 'REST':
      return `${ask.kind} ${ask.lead}`;
    case 'UNPIN':
      return `UNPIN ${ask.pin}`;
  }
}
