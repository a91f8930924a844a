import { weekdayInWords } from '../../calendar/words.js';
import { type PolicyGroup, policyInWords, policyNumbers } from '../../settings/policy-words.js';
import { type Settings } from '../../settings/settings.js';
import { type Pin, type Problem } from '../../solver/problem.js';
import { type OpenedPlan } from '../plans/opened-plans.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { pinInWords } from '../summary/pin-words.js';
import { rowInWords } from '../summary/effect-words.js';
import { counted, sentence } from '../summary/phrases.js';
import { planNames } from '../summary/plan-names.js';
import { type FollowUpRow, followUpRows } from '../tables/plan-tables.js';

/** What a run of a term would be about if it were asked for now, and what can be chosen. */
export interface RunChoices {
  asOf: string;
  asOfInWords: string;
  policies: { name: string; isDefault: boolean; words: string; groups: PolicyGroup[] }[];
  scope: { reviews: number; people: number; words: string; leftOut: FollowUpRow[] };
  kept: {
    words: string;
    reviews: { review: string; school: string; words: string }[];
    /** Seats that were accepted and are not kept, each with the reason. */
    notKept: string[];
  };
  plan: KeepablePlan | null;
}

/** A plan of which a run may keep something besides what it has to. */
export interface KeepablePlan {
  id: string;
  name: string;
  words: string;
  /** Reviews that are pinned by hand: they stay wherever the run goes around the plan. */
  pinned: number;
  /** Those with a lead that are not kept anyway, by the names of their schools. */
  reviews: { review: string; school: string; region: string; isPinned: boolean; words: string }[];
}

/**
 * @param problem the term as it would be frozen now, with any policy
 * @param plan the newest that has seats, with its name; null: there is none
 */
export function runChoices(
  problem: Problem,
  context: Partial<SnapshotContext>,
  policies: Settings['policies'],
  today: string,
  plan: { name: string; opened: OpenedPlan } | null,
): RunChoices {
  const names = planNames(context, problem);
  const asOf = context.asOf ?? today;
  return {
    asOf,
    asOfInWords: weekdayInWords(asOf),
    policies: policyChoices(policies),
    scope: {
      reviews: problem.reviews.length,
      people: problem.leads.length,
      words: scopeInWords(problem),
      leftOut: followUpRows(context, names),
    },
    kept: {
      words: keptInWords(problem.pins, context.notKept ?? []),
      notKept: (context.notKept ?? []).map((note) => `${names.inWords(note)}.`),
      reviews: problem.pins.map((pin) => ({
        review: pin.review,
        school: names.school(pin.review),
        words: pinInWords(pin, names),
      })),
    },
    plan: plan && keepablePlan(plan, new Set(problem.pins.map(({ review }) => review))),
  };
}

/** @param kept reviews that every run keeps as they are */
function keepablePlan(
  { name, opened: { stored, problem, names, held } }: { name: string; opened: OpenedPlan },
  kept: ReadonlySet<string>,
): KeepablePlan {
  const regions = new Map(problem.reviews.map(({ id, region }) => [id, region]));
  const byHand = new Set(
    problem.pins.map(({ review }) => review).filter((review) => !held.has(review)),
  );
  const reviews = stored.content.reviews
    .filter(({ review, lead }) => lead !== null && !kept.has(review))
    .map((row) => ({
      review: row.review,
      school: names.school(row.review),
      region: regions.get(row.review) ?? '',
      isPinned: byHand.has(row.review),
      words: sentence(rowInWords(row, names)),
    }))
    .sort((a, b) => a.school.localeCompare(b.school, 'en-GB'));
  const pinned = reviews.filter(({ isPinned }) => isPinned).length;
  const pins =
    pinned === 0
      ? 'Nothing is pinned in it'
      : `${counted(pinned, 'review is', 'reviews are')} pinned in it`;
  return { id: stored.id, name, words: `${pins}.`, pinned, reviews };
}

/** The one that settings name as the default comes first. */
function policyChoices({ byName, defaultName }: Settings['policies']): RunChoices['policies'] {
  const choices = Object.entries(byName).map(([name, policy]) => ({
    name,
    isDefault: name === defaultName,
    words: policyInWords(policy),
    groups: policyNumbers(policy),
  }));
  return choices.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

function scopeInWords({ reviews, leads }: Problem): string {
  return `${counted(reviews.length, 'review')} of the term and ${counted(leads.length, 'person who can have a seat', 'people who can have a seat')} take part.`;
}

function keptInWords(pins: readonly Pin[], notKept: readonly string[]): string {
  if (pins.length === 0 && notKept.length > 0) {
    return 'Nothing is kept as it is: nobody who has accepted a review of this term is able to do it any more.';
  }
  if (pins.length === 0) {
    return 'Nobody has accepted a review of this term yet, so nothing is kept as it is.';
  }
  return `${counted(pins.length, 'review is', 'reviews are')} kept as ${pins.length === 1 ? 'it is' : 'they are'}: accepted by the lead, led already, or in a week that has begun.`;
}
