import type { ValuedSeat } from '../aims/aim.js';
import { type Candidate, valuedSeat } from '../candidates.js';
import { usableCandidates } from '../model.js';
import type { Lead, Pin, Problem } from '../problem.js';
import { isBanned } from '../rules/no-ban.js';
import { type Assurance, assurances } from './assurances.js';
import { type LeadArc, leadArcs, narrowed } from './lead-arcs.js';
import { LeadNetwork } from './lead-network.js';
import { pinnedCandidates } from './pinned-candidates.js';
import type { Narrowing } from './restricted-network.js';
import { SecondCandidates } from './second-candidates.js';

/**
 * The network of a problem, to solve that problem by and all that only restrict it further: by more pins, more bans, and
 * people who may take no seat any more. Each solve goes on from the flow of the one before.
 */
export class NetworkBase {
  readonly network: LeadNetwork;
  readonly seconds: SecondCandidates;
  /** Those that the problem's pins leave. */
  readonly candidates: readonly Candidate[];

  constructor(readonly problem: Problem) {
    this.candidates = pinnedCandidates(problem, usableCandidates(problem));
    this.seconds = new SecondCandidates(problem, this.candidates);
    const arcs = leadArcs(problem, this.candidates);
    this.network = new LeadNetwork(problem, arcs, assurances(problem, arcs, this.seconds));
    for (const review of pinnedReviews(problem)) this.network.requireLead(review);
  }

  /**
   * What a problem leaves of this one.
   *
   * @param problem with the same reviews and people in the same order, at least the same pins and bans in the same places,
   * and nobody with more roles
   */
  narrow(problem: Problem): { seconds: SecondCandidates; narrowing: Narrowing } {
    const isKept = this.keptBy(problem);
    const arcs = new Map<number, LeadArc | null>();
    this.network.arcs.forEach((arc, index) => {
      if (arc.windows.every(({ candidate }) => isKept(candidate))) return;
      arcs.set(index, narrowed(arc, isKept));
    });
    const isGone = ({ assurer }: Assurance): boolean =>
      !(problem.leads[assurer] as Lead).roles.includes('QUALITY_ASSURER');
    const gone = this.network.assurances.flatMap((each, index) => (isGone(each) ? [index] : []));
    const led = pinnedReviews({ ...problem, pins: this.pinsAddedBy(problem) });
    return {
      seconds: this.seconds.narrowed(problem, isKept),
      narrowing: { kind: 'NARROWED', arcs, isKept, led, assurances: gone },
    };
  }

  private pinsAddedBy({ pins }: Problem): Pin[] {
    return pins.slice(this.problem.pins.length);
  }

  /** Whether a problem keeps a candidate. Only people and reviews that it names otherwise are looked at closely. */
  private keptBy(problem: Problem): (candidate: Candidate) => boolean {
    const bans = problem.bans.slice(this.problem.bans.length);
    const banned = new Set(bans.map(({ lead }) => lead));
    const touched = Uint8Array.from(problem.leads, (lead, index) =>
      lead !== this.problem.leads[index] || banned.has(lead.id) ? 1 : 0,
    );
    const isLeft = (seat: ValuedSeat): boolean =>
      seat.lead.roles.includes(seat.role) && !bans.some((ban) => isBanned(ban, seat));
    const isPermitted = (each: Candidate): boolean =>
      touched[each.lead] === 0 || isLeft(valuedSeat(problem, each));
    const keptOf = new Map(
      pinnedReviews({ ...problem, pins: this.pinsAddedBy(problem) }).map((review) => {
        const theirs = this.candidates.filter(
          (each) => each.review === review && isPermitted(each),
        );
        return [review, new Set(pinnedCandidates(problem, theirs))];
      }),
    );
    return (each) => isPermitted(each) && (keptOf.get(each.review)?.has(each) ?? true);
  }
}

function pinnedReviews({ pins, reviews }: Problem): number[] {
  const pinned = new Set(pins.map(({ review }) => review));
  return reviews.flatMap(({ id }, index) => (pinned.has(id) ? [index] : []));
}
