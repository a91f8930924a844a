import { addDays, type CivilDate } from '../calendar/civil-date.js';

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

/**
 * The last day to which the periods hold from the date on without a gap; null: until further notice; undefined: none
 * holds on the date.
 */
export function heldUntil(spans: readonly Span[], date: CivilDate): CivilDate | null | undefined {
  const now = spans.find((span) => holdsOn(span, date));
  if (now === undefined || now.to === null) return now?.to;
  const after = heldUntil(spans, addDays(now.to, 1));
  return after === undefined ? now.to : after;
}
