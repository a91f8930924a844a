import { append } from '../grouping.js';
import { type Problem, type Slot, WINDOWS } from '../problem.js';
import { cheapestMatching, type Match } from './cheapest-matching.js';
import { LEVELS } from './build-network.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { Assured, Restriction, RestrictedNetwork, Seat } from './restricted-network.js';
import type { SecondCandidates, SecondRole } from './second-candidates.js';

/** A second seat that somebody may take on the face: beside an established lead, or beside this new lead. */
export interface SecondPlace {
  /** Of the branch, in order. */
  number: number;
  role: SecondRole;
  person: number;
  /** Whom a quality assurer assures; null for shadows. */
  newLead: number | null;
  review: number;
  week: number;
  slot: Slot;
  /** What it adds to the aim `company`. */
  cost: number;
}

/** What is decided of second seats, beside what the branch says. */
export interface SecondDecisions {
  refused: ReadonlySet<SecondPlace>;
  /** New leads who are assured, by whomever. */
  assured: readonly number[];
}

/** Places for all who must have one, the cheapest that single rules allow. */
export interface CheapestPlaces {
  /** No plan on the face that keeps the decisions has second seats that add less to `company`. */
  cost: number;
  places: readonly SecondPlace[];
}

/**
 * The second seats of a branch, when the leads are any plan on the network's optimal face, and a bound of what they add to
 * `company` (`docs/model.md`, "Company").
 */
export class SecondPlaces {
  private readonly ofReview = new Map<number, SecondPlace[]>();
  /** Of each person in induction. */
  private readonly shadows = new Map<number, SecondPlace[]>();
  /** Of each review, those of quality assurers. */
  private readonly assurers = new Map<number, SecondPlace[]>();
  /** Of each new lead, those that can be the one they need. */
  private readonly needed = new Map<number, SecondPlace[]>();
  private readonly pinned: SecondPlace[][] = [];
  /** New leads who lead in every plan on the face. */
  private readonly leading = new Set<number>();
  /** Of each review, the lead arcs of the face. */
  private readonly arcsOfReview = new Map<number, number[]>();
  /** No gap, in limbs. */
  private readonly nothing: readonly number[];
  private readonly restrictions = new Map<SecondPlace, Partial<Record<Who, Seat>>>();

  /** Right after the branch with these restrictions was solved. */
  constructor(
    private readonly problem: Problem,
    private readonly network: LeadNetwork,
    private readonly restricted: RestrictedNetwork,
    private readonly seconds: SecondCandidates,
    restrictions: readonly Restriction[],
    private readonly mostShadows: number,
  ) {
    this.nothing = network.weighted(LEVELS.map(() => 0));
    const assured = restrictions.filter((each): each is Assured => each.kind === 'ASSURED');
    const places = this.onFace(assured);
    const pinned = new Map<string, SecondPlace[]>();
    for (const place of places) {
      const { role, review, person, newLead } = place;
      append(this.ofReview, review, place);
      if (role === 'SHADOW') append(this.shadows, person, place);
      else append(this.assurers, review, place);
      if (newLead !== null && assured.every((each) => canMeet(place, each))) {
        append(this.needed, newLead, place);
      }
      if (seconds.isPinned(review, role)) append(pinned, `${role} ${review}`, place);
    }
    this.pinned.push(...pinned.values());
    for (const { person } of assured) this.leading.add(person);
  }

  private onFace(assured: readonly Assured[]): SecondPlace[] {
    const { network, problem } = this;
    const { fixed, open, counts } = network.face(this.nothing);
    const arcs = (indexes: readonly number[]): LeadArc[] =>
      indexes.map((index) => network.arcs[index] as LeadArc);
    const isNew = (person: number): boolean => problem.leads[person]?.isNew ?? false;
    const weekCount = problem.weeks.length;
    const busy = new Set(arcs(fixed).map(({ person, week }) => person * weekCount + week));
    for (const { person } of arcs(fixed)) if (isNew(person)) this.leading.add(person);
    for (const { least, leadArcs } of counts) {
      const people = new Set(arcs(leadArcs).map(({ person }) => person));
      const [person] = people;
      if (least > 0 && people.size === 1 && isNew(person as number)) {
        this.leading.add(person as number);
      }
    }
    const places: SecondPlace[] = [];
    const shadowing = new Set<number>();
    for (const index of [...fixed, ...open]) {
      const { review, person: lead, week, windows } = network.arcs[index] as LeadArc;
      append(this.arcsOfReview, review, index);
      const role: SecondRole = isNew(lead) ? 'QUALITY_ASSURER' : 'SHADOW';
      const newLead = isNew(lead) ? lead : null;
      for (const window of windows) {
        const { slot } = window.candidate;
        if (!this.isOnFace(index, window)) continue;
        for (const { person, company } of this.seconds.of(role, review, slot)) {
          if (person === lead || busy.has(person * weekCount + week)) continue;
          const place = {
            number: places.length,
            role,
            person,
            newLead,
            review,
            week,
            slot,
            cost: company,
          };
          if (!assured.every((each) => isAllowed(place, each))) continue;
          if (role === 'SHADOW') {
            // Whoever of the established leads it is.
            const key = (person * problem.reviews.length + review) * weekCount + week;
            const inSlot = WINDOWS.length * key + WINDOWS.indexOf(slot.window);
            if (shadowing.has(inSlot)) continue;
            shadowing.add(inSlot);
          }
          places.push(place);
        }
      }
    }
    return places;
  }

  /** What it takes of the leads that somebody has this place: anybody, just they, or they by the need that flows. */
  restriction(place: SecondPlace, who: Who): Seat {
    const known = this.restrictions.get(place) ?? {};
    this.restrictions.set(place, known);
    return (known[who] ??= this.seat(place, who));
  }

  private seat(place: SecondPlace, who: Who): Seat {
    const against = (this.arcsOfReview.get(place.review) ?? []).filter(
      (index) => !this.isBeside(place, index),
    );
    const not = who === 'BY_NEED' ? this.otherAssurances(place) : [];
    return { kind: 'SEATED', place, against, isHeld: who === 'THEY', not };
  }

  /** Those of the new lead, but not by this person in this week. */
  private otherAssurances({ newLead, person, week }: SecondPlace): number[] {
    return this.network.assurances.flatMap((each, index) =>
      each.newLead === newLead && (each.assurer !== person || each.week !== week) ? [index] : [],
    );
  }

  /** Of this review in this slot, beside the same new lead or any established one; itself among them. */
  alike({ review, newLead, slot }: SecondPlace): SecondPlace[] {
    return (this.ofReview.get(review) ?? []).filter(
      (each) => each.newLead === newLead && each.slot === slot,
    );
  }

  private isBeside({ person, newLead, slot }: SecondPlace, index: number): boolean {
    const { network } = this;
    const arc = network.arcs[index] as LeadArc;
    const isNew = this.problem.leads[arc.person]?.isNew ?? false;
    if (arc.person === person || (newLead === null ? isNew : arc.person !== newLead)) return false;
    return arc.windows.some(
      (window) => window.candidate.slot === slot && this.isOnFace(index, window),
    );
  }

  /** Whether a window costs no more than its arc. */
  private isOnFace(index: number, window: LeadWindow): boolean {
    return (
      this.restricted.permits(window.candidate) &&
      compare(this.network.extraCost(index, window), this.nothing) <= 0
    );
  }

  /** Whether a new lead is known to need an assurer. */
  isNeeding(newLead: number, { assured }: SecondDecisions): boolean {
    return this.leading.has(newLead) || assured.includes(newLead);
  }

  /** Null where no plan on the face keeps the decisions and has as many shadows as any plan. */
  cheapest(decisions: SecondDecisions): CheapestPlaces | null {
    const isOpen = (place: SecondPlace): boolean => !decisions.refused.has(place);
    const places: SecondPlace[] = [];
    for (const some of this.pinned) {
      const best = cheapestOf(some.filter(isOpen));
      if (!best) return null;
      places.push(best);
    }
    const settled = new Set(places.map(({ review }) => review));
    for (const [review, theirs] of this.assurers) {
      const best = settled.has(review) ? null : cheapestOf(theirs.filter(isOpen));
      if (best && best.cost < 0) places.push(best);
    }
    const needs = this.needs(decisions);
    const shadows = this.shadowWays(places, isOpen);
    const left = this.mostShadows - places.filter(({ role }) => role === 'SHADOW').length;
    const assuring = matched(needs, needs.length);
    const shadowing = left < 0 ? null : matched(shadows, left);
    if (!assuring || !shadowing) return null;
    places.push(...assuring, ...shadowing);
    return { places, cost: places.reduce((sum, { cost }) => sum + cost, 0) };
  }

  /** Of each new lead who needs one still, the ways to an assurer; one is enough, and no way is a gain. */
  private needs(decisions: SecondDecisions): Way[][] {
    const { leads, weeks } = this.problem;
    return [...leads.keys()].flatMap((newLead) => {
      if (!this.isNeeding(newLead, decisions)) return [];
      const all = this.needed.get(newLead) ?? [];
      if (all.some(({ review }) => this.seconds.isPinned(review, 'QUALITY_ASSURER'))) return [];
      const theirs = all.filter((place) => !decisions.refused.has(place));
      if (theirs.some(({ cost }) => cost < 0)) return [];
      return [waysOf(theirs, ({ person, week }) => person * weeks.length + week)];
    });
  }

  private shadowWays(
    places: readonly SecondPlace[],
    isOpen: (place: SecondPlace) => boolean,
  ): Way[][] {
    return [...this.shadows].flatMap(([person, theirs]) => {
      if (places.some((each) => each.role === 'SHADOW' && each.person === person)) return [];
      const ways = waysOf(theirs.filter(isOpen), ({ review }) => review);
      return ways.length > 0 ? [ways] : [];
    });
  }
}

/** Whose a place is, and how the network knows. */
export type Who = 'ANYBODY' | 'THEY' | 'BY_NEED';

type Way = Match & { place: SecondPlace };

/** One for each column, the cheapest. */
function waysOf(places: readonly SecondPlace[], columnOf: (place: SecondPlace) => number): Way[] {
  const ways = new Map<number, Way>();
  for (const place of places) {
    const column = columnOf(place);
    const known = ways.get(column);
    if (!known || place.cost < known.cost) ways.set(column, { column, cost: place.cost, place });
  }
  return [...ways.values()];
}

function matched(rows: readonly (readonly Way[])[], count: number): SecondPlace[] | null {
  const matching = cheapestMatching(rows, count);
  return (
    matching &&
    matching.flatMap((number, row) => (number < 0 ? [] : [(rows[row]?.[number] as Way).place]))
  );
}

function cheapestOf(places: readonly SecondPlace[]): SecondPlace | null {
  return places.reduce<SecondPlace | null>(
    (best, each) => (best && best.cost <= each.cost ? best : each),
    null,
  );
}

/** Whether a place can be the one in which a branch has a new lead assured. */
export function canMeet({ newLead, person, week }: SecondPlace, each: Assured): boolean {
  if (newLead !== each.person) return true;
  return (
    (each.week === null || week === each.week) && (each.assurer === null || person === each.assurer)
  );
}

/** A new lead who has an assurer in a week has no other then, and nor has the assurer another seat. */
function isAllowed(place: SecondPlace, { person, week, assurer }: Assured): boolean {
  if (week === null || assurer === null || place.week !== week) return true;
  return (place.newLead === person) === (place.person === assurer);
}
