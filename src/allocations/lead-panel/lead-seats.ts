import { firstDay, lastDay } from '../../calendar/slots.js';
import { slotInWords } from '../../calendar/words.js';
import { roadKm } from '../../solver/distance.js';
import { type Lead, type Problem, type Role, type SeatRow } from '../../solver/problem.js';
import { seatState } from '../board/board-chips.js';
import { inMiles } from '../explanations/teller.js';
import { whenInWords } from '../home/term-words.js';
import { isOvernight } from '../tables/allocation-rows.js';
import { counted, listed } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';
import { type SeatRecord } from '../snapshot/load-reviews.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { type PlanLeadView } from './plan-lead.schema.js';

export type LeadSeat = PlanLeadView['seats'][number];

const SEATS = [
  ['lead', 'LEAD', 'Leads'],
  ['qualityAssurer', 'QUALITY_ASSURER', 'Assures quality'],
  ['shadow', 'SHADOW', 'Shadows'],
] as const satisfies [keyof SeatRow, Role, string][];

const STATES = {
  NO_LEAD: 'No lead',
  DRAFT: 'Draft',
  OFFERED: 'Offered',
  ACCEPTED: 'Accepted',
  LED: 'Led',
} as const;

export interface SeatsShown {
  problem: Problem;
  rows: readonly SeatRow[];
  names: PlanNames;
  context: Partial<SnapshotContext>;
  /** What became of offers; empty for a plan of no term. */
  records: readonly SeatRecord[];
}

/** Somebody's seats in a plan, in time, without what the registers warn of. */
export function leadSeats(person: Lead, shown: SeatsShown): LeadSeat[] {
  const { problem, rows, names, context } = shown;
  const reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  return rows
    .flatMap((row): LeadSeat[] => {
      const { week, window } = row;
      const review = reviews.get(row.review);
      const seat = SEATS.find(([field]) => row[field] === person.id);
      if (week === null || window === null || !review || !seat) return [];
      const kind = stateOf(row, seat[1], shown.records);
      return [
        {
          review: review.id,
          school: names.school(review.id),
          role: seat[1],
          roleInWords: seat[2],
          state: { kind, words: STATES[kind] },
          week,
          window,
          days: slotInWords(week, window),
          region: review.region,
          isPriorityRegion: context.priorityRegions?.includes(review.region) ?? false,
          needs: review.needs,
          miles: inMiles(roadKm(person.home, review, problem.policy.roadFactor)),
          isOvernight: isOvernight(problem, person, review),
          lat: review.lat,
          lon: review.lon,
          others: othersInWords(row, person.id, names),
          warnings: [],
        },
      ];
    })
    .sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));
}

/** Offers are kept seat by seat; a second seat counts as the lead's does. */
function stateOf(
  row: SeatRow,
  role: Role,
  records: readonly SeatRecord[],
): LeadSeat['state']['kind'] {
  const record = records.find(
    (each) => each.review === row.review && each.role === role && each.isOpen,
  );
  const holder = { LEAD: row.lead, QUALITY_ASSURER: row.qualityAssurer, SHADOW: row.shadow }[role];
  return seatState({ ...row, lead: holder }, record);
}

function othersInWords(row: SeatRow, person: string, names: PlanNames): string {
  const others = [
    ['Led by', row.lead],
    ['assured by', row.qualityAssurer],
    ['shadowed by', row.shadow],
  ] as const;
  const named = others.flatMap(([does, holder]) =>
    holder === null || holder === person ? [] : [`${does} ${names.person(holder)}`],
  );
  const words = listed(named);
  return named.length === 0
    ? 'Nobody else sits on it'
    : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first seat whose last day has not passed. */
export function nextSeat(seats: readonly LeadSeat[], today: string): PlanLeadView['next'] {
  const next = seats.find((seat) => lastDay(seat) >= today);
  if (next === undefined) return null;
  const when = firstDay(next) <= today ? 'under way' : whenInWords(today, firstDay(next));
  return { review: next.review, school: next.school, words: `${next.days}, ${when}` };
}

export function travelOf(seats: readonly LeadSeat[]): PlanLeadView['travel'] {
  const miles = seats.reduce((sum, seat) => sum + seat.miles, 0);
  const overnights = seats.filter((seat) => seat.isOvernight).length;
  const nights =
    overnights === 0 ? 'no night away' : `${counted(overnights, 'review')} with a night away`;
  const words =
    seats.length === 0
      ? 'No review in this plan'
      : `${counted(miles, 'mile')} one way to ${counted(seats.length, 'review')}, ${nights}`;
  return { miles, overnights, words };
}
