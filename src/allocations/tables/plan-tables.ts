import { aims } from '../../solver/aims/aims.js';
import { shutOutOf } from '../../solver/explain/shut-out.js';
import { type Plan } from '../../solver/plan.js';
import { type Problem } from '../../solver/problem.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { type ExplainedReview, type GapInWords, gapInWords } from '../summary/gap-words.js';
import { planNames, type PlanNames } from '../summary/plan-names.js';
import { type CoverageCount, type PlanSummary, summarisePlan } from '../summary/plan-summary.js';
import { type AllocationRow, allocationRows, type ReviewFacts } from './allocation-rows.js';
import { type PersonRow, personRows } from './person-rows.js';

/** What is known beside a problem and its plan; a problem file alone knows neither names nor reasons. */
export interface AboutPlan {
  context?: Partial<SnapshotContext>;
  /** What was found about the reviews without a lead; left out: only who is shut out is told. */
  uncovered?: readonly ExplainedReview[];
}

/** A review without a lead. */
export interface GapRow extends ReviewFacts {
  why: GapInWords;
}

/** Somebody or a school that the problem had to leave out. */
export interface FollowUpRow {
  kind: 'Lead Reviewer' | 'School';
  who: string;
  reference: string;
  reason: string;
}

export interface RegionRow extends CoverageCount {
  region: string;
  isPriority: boolean;
}

export interface AimRow {
  aim: string;
  value: number | null;
  bound: number | null;
  proven: boolean;
}

/** All that people are told about a plan, ready to be laid out. */
export interface PlanTables {
  /** For people, such as "Spring 2027". */
  name: string;
  /** The day on which the registers stood so, a civil date; null for a problem file. */
  asOf: string | null;
  isProven: boolean;
  /** Reviews that were pinned by hand before it was made. */
  pinned: number;
  /** Whether people or needs in it were made up, which must be said wherever they are shown. */
  isInvented: { people: boolean; needs: boolean };
  summary: PlanSummary;
  /** How each region is served; those that carry extra weight come first. */
  regions: RegionRow[];
  names: PlanNames;
  /** Those with a lead in order of their days, then those without. */
  allocation: AllocationRow[];
  /** Those that one changed fact would cover come first. */
  gaps: GapRow[];
  people: PersonRow[];
  /** The Mondays of the term's weeks. */
  weeks: string[];
  followUp: FollowUpRow[];
  /** Decisions that shaped the problem, such as overridden conflicts; whole sentences. */
  notes: string[];
  aims: AimRow[];
}

/** A plan as tables for people, from a problem and a plan that belong together. */
export function planTables(problem: Problem, plan: Plan, about: AboutPlan = {}): PlanTables {
  const { context = {} } = about;
  const names = planNames(context, problem);
  const allocation = allocationRows(problem, plan, names);
  const summary = summarisePlan(problem, plan);
  return {
    name: problem.name,
    asOf: context.asOf ?? null,
    isProven: plan.status === 'OPTIMAL',
    pinned: context.pinnedByHand?.length ?? 0,
    isInvented: inventedIn(context),
    summary,
    regions: regionRows(summary, context.priorityRegions ?? []),
    names,
    allocation: allocation.toSorted(byDays),
    gaps: gapRows(problem, allocation, about.uncovered, names),
    people: personRows(problem, plan, names),
    weeks: problem.weeks,
    followUp: followUpRows(context, names),
    notes: (context.notes ?? []).map((note) => names.inWords(note)),
    aims: aimRows(plan),
  };
}

/** What of a term was made up for the sample. */
export function inventedIn({
  people = {},
  schools = {},
}: Partial<SnapshotContext>): PlanTables['isInvented'] {
  return {
    people: Object.values(people).some(({ synthetic }) => synthetic),
    needs: Object.values(schools).some(({ needsInvented }) => needsInvented),
  };
}

function byDays(one: AllocationRow, other: AllocationRow): number {
  const key = ({ firstDay, region, school, review }: AllocationRow): string =>
    [firstDay ?? '9999', region, school ?? '', review].join('\n');
  return key(one) < key(other) ? -1 : 1;
}

function gapRows(
  problem: Problem,
  allocation: readonly AllocationRow[],
  uncovered: readonly ExplainedReview[] | undefined,
  names: PlanNames,
): GapRow[] {
  const explained = new Map(uncovered?.map((each) => [each.review, each]));
  const gaps = problem.reviews.flatMap((review, index): GapRow[] => {
    const row = allocation[index];
    if (row?.lead !== null) return [];
    const known = explained.get(review.id) ?? shutOutOf(problem, review);
    return [{ ...row, why: gapInWords(known, names) }];
  });
  return [
    ...gaps.filter(({ why }) => why.isMendable),
    ...gaps.filter(({ why }) => !why.isMendable),
  ];
}

function regionRows({ regions }: PlanSummary, priority: readonly string[]): RegionRow[] {
  const rows = regions.map((each) => ({ ...each, isPriority: priority.includes(each.region) }));
  return [...rows.filter((row) => row.isPriority), ...rows.filter((row) => !row.isPriority)];
}

export function followUpRows(context: Partial<SnapshotContext>, names: PlanNames): FollowUpRow[] {
  return (context.leftOut ?? []).map(({ review, lead, reason }) =>
    review === undefined
      ? {
          kind: 'Lead Reviewer',
          who: names.person(lead ?? ''),
          reference: lead ?? '',
          reason: names.inWords(reason),
        }
      : {
          kind: 'School',
          who: names.school(review),
          reference: review,
          reason: names.inWords(reason),
        },
  );
}

function aimRows(plan: Plan): AimRow[] {
  return aims.map(({ name, title }) => {
    const found = plan.aims.find(({ aim }) => aim === name);
    const { value, bound } = found ?? { value: null, bound: null };
    return { aim: title, value, bound, proven: value !== null && value === bound };
  });
}
