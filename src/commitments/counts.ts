import { type CivilDate } from '../calendar/civil-date.js';
import { firstDay, type Slot } from '../calendar/slots.js';
import { isWithinWorkingDays } from '../calendar/working-days.js';
import { type Settings } from '../settings/settings.js';

export type SeatRole = 'LEAD' | 'QUALITY_ASSURER' | 'SHADOW';
export type SeatEventKind = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'CANCELLED' | 'LED';
export type EndedBy = 'SCHOOL' | 'LEAD_REVIEWER' | 'PROGRAMME';

/** What is believed to have happened to one seat. */
export interface SeatHistory extends Slot {
  lead: string;
  role: SeatRole;
  termId: string;
  events: readonly { kind: SeatEventKind; on: CivilDate; causedBy: EndedBy | null }[];
}

/** A year of one person in whole reviews. Only seats that count towards the commitment are counted. */
export interface SeatCounts {
  offered: number;
  led: number;
  /** Accepted, and neither led nor ended. */
  confirmedAhead: number;
  /** Offered, and not yet answered. */
  awaitingAnswer: number;
  declined: number;
  /** Accepted at first, then given back by the person. */
  withdrawn: number;
  /** Cancelled by the school so late that it counts as offered. */
  cancelledLate: number;
  /** Cancelled by the school in good time: offered to nobody in the end. */
  cancelledInTime: number;
}

/** The settings that decide how seats are counted. */
export type CountingRules = Pick<Settings, 'seatsThatCount' | 'cancellation'>;

/**
 * Counts the seats of one person: docs/domain.md, "Contract" and "Commitment compliance".
 *
 * A lead seat that is led counts; a quality assurer's or a shadow's seat does not (a setting). A review
 * cancelled by the school within ten working days, counted back from its first day, counts as offered,
 * not as led. What the school cancelled earlier, or the programme itself took back, was never a chance
 * to lead, and does not count as offered.
 */
export function countSeats(
  seats: readonly SeatHistory[],
  rules: CountingRules,
  bankHolidays: ReadonlySet<CivilDate>,
): SeatCounts {
  const counted: SeatCounts = {
    offered: 0,
    led: 0,
    confirmedAhead: 0,
    awaitingAnswer: 0,
    declined: 0,
    withdrawn: 0,
    cancelledLate: 0,
    cancelledInTime: 0,
  };
  for (const seat of seats) {
    const outcome = seatOutcome(seat, rules, bankHolidays);
    if (outcome === null) continue;
    counted[outcome] += 1;
    if (outcome !== 'cancelledInTime') counted.offered += 1;
  }
  return counted;
}

/** What a seat counts as. All but `cancelledInTime` count as offered. */
export type SeatOutcome = Exclude<keyof SeatCounts, 'offered'>;

/** What one seat counts as; null where it does not count, or was never offered. */
export function seatOutcome(
  seat: SeatHistory,
  rules: CountingRules,
  bankHolidays: ReadonlySet<CivilDate>,
): SeatOutcome | null {
  return counts(seat, rules) ? outcomeOf(seat, rules, bankHolidays) : null;
}

/** Reviews led by term, of the seats that count towards the commitment. */
export function ledByTerm(
  seats: readonly SeatHistory[],
  rules: CountingRules,
): ReadonlyMap<string, number> {
  return tally(seats.filter((seat) => counts(seat, rules) && happened(seat, 'LED')));
}

/** Reviews accepted and neither led nor ended, by term. */
export function confirmedByTerm(
  seats: readonly SeatHistory[],
  rules: CountingRules,
): ReadonlyMap<string, number> {
  return tally(seats.filter((seat) => counts(seat, rules) && isConfirmedAhead(seat)));
}

function counts(seat: SeatHistory, rules: CountingRules): boolean {
  return rules.seatsThatCount.commitment[seat.role];
}

function tally(seats: readonly SeatHistory[]): Map<string, number> {
  const byTerm = new Map<string, number>();
  for (const { termId } of seats) byTerm.set(termId, (byTerm.get(termId) ?? 0) + 1);
  return byTerm;
}

/** How the seat ended, or where it stands; null when it never came to an offer that counts. */
function outcomeOf(
  seat: SeatHistory,
  rules: CountingRules,
  bankHolidays: ReadonlySet<CivilDate>,
): SeatOutcome | null {
  if (happened(seat, 'LED')) return 'led';
  if (happened(seat, 'DECLINED')) return 'declined';
  const ending = seat.events.find(({ kind }) => kind === 'WITHDRAWN' || kind === 'CANCELLED');
  if (ending) {
    if (ending.causedBy === 'LEAD_REVIEWER') return 'withdrawn';
    if (ending.causedBy === 'PROGRAMME') return null;
    const late = isWithinWorkingDays(
      ending.on,
      firstDay(seat),
      rules.cancellation.noticeWorkingDays,
      bankHolidays,
    );
    return late ? 'cancelledLate' : 'cancelledInTime';
  }
  if (happened(seat, 'ACCEPTED')) return 'confirmedAhead';
  return happened(seat, 'OFFERED') ? 'awaitingAnswer' : null;
}

function isConfirmedAhead(seat: SeatHistory): boolean {
  return (
    happened(seat, 'ACCEPTED') &&
    !seat.events.some(({ kind }) => ['LED', 'DECLINED', 'WITHDRAWN', 'CANCELLED'].includes(kind))
  );
}

function happened(seat: SeatHistory, kind: SeatEventKind): boolean {
  return seat.events.some((event) => event.kind === kind);
}

/** Reviews that still need a date or a yes this year: minimum − led − confirmed ahead, never below 0. */
export function stillToPlace(minimum: number, counted: SeatCounts): number {
  return Math.max(0, minimum - counted.led - counted.confirmedAhead);
}
