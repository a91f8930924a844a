import { type Candidate, visitCandidates } from '../candidates.js';
import { pinnedCandidates } from '../network/pinned-candidates.js';
import { type Problem, type Role, WINDOWS } from '../problem.js';
import { BitRows } from './bit-rows.js';

/**
 * Who may take which seat as the rules about one seat and the pins allow: for each role and slot, by review, the people.
 * A slot's number is its week's times two, plus one for the later window.
 */
export type SeatOptions = Readonly<Record<Role, readonly BitRows[]>>;

export function seatOptions(problem: Problem): SeatOptions {
  const { reviews, leads, weeks } = problem;
  const rows = (): BitRows[] =>
    weeks.flatMap(() => WINDOWS.map(() => new BitRows(reviews.length, leads.length)));
  const options = { LEAD: rows(), QUALITY_ASSURER: rows(), SHADOW: rows() };
  const add = ({ role, review, lead, week, slot }: Candidate): void =>
    options[role][slotNumber(week, slot.window)]?.set(review, lead);
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  const onPinned: Candidate[] = [];
  visitCandidates(problem, (candidate) => {
    if (pinned.has(reviews[candidate.review]?.id ?? '')) onPinned.push(candidate);
    else add(candidate);
  });
  pinnedCandidates(problem, onPinned).forEach(add);
  return options;
}

export function slotNumber(week: number, window: (typeof WINDOWS)[number]): number {
  return week * WINDOWS.length + WINDOWS.indexOf(window);
}

export function weekOfSlot(slot: number): number {
  return Math.floor(slot / WINDOWS.length);
}

/** People whom pins give a second seat: nobody who keeps the pins can use the same week and limit for a lead seat. */
export interface HeldSeat {
  person: number;
  /** null: the pins leave several weeks open. */
  week: number | null;
}

export function heldSecondSeats(problem: Problem, options: SeatOptions): HeldSeat[] {
  const personIndex = new Map(problem.leads.map(({ id }, index) => [id, index]));
  const reviewIndex = new Map(problem.reviews.map(({ id }, index) => [id, index]));
  const held = new Map<string, HeldSeat>();
  for (const { review: id, qualityAssurer, shadow } of problem.pins) {
    const review = reviewIndex.get(id) as number;
    const weeks = new Set(
      options.LEAD.flatMap((rows, slot) => (rows.isEmpty(review) ? [] : [weekOfSlot(slot)])),
    );
    const [week = null] = weeks.size === 1 ? weeks : [];
    for (const name of [qualityAssurer, shadow]) {
      const person = name === undefined ? undefined : personIndex.get(name);
      if (person !== undefined) held.set(`${id} ${person}`, { person, week });
    }
  }
  return [...held.values()];
}
