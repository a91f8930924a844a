import { slotInWords } from '../../calendar/words.js';
import { type ShutOut } from '../../solver/explain/shut-out.js';
import { type UncoveredReview } from '../../solver/explain/uncovered.js';
import { factInWords } from './fact-words.js';
import { type PlanNames } from './plan-names.js';

/** Why a review has no lead, as it goes out over HTTP: the one fact in words. */
export interface ExplainedReview extends ShutOut {
  oneFact: {
    /** The end of a sentence that begins "It would be covered if …". */
    words: string;
    kind: string;
    /** Whom or what would be asked: a person's or a review's reference. */
    subject: string;
    /** Who would lead the review then. */
    lead: string;
  } | null;
  tried: number;
}

export function explainedReview(uncovered: UncoveredReview, names: PlanNames): ExplainedReview {
  const { oneFact } = uncovered;
  if (oneFact === null) return { ...uncovered, oneFact };
  const { fact, lead } = oneFact;
  const subject = 'lead' in fact ? fact.lead : fact.review;
  const words = factInWords(fact, names);
  return { ...uncovered, oneFact: { words, kind: fact.kind, subject, lead } };
}

/** Why a review has no lead, ready to print. */
export interface GapInWords {
  /** Windows of the school in which nobody can review, and why, or that it accepts none: whole sentences. */
  closed: string[];
  /** How many people may lead this term. */
  leads: number;
  /** How many of them are kept away by what: a number and what follows it in a sentence. */
  keptAway: { people: number; words: string }[];
  /** Whole sentences about the one fact that would cover it; none where none was looked for. */
  remedy: string[];
  /** Whether one changed fact would cover it. */
  isMendable: boolean;
}

/** @param review what is known of it; without `tried` no fact has been looked for */
export function gapInWords(
  review: ShutOut & Partial<Pick<ExplainedReview, 'oneFact' | 'tried'>>,
  names: PlanNames,
): GapInWords {
  const isOpen = review.openWindows.length > 0;
  return {
    closed: closedInWords(review),
    leads: review.leads,
    keptAway: isOpen ? [...byRules(review), ...byThePlan(review, names)] : [],
    remedy: review.tried === undefined ? [] : remedy(review.oneFact ?? null, review.tried, names),
    isMendable: (review.oneFact ?? null) !== null,
  };
}

function closedInWords({ openWindows, closedWindows }: ShutOut): string[] {
  if (openWindows.length + closedWindows.length === 0) {
    return ['The school accepts no window of the term.'];
  }
  return closedWindows.map(
    ({ slot, reason }) =>
      `The school accepts ${slotInWords(slot.week, slot.window)}, when nobody can review: ${reason}.`,
  );
}

function byRules({ rules, shutOutTogether }: ShutOut): GapInWords['keptAway'] {
  const alone = (count: number): string => (count === 0 ? '' : ` (${count} by this alone)`);
  const together = {
    people: shutOutTogether,
    words: `${shutOutTogether === 1 ? 'is' : 'are'} kept out of each of its windows by one thing or another`,
  };
  return [
    ...rules.map((rule) => ({ people: rule.leads, words: `${rule.words}${alone(rule.alone)}` })),
    ...(shutOutTogether === 0 ? [] : [together]),
  ];
}

/** Few enough to be named one by one. */
const NAMED = 3;

function byThePlan(
  { permitted, permittedNew, assurers }: ShutOut,
  names: PlanNames,
): GapInWords['keptAway'] {
  const established = permitted.filter((person) => !permittedNew.includes(person));
  const named = (people: readonly string[]): string =>
    people.length > NAMED ? '' : ` (${people.map((person) => names.person(person)).join(', ')})`;
  const kinds = [
    { people: established, words: 'could lead it, but the plan needs them elsewhere' },
    {
      people: permittedNew,
      words: `could lead it as ${permittedNew.length === 1 ? 'a new lead' : 'new leads'}, but ${
        assurers === 0
          ? 'nobody can assure the quality there'
          : 'the plan needs them, or who could assure the quality there, elsewhere'
      }`,
    },
  ];
  return kinds
    .filter(({ people }) => people.length > 0)
    .map(({ people, words }) => ({ people: people.length, words: `${words}${named(people)}` }));
}

function remedy(oneFact: ExplainedReview['oneFact'], tried: number, names: PlanNames): string[] {
  if (oneFact !== null) {
    const { words, subject, lead } = oneFact;
    const then = subject === lead ? '' : ` ${names.person(lead)} could lead it then.`;
    return [`It would be covered if ${words}.${then}`, 'Checked by solving again.'];
  }
  const looked = tried === 0 ? '' : ` (${tried} ruled out by solving again)`;
  return [`No single change that could be asked for would cover it${looked}.`];
}
