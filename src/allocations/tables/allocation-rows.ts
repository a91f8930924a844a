import { windowDays } from '../../calendar/slots.js';
import { slotInWords } from '../../calendar/words.js';
import { PHASE_WORDS } from '../../schools/school-record.js';
import { KM_PER_MILE, roadKm } from '../../solver/distance.js';
import { type Plan } from '../../solver/plan.js';
import { type Lead, type Problem, type Review, type SeatRow } from '../../solver/problem.js';
import { type PlanNames } from '../summary/plan-names.js';

/** What is known of a review whether it has a lead or not. */
export interface ReviewFacts {
  review: string;
  /** Null where no name is known. */
  school: string | null;
  town: string | null;
  urn: string;
  region: string;
  phase: string;
  /** Codes of the Department for Education. */
  needs: string[];
  priority: number;
  /** Every window that the school accepts, in words, in order of time. */
  windows: string[];
}

/** One review of the plan; the fields about its seats are null where it has no lead. */
export interface AllocationRow extends ReviewFacts {
  /** Civil dates: the Monday of the week, and the review's days. */
  week: string | null;
  firstDay: string | null;
  lastDay: string | null;
  lead: string | null;
  qualityAssurer: string | null;
  shadow: string | null;
  /** By road, one way, from the lead's home; to one decimal. */
  miles: number | null;
  /** Whether that is further than the policy's overnight distance. */
  overnight: boolean | null;
  /** How the days suit the school and the lead. */
  schoolsDays: string | null;
  leadsDays: string | null;
}

const HOST_WORDS = { PREFERRED: 'Preferred', ACCEPTABLE: 'Acceptable' } as const;
const GRADE_WORDS = {
  PREFERRED: 'Preferred',
  AVAILABLE: 'Available',
  IF_NEEDED: 'If needed',
} as const;

/** In the order of the problem's reviews. */
export function allocationRows(problem: Problem, plan: Plan, names: PlanNames): AllocationRow[] {
  const rows = new Map(plan.reviews.map((row) => [row.review, row]));
  const leads = new Map(problem.leads.map((lead) => [lead.id, lead]));
  return problem.reviews.map((review) => {
    const row = rows.get(review.id);
    const lead = leads.get(row?.lead ?? '');
    const facts = reviewFacts(review, names);
    return row && lead
      ? { ...facts, ...seatsOf(problem, review, row, lead, names) }
      : { ...facts, ...NO_LEAD };
  });
}

const NO_LEAD = {
  week: null,
  firstDay: null,
  lastDay: null,
  lead: null,
  qualityAssurer: null,
  shadow: null,
  miles: null,
  overnight: null,
  schoolsDays: null,
  leadsDays: null,
} as const;

function reviewFacts(
  { id, urn, region, phase, needs, priority, windows }: Review,
  names: PlanNames,
): ReviewFacts {
  const school = names.schoolContext(id);
  return {
    review: id,
    school: school?.name ?? null,
    town: school?.town ?? null,
    urn,
    region,
    phase: phaseInWords(phase),
    needs,
    priority,
    windows: windows.map(({ week, window }) => slotInWords(week, window)),
  };
}

/** A problem file may have phases of its own. */
export function phaseInWords(phase: string): string {
  return (PHASE_WORDS as Readonly<Record<string, string>>)[phase] ?? phase;
}

function seatsOf(
  problem: Problem,
  review: Review,
  { week, window, qualityAssurer, shadow }: SeatRow,
  lead: Lead,
  names: PlanNames,
): Omit<AllocationRow, keyof ReviewFacts> {
  if (week === null || window === null) return NO_LEAD;
  const [firstDay, , lastDay] = windowDays(week, window);
  const named = (person: string | null): string | null =>
    person === null ? null : names.person(person);
  const host = review.windows.find((each) => each.week === week && each.window === window);
  const grade = lead.availability[week]?.[window];
  return {
    week,
    firstDay,
    lastDay,
    lead: names.person(lead.id),
    qualityAssurer: named(qualityAssurer),
    shadow: named(shadow),
    miles: milesTo(problem, lead, review),
    overnight: isOvernight(problem, lead, review),
    schoolsDays: host ? HOST_WORDS[host.grade] : null,
    leadsDays: grade ? GRADE_WORDS[grade] : null,
  };
}

/** By road, one way, to one decimal. */
export function milesTo({ policy }: Problem, lead: Lead, review: Review): number {
  return Math.round((roadKm(lead.home, review, policy.roadFactor) / KM_PER_MILE) * 10) / 10;
}

export function isOvernight({ policy }: Problem, lead: Lead, review: Review): boolean {
  return roadKm(lead.home, review, policy.roadFactor) > policy.overnightKm;
}
