import type { ValuedSeat } from '../aims/aim.js';
import { type Candidate, valuedSeat } from '../candidates.js';
import { groupBy } from '../grouping.js';
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
  /** How many branches in a row had their company left open by the network: where it cannot close one, it seldom can others. */
  companiesLeftOpen = 0;
  private byReview: ReadonlyMap<number, readonly number[]> | null = null;

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
    const { network, seconds } = this;
    const people = this.touchedPeople(problem);
    const led = pinnedReviews({ ...problem, pins: this.pinsAddedBy(problem) });
    const isKept = this.keptBy(problem, people, led);
    const arcs = new Map<number, LeadArc | null>();
    const touched = [
      ...led.flatMap((review) => network.arcsOfReview(review)),
      ...[...people].flatMap((person) => network.arcsOfPerson(person)),
    ];
    for (const index of touched) {
      const arc = network.arcs[index] as LeadArc;
      if (arc.windows.every(({ candidate }) => isKept(candidate))) continue;
      arcs.set(index, narrowed(arc, isKept));
    }
    const isGone = ({ assurer }: Assurance): boolean =>
      people.has(assurer) && !(problem.leads[assurer] as Lead).roles.includes('QUALITY_ASSURER');
    const gone = network.assurances.flatMap((each, index) => (isGone(each) ? [index] : []));
    return {
      seconds: seconds.narrowed(problem, isKept, { people, reviews: new Set(led) }),
      narrowing: { kind: 'NARROWED', arcs, isKept, led, assurances: gone },
    };
  }

  private pinsAddedBy({ pins }: Problem): Pin[] {
    return pins.slice(this.problem.pins.length);
  }

  /** Whom a problem bans from more, or takes roles from. */
  private touchedPeople({ bans, leads }: Problem): ReadonlySet<number> {
    const banned = new Set(bans.slice(this.problem.bans.length).map(({ lead }) => lead));
    const isTouched = (lead: Lead, index: number): boolean =>
      lead !== this.problem.leads[index] || banned.has(lead.id);
    return new Set(leads.flatMap((lead, index) => (isTouched(lead, index) ? [index] : [])));
  }

  /** Whether a problem keeps a candidate. Only people and reviews that it names otherwise are looked at closely. */
  private keptBy(
    problem: Problem,
    people: ReadonlySet<number>,
    pinned: readonly number[],
  ): (candidate: Candidate) => boolean {
    const bans = problem.bans.slice(this.problem.bans.length);
    const isLeft = (seat: ValuedSeat): boolean =>
      seat.lead.roles.includes(seat.role) && !bans.some((ban) => isBanned(ban, seat));
    const isPermitted = (each: Candidate): boolean =>
      !people.has(each.lead) || isLeft(valuedSeat(problem, each));
    const keptOf = new Map(
      pinned.map((review) => {
        const theirs = this.candidatesOf(review).filter(isPermitted);
        return [review, new Set(pinnedCandidates(problem, theirs))];
      }),
    );
    return (each) => isPermitted(each) && (keptOf.get(each.review)?.has(each) ?? true);
  }

  private candidatesOf(review: number): Candidate[] {
    this.byReview ??= groupBy(this.candidates, (each) => each.review);
    return (this.byReview.get(review) ?? []).map((index) => this.candidates[index] as Candidate);
  }
}

function pinnedReviews({ pins, reviews }: Problem): number[] {
  const pinned = new Set(pins.map(({ review }) => review));
  return reviews.flatMap(({ id }, index) => (pinned.has(id) ? [index] : []));
}
