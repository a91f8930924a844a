import { type Slot } from '../calendar/slots.js';

/** The grades of a day or slot, best first (`docs/domain.md`, "Availability"). */
export const GRADES = ['PREFERRED', 'AVAILABLE', 'IF_NEEDED', 'UNAVAILABLE'] as const;
export type Grade = (typeof GRADES)[number];

/** One thing a person said. Days are civil dates, both ends of a range included. */
export type Statement =
  | { kind: 'DATE'; on: string; grade: Grade }
  /** No `to`: until further notice. */
  | { kind: 'RANGE'; from: string; to: string | null; grade: Grade }
  /** RFC 5545, as `readRule` takes it. */
  | { kind: 'RULE'; rule: string; grade: Grade }
  | ({ kind: 'WINDOW'; grade: Grade } & Slot);

/** A person's whole answer to a round. */
export interface Answer {
  /** The grade of every day on which nothing else is said. */
  default: Grade;
  statements: readonly Statement[];
}

/** The worse of two grades. */
export function worse(one: Grade, other: Grade): Grade {
  return GRADES.indexOf(one) >= GRADES.indexOf(other) ? one : other;
}
