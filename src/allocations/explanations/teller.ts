import { slotInWords } from '../../calendar/words.js';
import { KM_PER_MILE, roadKm } from '../../solver/distance.js';
import {
  type Lead,
  type Pin,
  type Problem,
  type Review,
  type SeatRow,
  type Slot,
} from '../../solver/problem.js';
import { type PlanNames } from '../summary/plan-names.js';
import { type SlotView } from './explanation-parts.schema.js';

/** Whole miles, by road. */
export function inMiles(km: number): number {
  return Math.round(km / KM_PER_MILE);
}

/** What telling an explanation in words needs to know: the problem, the plan it is about, and the names. */
export class Teller {
  readonly people: ReadonlyMap<string, Lead>;
  readonly reviews: ReadonlyMap<string, Review>;

  constructor(
    readonly problem: Problem,
    readonly rows: readonly SeatRow[],
    readonly names: PlanNames,
  ) {
    this.people = new Map(problem.leads.map((lead) => [lead.id, lead]));
    this.reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  }

  slot({ week, window }: Slot): SlotView {
    return { week, window, days: slotInWords(week, window) };
  }

  /** When a row is, in words; empty where it has no slot. */
  days({ week, window }: Pick<SeatRow, 'week' | 'window'>): string {
    return week === null || window === null ? '' : slotInWords(week, window);
  }

  /** How far the lead of a row lives from the school, in km; 0 where it has none. */
  km({ review, lead }: SeatRow): number {
    const [person, school] = [this.people.get(lead ?? ''), this.reviews.get(review)];
    return person && school ? roadKm(person.home, school, this.problem.policy.roadFactor) : 0;
  }

  /** "Vale School is pinned to Ada Skylark on Monday 11 to Wednesday 13 January 2027" */
  pin({ review, lead, qualityAssurer, shadow, week, window }: Pin): string {
    const seats = [
      lead === undefined ? '' : `led by ${this.names.person(lead)}`,
      qualityAssurer === undefined ? '' : `quality assured by ${this.names.person(qualityAssurer)}`,
      shadow === undefined ? '' : `shadowed by ${this.names.person(shadow)}`,
    ].filter((seat) => seat !== '');
    const what = seats.length === 0 ? 'given a lead' : seats.join(' and ');
    const when = week && window ? ` on ${slotInWords(week, window)}` : '';
    return `${this.names.school(review)} is to be ${what}${when}`;
  }
}
