import { type Lead, type Problem, type SeatRow, type Slot } from '../problem.js';
import { emptyRows } from '../empty-rows.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import {
  largestMatching,
  type SecondCandidate,
  type SecondCandidates,
  type SecondRole,
} from './second-candidates.js';

/** Somebody whom a branch holds to a second seat. */
export interface HeldSecond {
  review: number;
  window: LeadWindow;
  person: number;
  role: SecondRole;
}

/** How seating the others went: a plan, or who is left without: a new lead, or somebody whom a pin names. */
export interface Seated {
  rows: SeatRow[] | null;
  /** People in induction who got a seat. */
  shadows: number;
  stuck: number | 'PINNED' | null;
}

/** A second seat that has to be filled, and everybody who could fill it beside the leads as they are. */
interface Wanted {
  for: number | 'PINNED';
  options: SecondOption[];
}

interface SecondOption {
  arc: LeadArc;
  window: LeadWindow;
  second: SecondCandidate;
}

const SEAT_OF = { QUALITY_ASSURER: 'qualityAssurer', SHADOW: 'shadow' } as const;

/** Steps of the search for assurers before it gives up, and who is at hand counts as stuck. */
const MOST_STEPS = 2_000;

/**
 * Seats quality assurers and shadows beside leads who are fixed: first those whom pins name and an assurer for each new
 * lead, by a search with the hardest first, then as many shadows as possible. A review may change to another window of
 * its week that is as good.
 */
export class SecondSeating {
  private readonly weeksOf = new Map<number, number[]>();
  private readonly slotOf = new Map<number, Slot>();
  private readonly rows: SeatRow[];
  private steps = 0;
  private stuck: Wanted['for'] | null = null;

  constructor(
    private readonly problem: Problem,
    private readonly seconds: SecondCandidates,
    private readonly led: readonly LeadArc[],
    held: readonly HeldSecond[],
  ) {
    this.rows = emptyRows(problem);
    for (const arc of led) {
      const { slot } = (tied(arc)[0] as LeadWindow).candidate;
      const row = this.rows[arc.review] as SeatRow;
      row.lead = this.person(arc.person).id;
      [row.week, row.window] = [slot.week, slot.window];
      this.use(arc.person, arc.week);
    }
    for (const { review, window, person, role } of held) {
      const { slot, week } = window.candidate;
      const row = this.rows[review] as SeatRow;
      Object.assign(row, slot, { [SEAT_OF[role]]: this.person(person).id });
      this.slotOf.set(review, slot);
      this.use(person, week);
    }
  }

  run(): Seated {
    const pinned = this.wantedByPins();
    const assured = new Set(
      this.led
        .filter(
          (arc) =>
            (this.rows[arc.review] as SeatRow).qualityAssurer !== null ||
            this.seconds.isPinned(arc.review, 'QUALITY_ASSURER'),
        )
        .map((arc) => arc.person),
    );
    const waiting = [...new Set(this.led.map((arc) => arc.person))]
      .filter((person) => this.person(person).isNew && !assured.has(person))
      .map((person): Wanted => ({ for: person, options: this.assurersFor(person) }))
      .sort((a, b) => a.options.length - b.options.length || Number(a.for) - Number(b.for));
    if (!this.fill([...pinned, ...waiting], 0)) {
      return { rows: null, shadows: 0, stuck: this.stuck };
    }
    this.seatShadows();
    return {
      rows: this.rows,
      shadows: this.rows.filter(({ shadow }) => shadow !== null).length,
      stuck: null,
    };
  }

  private wantedByPins(): Wanted[] {
    return this.led.flatMap((arc) =>
      (['QUALITY_ASSURER', 'SHADOW'] as const)
        .filter((role) => this.seconds.isPinned(arc.review, role))
        .filter((role) => this.rows[arc.review]?.[SEAT_OF[role]] === null)
        .map((role): Wanted => ({ for: 'PINNED', options: this.optionsAt(arc, role) })),
    );
  }

  private assurersFor(person: number): SecondOption[] {
    return this.led
      .filter((arc) => arc.person === person)
      .flatMap((arc) => this.optionsAt(arc, 'QUALITY_ASSURER'))
      .sort((a, b) => a.second.company - b.second.company);
  }

  private optionsAt(arc: LeadArc, role: 'QUALITY_ASSURER' | 'SHADOW'): SecondOption[] {
    return this.windowsOf(arc).flatMap((window) =>
      this.seconds
        .of(role, arc.review, window.candidate.slot)
        .filter(({ person }) => person !== arc.person && this.hasRoom(person, arc.week))
        .map((second) => ({ arc, window, second })),
    );
  }

  private fill(wanted: readonly Wanted[], next: number): boolean {
    const now = wanted[next];
    if (!now) return true;
    this.stuck = now.for;
    for (const { arc, window, second } of now.options) {
      if (++this.steps > MOST_STEPS) return false;
      if (!this.hasRoom(second.person, arc.week)) continue;
      if (second.candidate.role === 'SHADOW' && this.hasShadowed(second.person)) continue;
      const seat = SEAT_OF[second.candidate.role as SecondRole];
      const row = this.rows[arc.review] as SeatRow;
      const before = { ...row };
      const slotBefore = this.slotOf.get(arc.review);
      this.use(second.person, arc.week);
      Object.assign(row, window.candidate.slot, { [seat]: this.person(second.person).id });
      this.slotOf.set(arc.review, window.candidate.slot);
      if (this.fill(wanted, next + 1)) return true;
      if (slotBefore) this.slotOf.set(arc.review, slotBefore);
      else this.slotOf.delete(arc.review);
      Object.assign(row, before);
      this.release(second.person, arc.week);
    }
    return false;
  }

  private seatShadows(): void {
    const seated = new Set(this.rows.map(({ shadow }) => shadow));
    const places = this.led.filter(
      (arc) => !this.person(arc.person).isNew && this.rows[arc.review]?.shadow === null,
    );
    const options = new Map<number, { place: number; option: SecondOption }[]>();
    places.forEach((arc, place) => {
      for (const option of this.optionsAt(arc, 'SHADOW')) {
        const { person } = option.second;
        if (seated.has(this.person(person).id)) continue;
        const theirs = options.get(person);
        if (theirs) theirs.push({ place, option });
        else options.set(person, [{ place, option }]);
      }
    });
    for (const list of options.values()) {
      list.sort((a, b) => a.option.second.company - b.option.second.company);
    }
    const matching = largestMatching(
      new Map([...options].map(([person, list]) => [person, list.map(({ place }) => place)])),
    );
    for (const [person, place] of matching) {
      const { option } = options.get(person)?.find((each) => each.place === place) as {
        option: SecondOption;
      };
      Object.assign(this.rows[option.arc.review] as SeatRow, option.window.candidate.slot, {
        shadow: this.person(person).id,
      });
    }
  }

  private windowsOf(arc: LeadArc): LeadWindow[] {
    const fixed = this.slotOf.get(arc.review);
    return tied(arc).filter(({ candidate }) => !fixed || candidate.slot === fixed);
  }

  private hasShadowed(person: number): boolean {
    const { id } = this.person(person);
    return this.rows.some(({ shadow }) => shadow === id);
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
export function keepsRest(
  weeks: readonly number[],
  { restReviews, restWeeks }: Lead['limits'],
): boolean {
  return weeks.every(
    (from) => weeks.filter((week) => week >= from && week < from + restWeeks).length <= restReviews,
  );
}

/** The windows that cost as little as the cheapest. */
export function tied(arc: LeadArc): LeadWindow[] {
  return arc.windows.filter((window) => window.changes === arc.changes && window.fit === arc.fit);
}
