import type { Problem, Review, Slot, Week } from '../problem.js';
import { WINDOWS } from '../problem.js';
import { addBits, BitRows, bitsOf } from './bit-rows.js';
import type { LeadSupply } from './lead-supply.js';
import { mostMet } from './matching.js';
import { roomsFor, totalRoom } from './rooms.js';
import { slotNumber, weekOfSlot } from './seat-options.js';
import { Supply } from './supply.js';

/**
 * - `SHORT`: proven; even if all else were left aside, some of these reviews would have no lead
 * - `PINCH`: it does not come out even. Of a time: if reviews spread evenly over the windows in which they could take
 *   place, more would fall on it than can be led then. Of a group: some of its reviews are in a shortage with others
 * - `ENOUGH`: neither
 */
export const STANDINGS = ['SHORT', 'PINCH', 'ENOUGH'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Demand and supply at a time. */
export interface TimeRow {
  /** Reviews whose school accepts it, where it is not closed. */
  accepted: number;
  /** Reviews that somebody could lead then. */
  possible: number;
  /** Reviews that nobody could lead at another time. */
  onlyHere: string[];
  /** Reviews that would fall on it if each spread evenly over the times at which it is possible; one decimal. */
  evenShare: number;
  /** People who could lead one of these reviews then. */
  people: number;
  /** The most reviews that can be led then, if those people did nothing else. */
  most: number;
  /** The most of `onlyHere` that can be led. */
  mostOnlyHere: number;
  standing: Standing;
}

export interface WeekRow extends TimeRow {
  week: Week;
}

export interface SlotRow extends TimeRow {
  slot: Slot;
  /** Why nobody can review in it; null: it is open. */
  closed: string | null;
}

/** Demand and supply for reviews that have something in common. */
export interface GroupRow {
  /** Such as the region. */
  name: string;
  reviews: number;
  /** Those that somebody could lead. */
  possible: number;
  /** People who could lead at least one of them. */
  people: number;
  /** Seats that those people could take on them, within their weeks, rest and term limit, if they did nothing else. */
  seats: number;
  /** The most of these reviews that can have a lead, if all other reviews were left aside. */
  most: number;
  /** Those that are in a proven shortage. */
  inShortages: number;
  standing: Standing;
}

export function slotRows(problem: Problem, leads: LeadSupply): SlotRow[] {
  const accepted = acceptedCounts(problem);
  const rows = timeRows(problem, leads, leads.bySlot, accepted.slots);
  return rows.map((row, number) => {
    const week = problem.weeks[Math.floor(number / WINDOWS.length)] as Week;
    const slot = { week, window: WINDOWS[number % WINDOWS.length] as Slot['window'] };
    const closed = problem.closed.find((each) => each.week === week && each.window === slot.window);
    return { slot, closed: closed?.reason ?? null, ...row };
  });
}

export function weekRows(problem: Problem, leads: LeadSupply): WeekRow[] {
  const byWeek = problem.weeks.map((_, week) => {
    const rows = new BitRows(problem.reviews.length, problem.leads.length);
    for (const window of WINDOWS) {
      addBits(rows.words, (leads.bySlot[slotNumber(week, window)] as BitRows).words);
    }
    return rows;
  });
  const accepted = acceptedCounts(problem);
  return timeRows(problem, leads, byWeek, accepted.weeks).map((row, week) => ({
    week: problem.weeks[week] as Week,
    ...row,
  }));
}

/** How many schools accept each slot and each week, closed slots aside. */
function acceptedCounts({ weeks, reviews, closed }: Problem): { slots: number[]; weeks: number[] } {
  const numberOf = new Map(weeks.map((week, index) => [week, index]));
  const slotOf = ({ week, window }: Slot): number => {
    const index = numberOf.get(week);
    return index === undefined ? -1 : slotNumber(index, window);
  };
  const shut = new Set(closed.map(slotOf));
  const counts = { slots: weeks.flatMap(() => WINDOWS.map(() => 0)), weeks: weeks.map(() => 0) };
  const add = (to: number[], at: number): void => void (to[at] = (to[at] as number) + 1);
  for (const { windows } of reviews) {
    const open = windows.map(slotOf).filter((slot) => slot >= 0 && !shut.has(slot));
    for (const slot of open) add(counts.slots, slot);
    for (const week of new Set(open.map(weekOfSlot))) add(counts.weeks, week);
  }
  return counts;
}

/** @param byTime for each time, by review, the people who could lead it then; nobody can be twice in one time */
function timeRows(
  { leads, reviews }: Problem,
  { supply: overall }: LeadSupply,
  byTime: readonly BitRows[],
  accepted: readonly number[],
): TimeRow[] {
  const holders = leads.map(({ limits: { restReviews } }, person) => ({
    most: Math.min(1, restReviews, overall.holders[person]?.most ?? 0),
    blocks: [],
  }));
  const supply = new Supply(holders, 1);
  const times = reviews.map((_, review) => byTime.filter((rows) => !rows.isEmpty(review)).length);
  return byTime.map((rows, time) => {
    const possible = reviews.flatMap((_, review) => (rows.isEmpty(review) ? [] : [review]));
    const onlyHere = possible.filter((review) => times[review] === 1);
    const share = possible.reduce((sum, review) => sum + 1 / (times[review] as number), 0);
    const evenShare = Math.round(share * 10) / 10;
    const most = mostMet(supply, rows, possible);
    const mostOnlyHere = mostMet(supply, rows, onlyHere);
    const isShort = mostOnlyHere < onlyHere.length;
    return {
      accepted: accepted[time] ?? 0,
      possible: possible.length,
      onlyHere: onlyHere.map((review) => reviews[review]?.id ?? ''),
      evenShare,
      people: bitsOf(rows.union(possible)).filter((person) => holders[person]?.most === 1).length,
      most,
      mostOnlyHere,
      standing: isShort ? 'SHORT' : evenShare > most ? 'PINCH' : 'ENOUGH',
    };
  });
}

/**
 * @param namesOf what a review counts under; it may count several times, as with needs
 * @param isShort whether a review is in a proven shortage
 * @returns in alphabetical order
 */
export function groupRows(
  { reviews }: Problem,
  { supply, options }: LeadSupply,
  namesOf: (review: Review) => readonly string[],
  isShort: (review: number) => boolean,
): GroupRow[] {
  const groups = new Map<string, number[]>();
  reviews.forEach((review, index) => {
    for (const name of new Set(namesOf(review))) {
      const members = groups.get(name);
      if (members) members.push(index);
      else groups.set(name, [index]);
    }
  });
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => {
      const rooms = roomsFor(supply, options, members);
      const most = mostMet(supply, options, members);
      const inShortages = members.filter(isShort).length;
      return {
        name,
        reviews: members.length,
        possible: members.filter((review) => !options.isEmpty(review)).length,
        people: rooms.filter((room) => room.most > 0).length,
        seats: totalRoom(rooms),
        most,
        inShortages,
        standing: most < members.length ? 'SHORT' : inShortages > 0 ? 'PINCH' : 'ENOUGH',
      };
    });
}
