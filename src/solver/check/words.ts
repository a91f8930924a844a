import type { Role, Slot } from '../problem.js';

const SEAT_WORDS: Record<Role, string> = {
  LEAD: 'lead',
  QUALITY_ASSURER: 'quality assurer',
  SHADOW: 'shadow',
};

/** The seat as people say it. */
export function seatWord(role: Role): string {
  return SEAT_WORDS[role];
}

/** A name from a file, safe to print: it may hold line breaks or quotation marks. */
export function quoted(name: string): string {
  return JSON.stringify(name);
}

/** Where and when a fault lies: the review, and the slot when there is one. */
export function place(reviewId: string, slot: Slot | null): string {
  const where = `Review ${quoted(reviewId)}`;
  return slot === null ? where : `${where}, week ${slot.week} ${slot.window}`;
}
