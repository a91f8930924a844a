import { slotInWords } from '../calendar/words.js';
import { aims } from '../solver/aims/aims.js';
import { roadKm } from '../solver/distance.js';
import { type Plan } from '../solver/plan.js';
import {
  type Lead,
  type Problem,
  type Review,
  type Role,
  type SeatRow,
} from '../solver/problem.js';

/** Names for people to read; a problem file alone knows only numbers. What is not named keeps its id. */
export interface Labels {
  /** Schools' names by URN. */
  schools?: ReadonlyMap<string, string>;
  /** People's names by their id in the problem. */
  people?: ReadonlyMap<string, string>;
}

/** One review of the plan, covered or not; the fields about its seats are null where it is not. */
export interface AllocationRow {
  review: string;
  /** Null where no name is known. */
  school: string | null;
  urn: string;
  region: string;
  phase: string;
  /** The Monday, a civil date. */
  week: string | null;
  /** Such as "Monday 11 to Wednesday 13 January 2027". */
  days: string | null;
  lead: string | null;
  qualityAssurer: string | null;
  shadow: string | null;
  /** By road, one way, from the lead's home; to one decimal. */
  miles: number | null;
  priority: number;
}

export interface NotCoveredRow extends Pick<
  AllocationRow,
  'review' | 'school' | 'urn' | 'region' | 'phase' | 'priority'
> {
  needs: string[];
  /** What the host accepts, in words, in the order of the problem. */
  windows: string[];
}

/** What the plan asks of one person. */
export interface PersonRow {
  person: string;
  roles: Role[];
  isNew: boolean;
  reviewsLed: number;
  target: number;
  minimum: number;
  done: number;
  /** Leading, assuring and shadowing together. */
  seats: number;
  /** By road, one way, to every seat; to one decimal. */
  miles: number;
}

export interface AimRow {
  aim: string;
  betterWhen: 'higher' | 'lower';
  value: number | null;
  bound: number | null;
  proven: boolean;
}

export interface PlanTables {
  allocation: AllocationRow[];
  notCovered: NotCoveredRow[];
  people: PersonRow[];
  aims: AimRow[];
}

const KM_PER_MILE = 1.609344;

/** A plan as tables for people, from a problem and a plan that belong together. */
export function planTables(problem: Problem, plan: Plan, labels: Labels = {}): PlanTables {
  const rowsByReview = new Map(plan.reviews.map((row) => [row.review, row]));
  const withRows = problem.reviews.map((review) => [review, rowsByReview.get(review.id)] as const);
  const allocation = withRows.map(([review, row]) => allocationRow(problem, review, row, labels));
  return {
    allocation,
    notCovered: problem.reviews
      .filter((_, index) => allocation[index]?.lead === null)
      .map((review) => notCoveredRow(review, labels)),
    people: problem.leads.map((lead) => personRow(problem, lead, withRows, labels)),
    aims: aims.map(({ name, title, sense }) => {
      const { value, bound } = plan.aims.find(({ aim }) => aim === name) ?? {
        value: null,
        bound: null,
      };
      const betterWhen = sense === 'MAX' ? 'higher' : 'lower';
      return { aim: title, betterWhen, value, bound, proven: value !== null && value === bound };
    }),
  };
}

function allocationRow(
  problem: Problem,
  review: Review,
  row: SeatRow | undefined,
  labels: Labels,
): AllocationRow {
  const lead = problem.leads.find(({ id }) => id === row?.lead);
  const named = (id: string | null | undefined): string | null =>
    id === null || id === undefined ? null : (labels.people?.get(id) ?? id);
  return {
    ...aboutReview(review, labels),
    week: row?.week ?? null,
    days: row?.week && row.window ? slotInWords(row.week, row.window) : null,
    lead: named(row?.lead),
    qualityAssurer: named(row?.qualityAssurer),
    shadow: named(row?.shadow),
    miles: lead === undefined ? null : oneDecimal(milesTo(problem, lead, review)),
  };
}

function notCoveredRow(review: Review, labels: Labels): NotCoveredRow {
  return {
    ...aboutReview(review, labels),
    needs: review.needs,
    windows: review.windows.map(({ week, window }) => slotInWords(week, window)),
  };
}

function aboutReview(
  review: Review,
  labels: Labels,
): Pick<AllocationRow, 'review' | 'school' | 'urn' | 'region' | 'phase' | 'priority'> {
  const { id, urn, region, phase, priority } = review;
  return { review: id, school: labels.schools?.get(urn) ?? null, urn, region, phase, priority };
}

function personRow(
  problem: Problem,
  lead: Lead,
  withRows: readonly (readonly [Review, SeatRow | undefined])[],
  labels: Labels,
): PersonRow {
  const { id, roles, isNew, commitment } = lead;
  const theirs = withRows.filter(
    ([, row]) => row !== undefined && [row.lead, row.qualityAssurer, row.shadow].includes(id),
  );
  return {
    person: labels.people?.get(id) ?? id,
    roles,
    isNew,
    reviewsLed: theirs.filter(([, row]) => row?.lead === id).length,
    target: commitment.target,
    minimum: commitment.minimum,
    done: commitment.done,
    seats: theirs.length,
    miles: oneDecimal(theirs.reduce((sum, [review]) => sum + milesTo(problem, lead, review), 0)),
  };
}

function milesTo(problem: Problem, lead: Lead, review: Review): number {
  return roadKm(lead.home, review, problem.policy.roadFactor) / KM_PER_MILE;
}

function oneDecimal(miles: number): number {
  return Math.round(miles * 10) / 10;
}
