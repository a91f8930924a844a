import { type CivilDate } from '../calendar/civil-date.js';

/** A period of civil dates, both ends inclusive; a null end means until further notice. */
export interface Span {
  from: CivilDate;
  to: CivilDate | null;
}

/** Whether the date lies in the period, its ends included. */
export function holdsOn(span: Span, date: CivilDate): boolean {
  return span.from <= date && (span.to === null || date <= span.to);
}

/** Whether some day lies in both periods. */
export function overlaps(a: Span, b: Span): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
