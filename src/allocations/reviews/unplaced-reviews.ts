import { type Problem } from '../../solver/problem.js';
import { type OpenedPlan } from '../plans/opened-plans.js';
import { silentPeople } from '../snapshot/silent-people.js';
import { type LeftOut, type SnapshotContext } from '../snapshot/snapshot-input.js';
import { type PlanNames } from '../summary/plan-names.js';
import { windowsLetter } from '../summary/letters.js';
import { type UnplacedView } from './plan-review.schema.js';
import { type AboutReviews, reviewFacts } from './review-facts.js';
import { stoppersInWords } from './stoppers-in-words.js';

/** Reviews without a lead with what stands in the way, and those that the plan leaves out; the weightiest first. */
export function unplacedReviews(
  { stored, problem, names, frozen }: OpenedPlan,
  about: AboutReviews,
): Omit<UnplacedView, 'plan'> {
  const rows = stored.content.reviews;
  const without = new Set(rows.filter(({ lead }) => lead === null).map(({ review }) => review));
  const context: Partial<SnapshotContext> = frozen.context;
  const leftOut = context.leftOut ?? [];
  const waiting = leftOut.flatMap((each) => waitingReview(each, problem, names));
  const silent = silentPeople(context);
  const answered = { ...problem, leads: problem.leads.filter(({ id }) => !silent.has(id)) };
  const seated = new Set(
    rows.flatMap(({ lead, qualityAssurer, shadow }) => [lead, qualityAssurer, shadow]),
  );
  const reviews = problem.reviews
    .filter(({ id }) => without.has(id))
    .sort((a, b) => b.priority - a.priority)
    .map((review) => {
      const { leads, parts, sentence } = stoppersInWords(answered, review, seated, names);
      return { ...reviewFacts(review, about), leads, stoppers: parts, standsInTheWay: sentence };
    });
  return {
    words: inWords(reviews.length, rows.length, waiting),
    reviews,
    silent: silent.size,
    waiting,
  };
}

function inWords(without: number, all: number, waiting: UnplacedView['waiting']): string {
  const first =
    without === 0
      ? all === 0
        ? 'No review takes part.'
        : `All ${all} reviews have a lead.`
      : `${without} of ${all} reviews ${without === 1 ? 'has' : 'have'} no lead.`;
  const { length } = waiting;
  if (length === 0) return first;
  const isForWindows = waiting.every(({ letter }) => letter !== null);
  const what = isForWindows
    ? `${length === 1 ? 'its school’s' : 'their schools’'} windows`
    : 'facts that no plan can do without';
  return `${first} ${length} more ${length === 1 ? 'waits' : 'wait'} for ${what}.`;
}

function waitingReview(
  { review, reason }: LeftOut,
  problem: Problem,
  names: PlanNames,
): UnplacedView['waiting'] {
  if (review === undefined) return [];
  const school = names.school(review);
  const isSilent = reason.startsWith('Windows not known');
  return [
    {
      review,
      school,
      reason: names.inWords(reason),
      letter: isSilent ? windowsLetter(school, problem) : null,
    },
  ];
}
