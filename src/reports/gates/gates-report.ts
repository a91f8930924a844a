import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { firstDay, lastDay } from '../../calendar/slots.js';
import { slotInWords } from '../../calendar/words.js';
import { GATE_KINDS } from '../../reviewers/gates.js';
import { type SeatFacts, seatKey } from '../seats/seat-facts.js';
import { seatState, type SeatState } from '../seats/seat-state.js';
import { gateFindings, type GateRules, URGENCIES } from './gate-findings.js';
import { KIND_NAMES, URGENCY_NAMES } from './gate-words.js';
import type { BookingView, GateKindView, GateRow, GatesQuery } from './gates.schema.js';
import { type GatePerson } from './load-gates.js';

const BOOKED_AS: Readonly<Record<Exclude<SeatState, 'DONE'>, string>> = {
  ACCEPTED: 'Accepted',
  OFFERED: 'Offered, no answer yet',
  PLANNED: 'In the plan, not offered yet',
};

/** Everything that runs out or is missing, the first concerned first; then what is missing and what is due, by its day. */
export function gateRows(
  people: readonly GatePerson[],
  seats: readonly SeatFacts[],
  rules: GateRules,
): GateRow[] {
  const bookings = new Map<string, SeatFacts[]>();
  for (const seat of seats) {
    const state = seatState(seat);
    if (state === null || state === 'DONE') continue;
    bookings.set(seat.lead, [...(bookings.get(seat.lead) ?? []), seat]);
  }
  const rows = people.flatMap((person) =>
    gateFindings(person, bookings.get(person.lead) ?? [], rules).map((finding): GateRow => {
      const [first] = finding.bookings;
      return {
        key: `${person.lead} ${finding.kind}`,
        lead: person.lead,
        name: person.name,
        synthetic: person.synthetic,
        region: person.region,
        kind: finding.kind,
        kindName: KIND_NAMES[finding.kind],
        urgency: finding.urgency,
        urgencyName: URGENCY_NAMES[finding.urgency],
        words: finding.words,
        endsOn: finding.endsOn,
        firstDay: first === undefined ? null : firstDay(first),
        bookings: finding.bookings.map(bookingView),
      };
    }),
  );
  return rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ urgency, firstDay: first, endsOn, name, key }: GateRow): string {
  return [URGENCIES.indexOf(urgency), first ?? '', endsOn ?? '', name.toLowerCase(), key].join(' ');
}

function bookingView(seat: SeatFacts): BookingView {
  const { review, urn, school, region, termId, role, week, window } = seat;
  const state = seatState(seat);
  return {
    key: seatKey(seat),
    review,
    urn,
    school,
    region,
    termId,
    role,
    firstDay: firstDay(seat),
    lastDay: lastDay(seat),
    when: slotInWords(week, window),
    stateWords: state === null || state === 'DONE' ? '' : BOOKED_AS[state],
  };
}

/** Rows of a kind, of people of a region, with a booking in a term; of these only the bookings of the term. */
export function shownRows(
  rows: readonly GateRow[],
  {
    kind,
    term,
    region,
    lead,
  }: Pick<GatesQuery, 'kind' | 'term' | 'region'> & { lead?: string | undefined },
): GateRow[] {
  return rows
    .filter((row) => kind === undefined || row.kind === kind)
    .filter((row) => region === undefined || row.region === region)
    .filter((row) => lead === undefined || row.lead === lead)
    .flatMap((row) => {
      if (term === undefined) return [row];
      const bookings = row.bookings.filter(({ termId }) => termId === term);
      return bookings.length === 0
        ? []
        : [{ ...row, bookings, firstDay: bookings[0]?.firstDay ?? null }];
    });
}

/** How many people and reviews each kind concerns. */
export function kindsOf(rows: readonly GateRow[]): GateKindView[] {
  return GATE_KINDS.map((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return {
      kind,
      name: KIND_NAMES[kind],
      people: own.length,
      reviews: reviewsOf(own),
    };
  });
}

/** Different reviews behind rows. */
export function reviewsOf(rows: readonly GateRow[]): number {
  return new Set(rows.flatMap(({ bookings }) => bookings.map(({ review }) => review))).size;
}

/** The stretch of time that a picture of the rows needs: whole weeks from the day on. */
export function stretchOf(
  rows: readonly GateRow[],
  asAt: CivilDate,
): { from: CivilDate; to: CivilDate } {
  const days = rows.flatMap(({ endsOn, bookings }) => [
    ...(endsOn === null ? [] : [endsOn]),
    ...bookings.map((booking) => booking.lastDay),
  ]);
  const last = [...days, addDays(asAt, 28)].sort().at(-1) ?? asAt;
  return { from: asAt, to: last };
}
