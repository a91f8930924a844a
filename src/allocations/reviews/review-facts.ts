import { slotInWords } from '../../calendar/words.js';
import { type Problem, type Review } from '../../solver/problem.js';
import { type Priority } from '../../reviews/priority.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { counted } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { type PlanReviewFacts } from './plan-review.schema.js';
import { type SchoolFacts } from './review-registers.js';

/** What is looked up to tell of reviews: as frozen with the plan, and as the registers stand today. */
export interface AboutReviews {
  problem: Problem;
  names: PlanNames;
  context: Partial<SnapshotContext>;
  schools: ReadonlyMap<string, SchoolFacts>;
  needs: ReadonlyMap<string, string>;
  /** Of the registers, by review. */
  priorities: ReadonlyMap<string, Priority>;
}

/** What people want to know of a review, whoever leads it. */
export function reviewFacts(review: Review, about: AboutReviews): PlanReviewFacts {
  const { names, context, problem } = about;
  const school = about.schools.get(review.urn);
  const windows = review.windows.map(({ week, window, grade }) => ({
    week,
    window,
    days: slotInWords(week, window),
    grade,
    closed:
      problem.closed.find((slot) => slot.week === week && slot.window === window)?.reason ?? null,
  }));
  return {
    review: review.id,
    school: names.school(review.id),
    region: review.region,
    isPriorityRegion: context.priorityRegions?.includes(review.region) ?? false,
    phase: phaseInWords(review.phase),
    type: school?.type ?? null,
    trust: school?.trust ?? null,
    needs: review.needs.map((code) => ({ code, name: about.needs.get(code) ?? code })),
    needsInvented: names.schoolContext(review.id)?.needsInvented ?? false,
    priority: { value: review.priority, reason: reasonOf(review, about) },
    windows,
    windowsInWords: windowsInWords(windows),
  };
}

/** The registers' reason, unless the weight has changed since the plan was made. */
function reasonOf({ id, priority }: Review, { priorities }: AboutReviews): string {
  const today = priorities.get(id);
  if (today?.value === priority) return today.reason;
  if (today !== undefined) return `As it was when the plan was made; today it is ${today.value}`;
  return priority === 1 ? 'The usual weight' : 'As the problem file says';
}

function windowsInWords(windows: PlanReviewFacts['windows']): string {
  const open = windows.filter(({ closed }) => closed === null);
  const first = open.find(({ grade }) => grade === 'PREFERRED') ?? open[0];
  if (first === undefined) return 'No window that the school accepts is open';
  const preferred = first.grade === 'PREFERRED' ? ', preferred' : '';
  const others = open.length - 1;
  const rest = others === 0 ? 'no other window' : counted(others, 'other window');
  return `${first.days}${preferred}; ${rest}`;
}
