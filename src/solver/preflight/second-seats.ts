import type { Lead, Problem } from '../problem.js';
import { addBits, BitRows, bitsOf } from './bit-rows.js';
import { restBlocks } from './rest-blocks.js';
import { type SeatOptions, weekOfSlot } from './seat-options.js';
import { Supply } from './supply.js';

/** Demands for second seats and what could meet them. */
export interface SecondSeats {
  /** People in the order of the rows of `options`, as indexes into the problem's leads. */
  people: number[];
  supply: Supply;
  options: BitRows;
}

/**
 * New leads who could lead something, and the (person, week) in which somebody could assure the quality of a review that
 * they lead. A plan in which they lead anything gives each of them one such place.
 */
export function assurerSeats(problem: Problem, seats: SeatOptions): SecondSeats {
  const { leads, weeks } = problem;
  const isNew = maskOf(leads, (lead) => lead.isNew && canSit(lead));
  const found = new Map<number, Uint32Array>();
  const stride = new Supply(noHolders(leads), 0).stride;
  seats.LEAD.forEach((rows, slot) => {
    const assurers = seats.QUALITY_ASSURER[slot] as BitRows;
    for (let review = 0; review < rows.rowCount; review++) {
      for (const person of bitsOf(rows.row(review), isNew)) {
        const places = found.get(person) ?? new Uint32Array((stride / 32) * weeks.length);
        found.set(person, places);
        const others = assurers.row(review).slice();
        others[person >>> 5] = (others[person >>> 5] as number) & ~(1 << (person & 31));
        addBits(places, others, (weekOfSlot(slot) * stride) / 32);
      }
    }
  });
  const people = [...found.keys()].sort((a, b) => a - b);
  const options = new BitRows(people.length, stride * weeks.length);
  people.forEach((person, row) => options.row(row).set(found.get(person) as Uint32Array));
  const usable = weeksByPerson(options, stride, weeks.length);
  const holders = leads.map((lead, person) => ({
    most: lead.limits.term,
    blocks: restBlocks(lead, weeks.length, usable(person), []),
  }));
  return { people, supply: new Supply(holders, weeks.length), options };
}

/** People in induction, and the reviews that each could shadow beside somebody who is not new. A review has one shadow. */
export function shadowSeats(problem: Problem, seats: SeatOptions): SecondSeats {
  const { leads, reviews } = problem;
  const established = maskOf(leads, (lead) => !lead.isNew);
  const able = maskOf(leads, canSit);
  const people = leads.flatMap((lead, index) => (lead.roles.includes('SHADOW') ? [index] : []));
  const rowOf = new Map(people.map((person, row) => [person, row]));
  const options = new BitRows(people.length, Math.ceil(reviews.length / 32) * 32);
  seats.SHADOW.forEach((rows, slot) => {
    const leading = seats.LEAD[slot] as BitRows;
    for (let review = 0; review < reviews.length; review++) {
      const shadows = bitsOf(rows.row(review), able);
      if (shadows.length === 0) continue;
      const beside = bitsOf(leading.row(review), established);
      for (const person of shadows) {
        const isBesideAnother = beside.length > 1 || (beside[0] ?? person) !== person;
        if (isBesideAnother) options.set(rowOf.get(person) as number, review);
      }
    }
  });
  const holders = reviews.map(() => ({ most: 1, blocks: [] }));
  return { people, supply: new Supply(holders, 1), options };
}

/** The weeks in which a person is a place of anybody, ascending. */
export function weeksByPerson(
  options: BitRows,
  stride: number,
  weekCount: number,
): (person: number) => number[] {
  const all = options.union(Array.from({ length: options.rowCount }, (_, row) => row));
  return (person) =>
    Array.from({ length: weekCount }, (_, week) => week).filter((week) => {
      const place = week * stride + person;
      return (((all[place >>> 5] as number) >>> (place & 31)) & 1) === 1;
    });
}

function canSit({ limits: { term, restReviews } }: Lead): boolean {
  return term > 0 && restReviews > 0;
}

function maskOf(leads: readonly Lead[], isIn: (lead: Lead) => boolean): Uint32Array {
  const mask = new BitRows(1, leads.length);
  leads.forEach((lead, person) => isIn(lead) && mask.set(0, person));
  return mask.words;
}

function noHolders(leads: readonly Lead[]): { most: number; blocks: [] }[] {
  return leads.map(() => ({ most: 0, blocks: [] }));
}
