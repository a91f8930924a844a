import { slotInWords, weekInWords } from '../../calendar/words.js';
import {
  type AssurersFound,
  type NobodyCanLead,
  type Preflight,
} from '../../solver/preflight/preflight.js';
import {
  type PersonRoom,
  type ReviewShortage,
  type ReviewsShort,
} from '../../solver/preflight/review-findings.js';
import { type SlotRow, type TimeRow, type WeekRow } from '../../solver/preflight/tables.js';
import { type GapInWords, gapInWords } from './gap-words.js';
import { counted, listed, numbered, sentence } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** A shortage ready to print: whole sentences. */
export interface ShortageInWords {
  /** How many of which reviews go without. */
  what: string;
  /** Who could lead any of them, and how many together. */
  why: string;
  /** How much each of them can take, and what keeps them from more; none where they are too many to name. */
  people: string[];
  /** Parts that are too many by themselves. */
  parts: ShortageInWords[];
}

/** Few enough to be named one by one. */
const NAMED = 8;
const NAMED_WEEKS = 4;

/** How many reviews can have a lead at most: the sentences above everything else. */
export function coverageInWords({ coverage: { due, most }, pinsShort }: Preflight): string[] {
  if (due.reviews === 0) return ['There is no review to allocate.'];
  if (pinsShort !== null)
    return ['No plan keeps all pins, so a run would end without a plan. Drop one of those below.'];
  const without = due.reviews - most.reviews;
  if (without === 0) {
    return [
      due.reviews === 1
        ? 'Nothing found here keeps the review from having a lead.'
        : `Nothing found here keeps any of ${numbered(due.reviews)} reviews from having a lead.`,
      due.reviews === 1
        ? 'That is no promise: only a run tells.'
        : 'That is no promise: only a run tells whether one plan can cover all of them.',
    ];
  }
  return [
    `No plan covers more than ${numbered(most.reviews)} of ${counted(due.reviews, 'review')}: at least ${numbered(without)} ${without === 1 ? 'goes' : 'go'} without a lead.`,
    `Weighted by priority no plan covers more than ${numbered(most.priority)} of ${numbered(due.priority)}.`,
  ];
}

export function shortageInWords(
  shortage: ReviewsShort & Partial<Pick<ReviewShortage, 'smallest'>>,
  names: PlanNames,
): ShortageInWords {
  const { reviews, most, people, unassured, smallest = [] } = shortage;
  return {
    what: sentence(whatIsShort(reviews, most, names)),
    why: [
      whoCouldLead(reviews.length, most, people, names),
      ...unassuredInWords(unassured, names),
    ].join(' '),
    people: roomsInWords(people, names),
    parts: smallest.map((part) => shortageInWords(part, names)),
  };
}

/** Those that are not told as pins that cannot all hold, and of their parts the same. */
export function shortagesBesidePins({
  pinsShort,
  shortages,
}: Pick<Preflight, 'pinsShort' | 'shortages'>): ReviewShortage[] {
  const pinned = new Set(pinsShort?.reviews);
  const isTold = ({ reviews }: ReviewsShort): boolean =>
    reviews.length === pinned.size && reviews.every((review) => pinned.has(review));
  return shortages
    .filter((shortage) => !isTold(shortage))
    .map(({ smallest, ...shortage }) => ({
      ...shortage,
      smallest: smallest.filter((part) => !isTold(part)),
    }));
}

/** Reviews that go without a lead because too few new leads can be assured; null where none need do. */
export function assurerCostInWords(
  { newLeads, most, assurers, cost }: AssurersFound['shortages'][number],
  names: PlanNames,
): ShortageInWords | null {
  if (cost === null) return null;
  return {
    what: sentence(whatIsShort(cost.reviews, cost.most, names)),
    why: whoIsAssured(newLeads, most, assurers, names),
    people: roomsInWords(assurers, names),
    parts: [],
  };
}

/** Why nobody could lead a review: how many people are kept away by what. */
export function nobodyInWords(
  review: NobodyCanLead,
  { assurers }: Pick<Preflight, 'assurers'>,
  names: PlanNames,
): Pick<GapInWords, 'closed' | 'leads' | 'keptAway'> {
  const { closed, leads, keptAway } = gapInWords(
    { ...review, permitted: [], permittedNew: [] },
    names,
  );
  const unassured = review.permitted.filter((person) => assurers.nobody.includes(person)).length;
  const others = review.permitted.length - unassured;
  const more = [
    {
      people: unassured,
      words: `could lead it as ${unassured === 1 ? 'a new lead' : 'new leads'}, but nobody could assure their quality anywhere`,
    },
    { people: others, words: 'could lead it, but pins name somebody else or have them elsewhere' },
  ];
  return { closed, leads, keptAway: [...keptAway, ...more.filter(({ people }) => people > 0)] };
}

/** How much each of a few people can take. */
export function roomsInWords(people: readonly PersonRoom[], names: PlanNames): string[] {
  return people.length > NAMED ? [] : people.map((room) => roomInWords(room, names));
}

/** What a sentence goes on with. */
function whatIsShort(reviews: readonly string[], most: number, names: PlanNames): string {
  const schools = reviews.map((review) => names.school(review));
  const [only] = schools;
  if (only !== undefined && schools.length === 1) return `${only} goes without a lead.`;
  const without = reviews.length - most;
  const counts = `at least ${numbered(without)} of ${counted(reviews.length, 'review')} ${without === 1 ? 'goes' : 'go'} without a lead`;
  return schools.length > NAMED ? `${counts}.` : `${counts}: ${listed(schools, 'or')}.`;
}

function whoCouldLead(
  reviews: number,
  most: number,
  people: readonly PersonRoom[],
  names: PlanNames,
): string {
  const them = reviews === 1 ? 'it' : 'any of them';
  // Pins alone can be short of everybody.
  if (people.length === 0) return `Nobody could lead ${them} as the pins are.`;
  if (people.length > NAMED) {
    const by = (limit: PersonRoom['limit'], words: string): string[] => {
      const count = people.filter((room) => room.limit === limit).length;
      return count === 0 ? [] : [`${numbered(count)} by ${words}`];
    };
    const limits = [
      ...by('WEEKS', 'the weeks that suit'),
      ...by('REST', 'the rest they need'),
      ...by('TERM_LIMIT', 'what they may take this term'),
    ];
    return `Only ${numbered(people.length)} people could lead ${them}, and together at most ${numbered(most)}; they are limited, ${listed(limits)}.`;
  }
  const who = listed(
    people.map(({ lead }) => names.person(lead)),
    'or',
  );
  const isOne = people.length === 1;
  const room =
    most === 0
      ? isOne
        ? 'has no room left'
        : 'none of them has room left'
      : `${isOne ? '' : 'together '}at most ${numbered(most)}`;
  return `Only ${who} could lead ${them}, and ${room}.`;
}

function unassuredInWords(people: readonly string[], names: PlanNames): string[] {
  if (people.length === 0) return [];
  const who = people.length > NAMED ? `${numbered(people.length)} others` : named(people, names);
  const as = people.length === 1 ? 'a new lead' : 'new leads';
  return [`${who} could too, as ${as}, but nobody could assure their quality anywhere.`];
}

function roomInWords(
  { lead, weeks, most, limit, pinnedSeats }: PersonRoom,
  names: PlanNames,
): string {
  const who = names.person(lead);
  const suit = weeksInWords(weeks);
  const elsewhere =
    pinnedSeats === 0 ? '' : `, besides ${counted(pinnedSeats, 'other seat')} pinned to them`;
  switch (limit) {
    case 'WEEKS':
      return `${who}: ${numbered(most)}, one in each week that suits (${suit}).`;
    case 'REST':
      return `${who}: ${numbered(most)}, with enough rest between them${elsewhere} (${suit}).`;
    case 'TERM_LIMIT':
      return most === 0
        ? `${who}: none, since they may take no more this term${elsewhere}.`
        : `${who}: ${numbered(most)}, the most they may take this term${elsewhere}.`;
  }
}

function weeksInWords(weeks: readonly string[]): string {
  if (weeks.length > NAMED_WEEKS) return `${weeks.length} weeks suit`;
  return listed(weeks.map((week) => weekInWords(week).replace('Week', 'week')));
}

/** What is wrong with a week or a window, in sentences; none where nothing is. */
export function timeInWords(row: WeekRow | SlotRow): string[] {
  if (row.standing === 'ENOUGH') return [];
  const when = 'week' in row ? weekInWords(row.week) : slotInWords(row.slot.week, row.slot.window);
  const other = 'week' in row ? 'week' : 'window';
  return [`${when}: ${standingInWords(row, other)}`];
}

function standingInWords(row: TimeRow, other: string): string {
  if (row.standing === 'SHORT') {
    const { onlyHere, mostOnlyHere } = row;
    return `${counted(onlyHere.length, 'review')} could be led in no other ${other}, and at most ${numbered(mostOnlyHere)} of them can be led in this one. Ask a school for another ${other}, or somebody to be available.`;
  }
  return `if schools spread evenly, ${row.evenShare} reviews would fall on it, and at most ${numbered(row.most)} can be led then. Schools that can move should be asked before a run.`;
}

/** What stands between new leads and their assurers, in sentences. */
export function assurersInWords({ assurers }: Preflight, names: PlanNames): string[] {
  const { nobody, shortages } = assurers;
  return [
    ...nobody.map(
      (person) =>
        `${names.person(person)} is a new lead and can lead nothing: nobody could assure the quality of any review that they could lead.`,
    ),
    ...shortages.flatMap(({ newLeads, most, assurers: people, cost }) => [
      whoIsAssured(newLeads, most, people, names),
      cost === null
        ? 'Whether that leaves a review without a lead only a run tells.'
        : `So ${whatIsShort(cost.reviews, cost.most, names)}`,
      ...roomsInWords(people, names),
    ]),
  ];
}

function whoIsAssured(
  newLeads: readonly string[],
  most: number,
  assurers: readonly PersonRoom[],
  names: PlanNames,
): string {
  const by = named(
    assurers.map(({ lead }) => lead),
    names,
  );
  return `Of ${counted(newLeads.length, 'new lead')} (${named(newLeads, names)}) at most ${numbered(most)} can lead anything: only ${by} could assure their quality.`;
}

/** What stands between people in induction and the review that they are to shadow, in sentences. */
export function shadowsInWords({ shadows }: Preflight, names: PlanNames): string[] {
  const { nowhere, shortages } = shadows;
  return [
    ...nowhere.map(
      (person) =>
        `${names.person(person)} is in induction and can shadow no review: nowhere are they free beside somebody who could lead and is not new.`,
    ),
    ...shortages.map(({ people, most, reviews }) => {
      const where = reviews.map((review) => names.school(review));
      return `Of ${counted(people.length, 'person', 'people')} in induction (${named(people, names)}) at most ${numbered(most)} can shadow a review: for them there is only ${listed(where)}.`;
    }),
  ];
}

function named(people: readonly string[], names: PlanNames): string {
  return listed(people.map((person) => names.person(person)));
}
