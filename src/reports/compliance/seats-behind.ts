import { type CivilDate } from '../../calendar/civil-date.js';
import { dateInWords, slotInWords } from '../../calendar/words.js';
import { counted, sentence } from '../../allocations/summary/phrases.js';
import { type SeatOutcome, seatOutcome } from '../../commitments/counts.js';
import { inTurns } from '../../platform/turns.js';
import { type CountedLead } from './commitments-report.js';
import { type ReviewsBehind, type SeatBehind } from './commitments.schema.js';
import { type Figure, isBehind } from './figures.js';
import { correctionInWords, eventInWords, FIGURE_NAMES, OUTCOME_WORDS } from './report-words.js';
import { type LeadFacts, type LeadSeat, type YearFacts } from './year-facts.js';

/** The reviews behind a figure, by week. */
export async function reviewsBehind(
  leads: readonly CountedLead[],
  figure: Figure,
): Promise<ReviewsBehind> {
  const items = await seatsBehind(leads, figure);
  return { title: `${counted(items.length, 'review')} ${FIGURE_NAMES[figure]}`, items };
}

/** The same people on a day, with the facts of the year that it is in. */
export interface OnDay {
  asAt: CivilDate;
  year: YearFacts;
  leads: readonly CountedLead[];
}

/** The reviews behind the change of a figure: those that count now and not then, and those that counted then as they are now. */
export async function reviewsChanged(
  now: OnDay,
  then: OnDay,
  figure: Figure,
): Promise<ReviewsBehind> {
  const [is, was] = [await seatsBehind(now.leads, figure), await seatsBehind(then.leads, figure)];
  const [more, gone] = [without(is, was), without(was, is)];
  const people = new Set(gone.map(({ lead }) => lead));
  const theirs = now.leads.filter(({ facts }) => people.has(facts.lead));
  const today = new Map(
    theirs.flatMap((lead) => seatsOfYear(lead, now)).map((seat) => [seat.seat, seat]),
  );
  return {
    title: `${sentence(FIGURE_NAMES[figure])}, compared with ${dateInWords(then.asAt)}: ${counted(more.length, 'review')} more, ${gone.length} no longer`,
    // The seats of another year are known as they stood then.
    items: [...more, ...gone.map((seat) => today.get(seat.seat) ?? seat)],
  };
}

/** Every seat of somebody's year, with what had happened to it by the day. */
export function seatsOfYear(
  { facts }: CountedLead,
  { year, asAt }: Pick<OnDay, 'year' | 'asAt'>,
): SeatBehind[] {
  return facts.seats.map((recorded) => {
    const seat = { ...recorded, events: recorded.events.filter(({ on }) => on <= asAt) };
    return seatBehind(facts, seat, seatOutcome(seat, year.settings, year.bankHolidays));
  });
}

async function seatsBehind(leads: readonly CountedLead[], figure: Figure): Promise<SeatBehind[]> {
  const told = await inTurns(leads, ({ facts, year }) =>
    year.seats
      .filter(({ outcome }) => isBehind(figure, outcome))
      .map(({ seat, outcome }) => seatBehind(facts, seat, outcome)),
  );
  return told.flat().sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0));
}

function without(items: readonly SeatBehind[], others: readonly SeatBehind[]): SeatBehind[] {
  const seats = new Set(others.map(({ seat }) => seat));
  return items.filter(({ seat }) => !seats.has(seat));
}

/** A seat as it is shown behind a figure. */
function seatBehind(
  { lead, name }: LeadFacts,
  seat: LeadSeat,
  outcome: SeatOutcome | null,
): SeatBehind {
  return {
    seat: seat.id,
    review: seat.review,
    urn: seat.urn,
    school: seat.school,
    schoolRegion: seat.schoolRegion,
    termId: seat.termId,
    lead,
    name,
    week: seat.week,
    when: slotInWords(seat.week, seat.window),
    role: seat.role,
    outcome,
    outcomeWords: outcome === null ? notCounted(seat) : OUTCOME_WORDS[outcome],
    events: seat.events.map((event) => ({
      kind: event.kind,
      on: event.on,
      causedBy: event.causedBy,
      reason: event.reason,
      words: eventInWords(event),
    })),
    corrections: seat.corrected.map(correctionInWords),
  };
}

function notCounted({ role, events }: LeadSeat): string {
  if (role === 'QUALITY_ASSURER') return 'Quality assurer: does not count towards the commitment';
  if (role === 'SHADOW') return 'Shadow: does not count towards the commitment';
  return events.length === 0
    ? 'Nothing had happened by this day'
    : 'Taken back by the programme: does not count';
}
