import { type SeatRow } from '../../solver/problem.js';
import { counted, listed } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';

/** What another plan means for a person, against the first plan. Schools by name. */
export interface PersonAgainstFirst {
  /** Seats that only the other plan gives them. */
  gains: string[];
  /** Seats that only the first plan gives them. */
  loses: string[];
  /** Reviews they keep, on other dates or in another seat. */
  moves: string[];
  led: number;
  ledInFirst: number;
  words: string;
}

/** A plan's rows with the names that were frozen with it. */
export interface NamedRows {
  rows: readonly SeatRow[];
  names: PlanNames;
}

/** Everybody whose seats differ in the other plan, by reference. */
export function peopleAgainstFirst(
  first: NamedRows,
  other: NamedRows,
): Map<string, PersonAgainstFirst> {
  const [here, there] = [seatsByPerson(first.rows), seatsByPerson(other.rows)];
  const people = new Set([...here.keys(), ...there.keys()]);
  return new Map(
    [...people].flatMap((person) => {
      const told = tell(here.get(person) ?? [], there.get(person) ?? [], first.names, other.names);
      return told === null ? [] : [[person, told]];
    }),
  );
}

interface PersonSeat {
  review: string;
  seat: string;
  dates: string;
}

function seatsByPerson(rows: readonly SeatRow[]): Map<string, PersonSeat[]> {
  const seats = new Map<string, PersonSeat[]>();
  for (const { review, week, window, lead, qualityAssurer, shadow } of rows) {
    const dates = `${week ?? ''} ${window ?? ''}`;
    const holders = { lead, 'quality assurer': qualityAssurer, shadow };
    for (const [seat, person] of Object.entries(holders)) {
      if (person === null) continue;
      seats.set(person, [...(seats.get(person) ?? []), { review, seat, dates }]);
    }
  }
  return seats;
}

function tell(
  here: readonly PersonSeat[],
  there: readonly PersonSeat[],
  namesHere: PlanNames,
  namesThere: PlanNames,
): PersonAgainstFirst | null {
  const before = new Map(here.map((each) => [each.review, each]));
  const after = new Map(there.map((each) => [each.review, each]));
  const gained = there.filter(({ review }) => !before.has(review));
  const lost = here.filter(({ review }) => !after.has(review));
  const moved = there.filter(({ review, seat, dates }) => {
    const was = before.get(review);
    return was !== undefined && (was.seat !== seat || was.dates !== dates);
  });
  if (gained.length + lost.length + moved.length === 0) return null;
  const told = {
    gains: gained.map((each) => seatName(each, namesThere)),
    loses: lost.map((each) => seatName(each, namesHere)),
    moves: moved.map((each) => seatName(each, namesThere)),
    led: there.filter(({ seat }) => seat === 'lead').length,
    ledInFirst: here.filter(({ seat }) => seat === 'lead').length,
  };
  return { ...told, words: inWords(told) };
}

/** A second seat is named as such. */
function seatName({ review, seat }: PersonSeat, names: PlanNames): string {
  return `${names.school(review)}${seat === 'lead' ? '' : ` (${seat})`}`;
}

/** "Leads 3 instead of 2. Gains Vale School, Leeds." */
function inWords({
  gains,
  loses,
  moves,
  led,
  ledInFirst,
}: Omit<PersonAgainstFirst, 'words'>): string {
  const leads =
    led === ledInFirst
      ? `Leads ${counted(led, 'review')} as before.`
      : `Leads ${counted(led, 'review')} instead of ${ledInFirst}.`;
  return [
    leads,
    ...(gains.length === 0 ? [] : [`Gains ${listed(gains)}.`]),
    ...(loses.length === 0 ? [] : [`Loses ${listed(loses)}.`]),
    ...(moves.length === 0 ? [] : [`Keeps ${listed(moves)} otherwise than before.`]),
  ].join(' ');
}
