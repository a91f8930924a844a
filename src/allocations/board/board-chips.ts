import { windowDays } from '../../calendar/slots.js';
import { dateInWords, slotInWords } from '../../calendar/words.js';
import { isSameRow } from '../../solver/hand/edits.js';
import { type HostWindow, type Problem, type Review, type SeatRow } from '../../solver/problem.js';
import { type SeatRecord } from '../snapshot/load-reviews.js';
import { type PlanNames } from '../summary/plan-names.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { type BoardFacts, type PersonFacts } from './board-facts.js';
import { type BoardView } from './board.schema.js';

export type Chip = BoardView['chips'][number];

/** A plan as it is shown: its rows with the edits, and what they are held against. */
export interface ShownPlan {
  /** With its pins after the edits. */
  problem: Problem;
  rows: readonly SeatRow[];
  /** As they were saved. */
  saved: readonly SeatRow[];
  /** Pinned, but not by hand. */
  held: ReadonlySet<string>;
  /** In which version a review last came to stand as it does; reviews that stand as in the first are left out. */
  changedIn: ReadonlyMap<string, number>;
  names: PlanNames;
  shortNames: ReadonlyMap<string, string>;
}

/** One chip a review, in the problem's order: those without a lead stand where their school prefers. */
export function boardChips(shown: ShownPlan, facts: BoardFacts): Chip[] {
  const rows = new Map(shown.rows.map((row) => [row.review, row]));
  const saved = new Map(shown.saved.map((row) => [row.review, row]));
  const pinned = new Set(shown.problem.pins.map(({ review }) => review));
  const seats = new Map(
    facts.seats
      .filter(({ role, isOpen }) => role === 'LEAD' && isOpen)
      .map((seat) => [seat.review, seat]),
  );
  return shown.problem.reviews.flatMap((review): Chip[] => {
    const row = rows.get(review.id);
    if (row === undefined) return [];
    const slot = slotOf(row) ?? preferredWindow(review, shown.problem);
    const lead = facts.people.get(row.lead ?? '');
    const was = saved.get(review.id);
    return [
      {
        review: review.id,
        ...schoolOf(review, shown),
        state: seatState(row, seats.get(review.id)),
        week: slot?.week ?? null,
        window: slot?.window ?? null,
        days: slot ? slotInWords(slot.week, slot.window) : null,
        lead: row.lead,
        leadName: row.lead === null ? null : shown.names.person(row.lead),
        qualityAssurer: row.qualityAssurer,
        shadow: row.shadow,
        pin: !pinned.has(review.id) ? null : shown.held.has(review.id) ? 'HELD' : 'HAND',
        changedIn: shown.changedIn.get(review.id) ?? null,
        isUnsaved: was !== undefined && !isSameRow(was, row),
        warnings: lead && slot ? endingBefore(lead, slot) : [],
      },
    ];
  });
}

function schoolOf(
  review: Review,
  { names, shortNames }: ShownPlan,
): Pick<Chip, 'school' | 'urn' | 'short' | 'tag' | 'needs' | 'phase' | 'region'> {
  const [need] = review.needs;
  const phase = phaseInWords(review.phase);
  return {
    school: names.school(review.id),
    urn: review.urn,
    short: shortNames.get(review.id) ?? names.school(review.id),
    tag: need ?? phase,
    needs: review.needs,
    phase,
    region: review.region,
  };
}

type Slot = Pick<HostWindow, 'week' | 'window'>;

function slotOf({ week, window }: SeatRow): Slot | null {
  return week === null || window === null ? null : { week, window };
}

/** The first that the school prefers and that is not closed, else the first that it accepts. */
function preferredWindow({ windows }: Review, { closed }: Problem): Slot | null {
  const open = windows
    .filter((slot) => !closed.some((c) => c.week === slot.week && c.window === slot.window))
    .toSorted((a, b) => (a.week === b.week ? 0 : a.week < b.week ? -1 : 1));
  return open.find(({ grade }) => grade === 'PREFERRED') ?? open[0] ?? windows[0] ?? null;
}

/** What has become of the lead's seat that the plan gives; a draft, until it is offered to that person for those days. */
export function seatState(row: SeatRow, seat: SeatRecord | undefined): Chip['state'] {
  if (row.lead === null) return 'NO_LEAD';
  const isThis = seat?.lead === row.lead && seat?.week === row.week && seat?.window === row.window;
  if (!isThis || !seat) return 'DRAFT';
  if (happened(seat, 'LED')) return 'LED';
  if (happened(seat, 'ACCEPTED')) return 'ACCEPTED';
  return happened(seat, 'OFFERED') ? 'OFFERED' : 'DRAFT';
}

function endingBefore({ gates }: PersonFacts, { week, window }: Slot): string[] {
  const [, , last] = windowDays(week, window);
  const names = [...new Set(gates.map(({ name }) => name))];
  return names.flatMap((name) => {
    const periods = gates.filter((gate) => gate.name === name);
    const covers = periods.some(({ from, to }) => from <= last && (to === null || last <= to));
    const ended = periods.map(({ to }) => to).filter((to) => to !== null && to < last);
    const end = ended.sort().at(-1);
    return covers || end === undefined || end === null
      ? []
      : [`${name} runs out on ${dateInWords(end)}, before this review’s last day`];
  });
}

/** Seats that somebody gave back or refused: shown where they were, so that nobody offers them again unawares. */
export function givenUpSeats(shown: ShownPlan, facts: BoardFacts): BoardView['givenUp'] {
  const reviews = new Map(shown.problem.reviews.map((review) => [review.id, review]));
  return facts.seats.flatMap((seat) => {
    const review = reviews.get(seat.review);
    const gave = seat.events.find(
      ({ kind, causedBy }) =>
        kind === 'DECLINED' || (kind === 'WITHDRAWN' && causedBy === 'LEAD_REVIEWER'),
    );
    if (!review || seat.role !== 'LEAD' || seat.isOpen || !gave) return [];
    const { school, short } = schoolOf(review, shown);
    const did = gave.kind === 'DECLINED' ? 'Declined' : 'Withdrawn';
    return [
      {
        review: review.id,
        school,
        short,
        person: seat.lead,
        week: seat.week,
        window: seat.window,
        state: gave.kind === 'DECLINED' ? ('DECLINED' as const) : ('WITHDRAWN' as const),
        words: `${did} on ${dateInWords(gave.on)}`,
      },
    ];
  });
}

function happened(seat: SeatRecord, kind: SeatRecord['events'][number]['kind']): boolean {
  return seat.events.some((event) => event.kind === kind);
}
