import { type Slot } from '../../calendar/slots.js';
import { type SchoolTime, usableWindows } from '../../calendar/usable-windows.js';
import { countsInTerm, isConfirmed, type ReviewState } from '../../reviews/lifecycle.js';
import { priorityOf } from '../../reviews/priority.js';
import { type Settings } from '../../settings/settings.js';
import { type ReviewRecord, type SeatRecord } from './load-reviews.js';
import { type HostWindowInput, type ReviewInput, type SeatInput } from './snapshot-input.js';
import { type TermFacts } from './term-facts.js';

/** The term's reviews, led or not, without cancelled and postponed ones. */
export function reviewsInput(
  records: readonly ReviewRecord[],
  facts: TermFacts,
  settings: Settings,
): ReviewInput[] {
  const usableOf = usableByTime(facts);
  return records
    .filter(({ termId, state }) => termId === facts.term.id && canBeLed(state))
    .map((record) => {
      const usable = usableOf(facts.timeOf(record));
      return {
        code: record.code,
        urn: record.urn,
        schoolName: record.schoolName,
        town: record.town,
        needsInvented: record.needsInvented,
        trust: record.trust,
        region: record.region,
        isPriorityRegion: record.isPriorityRegion,
        phase: record.phase,
        location:
          record.lat === null || record.lon === null ? null : { lat: record.lat, lon: record.lon },
        needs: record.needs,
        priority: priorityOf({ ...record, inPriorityRegion: record.isPriorityRegion }, settings)
          .value,
        hostWindows: hostWindows(record, usable),
        usable,
      };
    });
}

/**
 * Reviews of later terms whose lead has not accepted, whether the review's state or only the seat says
 * so: an import may bring the one without the other. A review without a term is still to come.
 */
export function unconfirmedLater(
  records: readonly ReviewRecord[],
  seats: readonly SeatRecord[],
  facts: TermFacts,
): number {
  if (facts.laterTerms.size === 0) return 0;
  const accepted = new Set(
    seats
      .filter(({ role, isOpen, events }) => role === 'LEAD' && isOpen && isAccepted(events))
      .map(({ review }) => review),
  );
  return records.filter(
    ({ code, termId, state }) =>
      (termId === null || facts.laterTerms.has(termId)) &&
      canBeLed(state) &&
      !isConfirmed(state) &&
      !accepted.has(code),
  ).length;
}

function canBeLed(state: ReviewState): boolean {
  return countsInTerm(state) && state !== 'NOT_COVERED';
}

function isAccepted(events: SeatRecord['events']): boolean {
  return events.some(({ kind }) => kind === 'ACCEPTED' || kind === 'LED');
}

/** The seats of the term, and open ones of other terms in its weeks. */
export function seatsInput(records: readonly SeatRecord[], facts: TermFacts): SeatInput[] {
  const weeks = new Set(facts.weeks);
  return records
    .filter(({ termId, isOpen, week }) => termId === facts.term.id || (isOpen && weeks.has(week)))
    .map((record) => {
      const on = (kind: string): string | null =>
        record.events.find((event) => event.kind === kind)?.on ?? null;
      const ending = record.events.find(({ kind }) => kind === 'DECLINED' || kind === 'WITHDRAWN');
      const { review, role, lead, week, window, isOpen } = record;
      return {
        ...{ review, role, lead, week, window, isOpen },
        offeredOn: on('OFFERED'),
        acceptedOn: on('ACCEPTED'),
        ledOn: on('LED'),
        givenUp: !isOpen && ending?.causedBy ? { on: ending.on, by: ending.causedBy } : null,
      };
    });
}

/** Null: windows not known. Where any usable window will do, graded ones keep their grade. */
function hostWindows(record: ReviewRecord, usable: readonly Slot[]): HostWindowInput[] | null {
  const answer = record.hostAnswer;
  if (answer === null) return null;
  if (!answer.anyUsable) return answer.windows;
  const graded = (slot: Slot): HostWindowInput | undefined =>
    answer.windows.find(({ week, window }) => week === slot.week && window === slot.window);
  return usable.map((slot) => graded(slot) ?? { ...slot, grade: 'ACCEPTABLE' });
}

function usableByTime(facts: TermFacts): (time: SchoolTime) => Slot[] {
  const found = new Map<SchoolTime, Slot[]>();
  return (time) => {
    const known = found.get(time) ?? usableWindows(facts.term, time, facts.holidays);
    found.set(time, known);
    return known;
  };
}
