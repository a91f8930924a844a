import { counted, numbered } from '../../allocations/summary/phrases.js';
import { slotInWords } from '../../calendar/words.js';
import { type Awkward } from './awkward-weeks.js';
import { tenths, verdictOf, withinOne } from './fair-share.js';
import { type HeldSeat } from './fairness-facts.js';
import { type PersonFairness, type WeighedSeat } from './person-fairness.js';

/** Everything a report of fairness says in words. It counts, and blames nobody. */

export const AWKWARD_NAMES: Readonly<Record<Awkward, string>> = {
  EDGE_OF_TERM: 'First or last week of the term',
  BESIDE_HALF_TERM: 'Week beside half-term',
  BANK_HOLIDAY: 'Week with a bank holiday',
  FAR_FRIDAY: 'Ends on a Friday, a night away from home',
};

export const OUTCOME_WORDS: Readonly<Record<HeldSeat['outcome'], string>> = {
  LED: 'Led',
  ACCEPTED: 'Accepted, still to be led',
  OFFERED: 'Offered, waiting for an answer',
};

const ROLE_WORDS: Readonly<Record<HeldSeat['role'], string>> = {
  LEAD: 'Lead',
  QUALITY_ASSURER: 'Quality assurer',
  SHADOW: 'Shadow',
};

const VERDICTS = {
  EVEN: 'Load is spread evenly',
  FAIRLY_EVEN: 'Load is spread fairly evenly',
  UNEVEN: 'Load is spread unevenly',
} as const;

/** "Load is spread evenly: 80 of 96 people carry within one review of their share." */
export function headlineOf(people: readonly PersonFairness[]): string {
  if (people.every(({ load }) => load === 0)) {
    return 'No review has been offered here, so there is nothing to compare.';
  }
  const within = withinOne(people.map(({ load, share }) => [load, share]));
  return `${VERDICTS[verdictOf(within, people.length)]}: ${numbered(within)} of ${counted(people.length, 'person', 'people')} ${people.length === 1 ? 'carries' : 'carry'} within one review of their share.`;
}

/** How far those who are furthest are, and how many reviews lie beyond one of a share. */
export function furthestInWords(people: readonly PersonFairness[]): string {
  const differences = people.map(({ load, share }) => load - share);
  const [most, least] = [Math.max(0, ...differences), Math.min(0, ...differences)];
  const above = people.filter(({ side }) => side === 'ABOVE').length;
  const below = people.filter(({ side }) => side === 'BELOW').length;
  return `${counted(above, 'person carries', 'people carry')} more than that and ${numbered(below)} less. The furthest above is ${tenths(most)} over the share, the furthest below ${tenths(-least)} under it.`;
}

export function travelInWords(people: readonly PersonFairness[]): string {
  const [seats, unknown] = seatsIn(people);
  if (seats === unknown) return 'Nobody has travelled.';
  const travelling = people.filter((person) => person.seats.length > 0);
  const miles = travelling.map((person) => person.miles).sort((a, b) => a - b);
  const middle = miles[miles.length >> 1] ?? 0;
  const nights = people.reduce((sum, person) => sum + person.nights, 0);
  return `${counted(travelling.length, 'person travels', 'people travel')} ${numbered(middle)} miles in the middle and ${numbered(miles.at(-1) ?? 0)} at most, one way and added up over their reviews. ${counted(nights, 'review')} of ${numbered(seats)} ${nights === 1 ? 'means' : 'mean'} a night away.${unknown === 0 ? '' : ` For ${numbered(unknown)} it is not known where the school is.`}`;
}

/** How many, and of how many it is not known where the school is. */
function seatsIn(people: readonly PersonFairness[]): [all: number, unknown: number] {
  let [all, unknown] = [0, 0];
  for (const { seats } of people) {
    all += seats.length;
    for (const { miles } of seats) if (miles === null) unknown += 1;
  }
  return [all, unknown];
}

export function awkwardInWords(people: readonly PersonFairness[]): string {
  const awkward = people.reduce((sum, person) => sum + person.awkward, 0);
  if (awkward === 0) return 'No review lies in an awkward week.';
  const sitting = people.filter(({ seats }) => seats.length > 0);
  const within = withinOne(sitting.map((person) => [person.awkward, person.awkwardShare]));
  return `${counted(awkward, 'review')} ${awkward === 1 ? 'lies' : 'lie'} awkwardly. ${numbered(within)} of ${counted(sitting.length, 'person', 'people')} ${within === 1 ? 'has' : 'have'} within one of what would be even for the reviews they have.`;
}

/** What one seat asks of the person. */
export function seatInWords(seat: WeighedSeat): { when: string; notes: string[] } {
  const { held } = seat;
  const far = seat.miles === null ? 'Distance not known' : counted(seat.miles, 'mile');
  return {
    when: `${slotInWords(held.week, held.window)}, ${ROLE_WORDS[held.role].toLowerCase()}`,
    notes: [
      `${far}${seat.isNightAway ? ', a night away' : ''}`,
      ...seat.awkward.map((kind) => AWKWARD_NAMES[kind]),
    ],
  };
}
