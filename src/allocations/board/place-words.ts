import { type Gain } from '../../solver/hand/gains.js';
import { type Place } from '../../solver/hand/places.js';
import { type Lead, type Problem, type Review, type SeatRow } from '../../solver/problem.js';
import { breachInWords } from '../summary/effect-words.js';
import { counted, sentence } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';
import { isOvernight, milesTo } from '../tables/allocation-rows.js';
import { type CarryView } from './carry.schema.js';

type PlaceView = CarryView['people'][number]['places'][number];

/** What is known of a plan when a review is carried over it. */
export interface Carried {
  problem: Problem;
  review: Review;
  /** As it stands, with the edits. */
  now: SeatRow;
  leads: ReadonlyMap<string, Lead>;
  names: PlanNames;
}

/** A place that no rule forbids, as it is told in a cell, in a list and aloud. @param rank its place among all, from 0 */
export function placeInWords(place: Place, rank: number, carried: Carried): PlaceView {
  const { row, isNow, person } = place;
  const { headline, short, tone } = headlineOf(place, carried);
  const also = alsoOf(place, carried);
  return {
    week: row.week ?? '',
    window: row.window ?? 'MON_WED',
    isNow,
    rank,
    tone,
    short,
    headline,
    also,
    words: [carried.names.person(person), headline, ...also].map((part) => `${part}.`).join(' '),
  };
}

/** A place that rules forbid. @param sentences all that speaks against it, as `refusalsOf` tells them */
export function refusedPlace(
  { row }: Place,
  rank: number,
  sentences: readonly string[],
  name: string,
): PlaceView {
  return {
    week: row.week ?? '',
    window: row.window ?? 'MON_WED',
    isNow: false,
    rank,
    tone: 'REFUSED',
    short: '',
    headline: sentences.map((sentence) => withoutName(sentence, name)).join(' '),
    also: [],
    words: `Blocked. ${sentences.join(' ')}`,
  };
}

/** Own school and own trust stand whatever anybody says (`docs/domain.md`, "Conflicts"). */
const NEVER = /conflict with .*: Own (?:school|trust)/u;

/** Every rule against a place, each a sentence with names. */
export function refusalsOf({ breaches }: Place, names: PlanNames): string[] {
  return breaches.map((breach) => {
    const { sentence } = breachInWords(breach, names);
    return NEVER.test(sentence) ? `${sentence} Never overridden.` : sentence;
  });
}

/** Beside the name a sentence need not begin with it: "Is not available on …" */
export function withoutName(text: string, name: string): string {
  return text.startsWith(`${name} `) ? sentence(text.slice(name.length + 1)) : text;
}

type Headline = Pick<PlaceView, 'headline' | 'short' | 'tone'>;

/** The first of the aims that outrank travel and wishes which it touches. */
function headlineOf({ gains, row }: Place, carried: Carried): Headline {
  const gain = (aim: Gain['aim']): number => gainOf(gains, aim);
  if (gain('coverage') > 0) {
    return { headline: '1 more review has a lead', short: 'covers', tone: 'GAINS' };
  }
  const changes = gain('changes');
  if (changes !== 0) {
    const count = counted(Math.abs(changes), 'published lead or date', 'published leads and dates');
    return changes < 0
      ? { headline: `${count} changed`, short: `${-changes} told`, tone: 'PAYS' }
      : { headline: `${count} as published again`, short: 'as told', tone: 'GAINS' };
  }
  const shadowing = gain('shadowing');
  if (shadowing < 0) {
    const who = carried.now.shadow === null ? '' : `: ${carried.names.person(carried.now.shadow)}`;
    return { headline: `1 shadow loses their seat${who}`, short: '−1 shadow', tone: 'PAYS' };
  }
  const commitment = gain('commitment');
  if (commitment < 0) {
    const who =
      carried.now.lead === null ? '' : ` for ${initialled(carried.names.person(carried.now.lead))}`;
    return {
      headline: `+${counted(-commitment, 'review')} short${who}`,
      short: `+${-commitment} short`,
      tone: 'PAYS',
    };
  }
  if (commitment > 0) {
    const who = initialled(carried.names.person(row.lead ?? ''));
    return {
      headline: `${counted(commitment, 'review')} less short for ${who}`,
      short: `−${commitment} short`,
      tone: 'GAINS',
    };
  }
  const miles = Math.round(milesFor(row.lead, carried) ?? 0);
  return { headline: 'Nobody shorter of their target', short: `${miles} mi`, tone: 'SAME' };
}

function gainOf(gains: readonly Gain[], aim: Gain['aim']): number {
  return gains.find((each) => each.aim === aim)?.gain ?? 0;
}

function alsoOf({ row, gains, isNow }: Place, carried: Carried): string[] {
  const { review, now, leads, names } = carried;
  const lead = leads.get(row.lead ?? '');
  const { week, window } = row;
  const grade = week === null || window === null ? undefined : lead?.availability[week]?.[window];
  const host = review.windows.find((slot) => slot.week === week && slot.window === window);
  const isMoved = now.week !== week || now.window !== window;
  const isFreed = now.qualityAssurer !== null && row.qualityAssurer === null;
  const balance = isNow ? 0 : gainOf(gains, 'balance');
  const found = [
    balance < 0 && 'Load shared less evenly',
    balance > 0 && 'Load shared more evenly',
    grade === 'IF_NEEDED' && 'Only if needed',
    grade === 'PREFERRED' && 'Days they prefer',
    host?.grade === 'ACCEPTABLE' && isMoved && 'Not the days that the school prefers',
    isFreed && `${names.person(now.qualityAssurer ?? '')} no longer assures it`,
    lead?.regions[review.region] === 'RELUCTANT' && `Goes to ${review.region} reluctantly`,
    lead !== undefined && travelInWords(lead, carried),
  ];
  return found.filter((words) => words !== false);
}

/** "56 miles, 31 miles further, a night away" */
function travelInWords(lead: Lead, carried: Carried): string {
  const { problem, review, now } = carried;
  const [miles, before] = [milesTo(problem, lead, review), milesFor(now.lead, carried)];
  const difference = before === null ? 0 : Math.round(miles - before);
  const further = `${counted(Math.abs(difference), 'mile')} ${difference > 0 ? 'further' : 'nearer'}`;
  return [
    counted(Math.round(miles), 'mile'),
    ...(difference === 0 ? [] : [further]),
    ...(isOvernight(problem, lead, review) ? ['a night away'] : []),
  ].join(', ');
}

export function milesFor(
  person: string | null,
  { problem, review, leads }: Carried,
): number | null {
  const lead = leads.get(person ?? '');
  return lead ? milesTo(problem, lead, review) : null;
}

/** "A. Okafor" */
export function initialled(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  return rest.length === 0 ? name : `${first.charAt(0)}. ${rest.join(' ')}`;
}
