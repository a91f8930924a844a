import { type Lead, type Problem, type SeatRow, type Slot } from '../problem.js';
import { emptyRows } from '../pins.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import {
  largestMatching,
  type SecondCandidate,
  type SecondCandidates,
} from './second-candidates.js';

/** A quality assurer who is held to a review: restriction of the search, or a pin. */
export interface HeldAssurer {
  review: number;
  window: LeadWindow;
  assurer: number;
}

/** How seating the others went: a plan, or the new lead who is left without an assurer. */
export interface Seated {
  rows: SeatRow[] | null;
  /** People in induction who got a seat. */
  shadows: number;
  stuck: number | null;
}

/** Steps of the search for assurers before it gives up, and the new lead at hand counts as stuck. */
const MOST_STEPS = 2_000;

/**
 * Seats quality assurers and shadows beside leads who are fixed: first an assurer for each new lead, by a search with the
 * hardest first, then as many shadows as possible. A review may change to another window of its week that is as good.
 */
export class SecondSeating {
  private readonly weeksOf = new Map<number, number[]>();
  private readonly slotOf = new Map<number, Slot>();
  private readonly rows: SeatRow[];
  private steps = 0;
  private stuck: number | null = null;

  constructor(
    private readonly problem: Problem,
    private readonly seconds: SecondCandidates,
    private readonly led: readonly LeadArc[],
    held: readonly HeldAssurer[],
  ) {
    this.rows = emptyRows(problem);
    for (const arc of led) {
      const row = this.rows[arc.review] as SeatRow;
      const { slot } = cheapest(arc).candidate;
      Object.assign(row, { lead: this.person(arc.person).id, ...slot });
      this.use(arc.person, arc.week);
    }
    for (const { review, window, assurer } of held) {
      this.fixSlot(review, window.candidate.slot);
      (this.rows[review] as SeatRow).qualityAssurer = this.person(assurer).id;
      this.use(assurer, window.candidate.week);
    }
  }

  run(): Seated {
    const assured = new Set(
      this.led.filter((arc) => this.rows[arc.review]?.qualityAssurer != null).map((arc) => arc.person),
    );
    const waiting = [...new Set(this.led.map((arc) => arc.person))]
      .filter((person) => this.person(person).isNew && !assured.has(person))
      .map((person) => ({ person, options: this.assurersFor(person) }))
      .sort((a, b) => a.options.length - b.options.length || a.person - b.person);
    if (!this.assure(waiting, 0)) return { rows: null, shadows: 0, stuck: this.stuck };
    return { rows: this.rows, shadows: this.seatShadows(), stuck: null };
  }

  private assurersFor(person: number): { arc: LeadArc; window: LeadWindow; second: SecondCandidate }[] {
    return this.led
      .filter((arc) => arc.person === person)
      .flatMap((arc) =>
        tied(arc).flatMap((window) =>
          this.seconds
            .assurersOf(arc.review, window.candidate.slot)
            .filter((second) => second.person !== person && this.hasRoom(second.person, arc.week))
            .map((second) => ({ arc, window, second })),
        ),
      )
      .sort((a, b) => a.second.company - b.second.company);
  }

  private assure(
    waiting: readonly { person: number; options: ReturnType<SecondSeating['assurersFor']> }[],
    next: number,
  ): boolean {
    const now = waiting[next];
    if (!now) return true;
    this.stuck = now.person;
    for (const { arc, window, second } of now.options) {
      if (++this.steps > MOST_STEPS) return false;
      if (!this.hasRoom(second.person, arc.week)) continue;
      const row = this.rows[arc.review] as SeatRow;
      const before = { ...row };
      this.use(second.person, arc.week);
      Object.assign(row, window.candidate.slot, { qualityAssurer: this.person(second.person).id });
      this.slotOf.set(arc.review, window.candidate.slot);
      if (this.assure(waiting, next + 1)) return true;
      this.slotOf.delete(arc.review);
      Object.assign(row, before);
      this.release(second.person, arc.week);
    }
    return false;
  }

  /** @returns how many were seated */
  private seatShadows(): number {
    const places = this.led.filter((arc) => !this.person(arc.person).isNew);
    const options = new Map<number, { place: number; window: LeadWindow; company: number }[]>();
    places.forEach((arc, place) => {
      for (const window of this.windowsOf(arc)) {
        for (const { person, company } of this.seconds.shadowsOf(arc.review, window.candidate.slot)) {
          if (person === arc.person || !this.hasRoom(person, arc.week)) continue;
          const theirs = options.get(person);
          if (theirs) theirs.push({ place, window, company });
          else options.set(person, [{ place, window, company }]);
        }
      }
    });
    for (const list of options.values()) list.sort((a, b) => a.company - b.company);
    const matching = largestMatching(
      new Map([...options].map(([person, list]) => [person, list.map(({ place }) => place)])),
    );
    for (const [person, place] of matching) {
      const arc = places[place] as LeadArc;
      const option = options.get(person)?.find((each) => each.place === place);
      const row = this.rows[arc.review] as SeatRow;
      Object.assign(row, option?.window.candidate.slot, { shadow: this.person(person).id });
    }
    return matching.size;
  }

  private windowsOf(arc: LeadArc): LeadWindow[] {
    const fixed = this.slotOf.get(arc.review);
    return tied(arc).filter(({ candidate }) => fixed === undefined || candidate.slot === fixed);
  }

  private fixSlot(review: number, slot: Slot): void {
    Object.assign(this.rows[review] as SeatRow, { week: slot.week, window: slot.window });
    this.slotOf.set(review, slot);
  }

  private hasRoom(person: number, week: number): boolean {
    const { limits } = this.person(person);
    const weeks = this.weeksOf.get(person) ?? [];
    if (weeks.includes(week) || weeks.length >= limits.term) return false;
    return keepsRest([...weeks, week], limits);
  }

  private use(person: number, week: number): void {
    this.weeksOf.set(person, [...(this.weeksOf.get(person) ?? []), week]);
  }

  private release(person: number, week: number): void {
    this.weeksOf.set(
      person,
      (this.weeksOf.get(person) ?? []).filter((each) => each !== week),
    );
  }

  private person(index: number): Lead {
    return this.problem.leads[index] as Lead;
  }
}

/** Whether no run of weeks holds too many of these. */
function keepsRest(weeks: readonly number[], { restReviews, restWeeks }: Lead['limits']): boolean {
  return weeks.every(
    (from) => weeks.filter((week) => week >= from && week < from + restWeeks).length <= restReviews,
  );
}

/** The windows that cost as little as the cheapest. */
export function tied(arc: LeadArc): LeadWindow[] {
  return arc.windows.filter((window) => window.changes === arc.changes && window.fit === arc.fit);
}

export function cheapest(arc: LeadArc): LeadWindow {
  return tied(arc)[0] as LeadWindow;
}
