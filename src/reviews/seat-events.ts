import { type CivilDate } from '../calendar/civil-date.js';
import { firstDay, lastDay, type Slot } from '../calendar/slots.js';
import { dateInWords } from '../calendar/words.js';
import { type EndedBy, type SeatEventKind } from '../commitments/counts.js';

/** What may happen to a seat, and in which order: docs/domain.md, "The review" and "Contract". */

export interface SeatEvent {
  kind: SeatEventKind;
  on: CivilDate;
  /** Who ended the seat, with the reason: for declined, withdrawn and cancelled. */
  causedBy: EndedBy | null;
  reason: string | null;
}

/** Where a seat stands: planned by hand and offered to nobody yet, or what happened to it last. */
export type SeatStatus = 'PLANNED' | SeatEventKind;

/** The order in which events can follow one another. */
export const EVENT_ORDER: readonly SeatEventKind[] = [
  'OFFERED',
  'ACCEPTED',
  'DECLINED',
  'WITHDRAWN',
  'CANCELLED',
  'LED',
];

const eventWords: Record<SeatEventKind, string> = {
  OFFERED: 'offered',
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  WITHDRAWN: 'withdrawn',
  CANCELLED: 'cancelled',
  LED: 'led',
};

/** For each event, what has to be so before, and what follows it never. */
const needs: Record<SeatEventKind, { before: SeatEventKind[]; notAfter: SeatEventKind[] }> = {
  OFFERED: { before: [], notAfter: ['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED'] },
  ACCEPTED: { before: ['OFFERED'], notAfter: ['DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED'] },
  DECLINED: { before: ['OFFERED'], notAfter: ['ACCEPTED', 'WITHDRAWN', 'CANCELLED', 'LED'] },
  WITHDRAWN: { before: ['OFFERED'], notAfter: ['DECLINED', 'CANCELLED', 'LED'] },
  CANCELLED: { before: [], notAfter: ['DECLINED', 'WITHDRAWN', 'LED'] },
  LED: { before: [], notAfter: ['DECLINED', 'WITHDRAWN', 'CANCELLED'] },
};

const ENDINGS: readonly SeatEventKind[] = ['DECLINED', 'WITHDRAWN', 'CANCELLED'];

/** Whether the event ends the seat, so that it is free for somebody else. */
export function endsSeat(kind: SeatEventKind): boolean {
  return ENDINGS.includes(kind);
}

/** Where the seat stands after these events. */
export function statusOf(events: readonly Pick<SeatEvent, 'kind'>[]): SeatStatus {
  const happened = new Set(events.map(({ kind }) => kind));
  const order: SeatEventKind[] = [
    'LED',
    'CANCELLED',
    'WITHDRAWN',
    'DECLINED',
    'ACCEPTED',
    'OFFERED',
  ];
  return order.find((kind) => happened.has(kind)) ?? 'PLANNED';
}

/** Why an event cannot be recorded of a seat with these earlier events, in words; null when it can. */
export function whyNotRecord(
  event: SeatEvent,
  earlier: readonly SeatEvent[],
  slot: Slot,
  today: CivilDate,
): string | null {
  const happened = (kind: SeatEventKind): boolean => earlier.some((each) => each.kind === kind);
  const what = eventWords[event.kind];
  if (happened(event.kind)) return `The seat was ${what} already. Correct that instead.`;
  const missing = needs[event.kind].before.find((kind) => !happened(kind));
  if (missing) return `A seat that was not ${eventWords[missing]} cannot be ${what}.`;
  if (event.on > today) {
    return `${dateInWords(event.on)} lies ahead: record that it was ${what} when it was.`;
  }
  return whyContradicts(event, earlier, slot) ?? whyNoCause(event);
}

/** Why an event cannot be true beside these earlier ones, in words; null when it can. */
export function whyContradicts(
  event: Pick<SeatEvent, 'kind' | 'on'>,
  earlier: readonly Pick<SeatEvent, 'kind' | 'on'>[],
  slot: Slot,
): string | null {
  const against = needs[event.kind].notAfter.find((kind) =>
    earlier.some((each) => each.kind === kind),
  );
  if (against === 'ACCEPTED' && event.kind === 'DECLINED') {
    return 'A seat that was accepted is not declined any more: record that it was withdrawn.';
  }
  if (against) return `A seat that was ${eventWords[against]} cannot be ${eventWords[event.kind]}.`;
  return whyNotThen(event, earlier, slot);
}

function whyNotThen(
  { kind, on }: Pick<SeatEvent, 'kind' | 'on'>,
  earlier: readonly Pick<SeatEvent, 'kind' | 'on'>[],
  slot: Slot,
): string | null {
  const what = eventWords[kind];
  const later = earlier.find((each) => each.on > on);
  if (later) {
    return `The seat was ${eventWords[later.kind]} on ${dateInWords(later.on)}, so it cannot have been ${what} on ${dateInWords(on)}.`;
  }
  if (kind === 'LED' && on < lastDay(slot)) {
    return `The review ends on ${dateInWords(lastDay(slot))}: it is led then or later, not on ${dateInWords(on)}.`;
  }
  if ((kind === 'ACCEPTED' || kind === 'DECLINED') && on > firstDay(slot)) {
    return `The review begins on ${dateInWords(firstDay(slot))}: an offer is ${what} by then, not on ${dateInWords(on)}.`;
  }
  return null;
}

function whyNoCause({ kind, causedBy, reason }: SeatEvent): string | null {
  if (endsSeat(kind)) {
    return causedBy !== null && reason !== null && reason.trim() !== ''
      ? null
      : `Say who caused that the seat was ${eventWords[kind]}, and why.`;
  }
  return causedBy === null
    ? null
    : `A seat that was ${eventWords[kind]} has not been ended by anybody.`;
}
