import type { Problem } from '../problem.js';
import { addBits, BitRows } from './bit-rows.js';
import { restBlocks } from './rest-blocks.js';
import { heldSecondSeats, type HeldSeat, type SeatOptions, weekOfSlot } from './seat-options.js';
import { weeksByPerson } from './second-seats.js';
import { Supply } from './supply.js';

/** Which (person, week) could lead each review, and how many seats each person could take. */
export interface LeadSupply {
  supply: Supply;
  /** A row for each review. */
  options: BitRows;
  /** For each slot, by review, the people who could lead it there. */
  bySlot: readonly BitRows[];
  /** Second seats that pins give people, by person: they take from what is left for leading. */
  pinnedSeats: ReadonlyMap<number, number>;
}

/** @param never people who can lead nothing: new leads whose quality nobody could assure */
export function leadSupply(
  problem: Problem,
  seats: SeatOptions,
  never: readonly number[],
): LeadSupply {
  const { leads, reviews, weeks } = problem;
  const held = heldSecondSeats(problem, seats);
  const bySlot = seats.LEAD.map((rows, slot) => withoutPeople(rows, busyIn(slot, held, never)));
  const stride = Math.ceil(leads.length / 32) * 32;
  const options = new BitRows(reviews.length, stride * weeks.length);
  bySlot.forEach((rows, slot) => {
    for (let review = 0; review < reviews.length; review++) {
      addBits(options.row(review), rows.row(review), (weekOfSlot(slot) * stride) / 32);
    }
  });
  const usable = weeksByPerson(options, stride, weeks.length);
  const pinnedSeats = new Map<number, number>();
  for (const { person } of held) pinnedSeats.set(person, (pinnedSeats.get(person) ?? 0) + 1);
  const holders = leads.map((lead, person) => {
    const occupied = held.flatMap((seat) => (seat.person === person ? (seat.week ?? []) : []));
    return {
      most: Math.max(0, lead.limits.term - (pinnedSeats.get(person) ?? 0)),
      blocks: restBlocks(lead, weeks.length, usable(person), occupied),
    };
  });
  return { supply: new Supply(holders, weeks.length), options, bySlot, pinnedSeats };
}

function busyIn(slot: number, held: readonly HeldSeat[], never: readonly number[]): number[] {
  const elsewhere = held.filter(({ week }) => week === weekOfSlot(slot));
  return [...never, ...elsewhere.map(({ person }) => person)];
}

function withoutPeople(rows: BitRows, people: readonly number[]): BitRows {
  if (people.length === 0) return rows;
  const kept = new BitRows(rows.rowCount, rows.width * 32);
  kept.words.set(rows.words);
  for (const person of people) {
    for (let review = 0; review < rows.rowCount; review++) kept.clear(review, person);
  }
  return kept;
}
