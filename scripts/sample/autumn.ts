import { lastDay } from '../../src/calendar/slots.js';
import { type Problem, type SeatRow } from '../../src/solver/problem.js';
import { breachesOf } from '../../src/solver/rules/plan-rules.js';
import { type SeededRandom } from '../seeded-random.js';
import { addDays } from './answers.js';
import { type Rows } from './records.js';

/** How a review of autumn ended. */
export type Ending = 'LED' | 'CANCELLED' | 'NOT_COVERED';

export interface AutumnHistory {
  seats: Rows;
  /** By review. */
  endings: Map<string, { ending: Ending; on: string; reason: string }>;
  /** The last day of the review that somebody shadowed, or was quality-assured on, by person. */
  shadowedOn: Map<string, string>;
  assuredOn: Map<string, string>;
}

const OFFERED = '2026-09-16';
const ACCEPTED = '2026-09-18';
const DECLINES = 10;
const DECLINED_FOR_GOOD = 2;
const ILL = 2;
const ILL_FOR_GOOD = 1;
const CANCELLED = 4;
/** Days before a Monday or Wednesday that are working days; the first two are within ten working days. */
const CANCELLED_BEFORE = [5, 7, 28, 33];

interface Story {
  kind: 'DECLINED' | 'ILL' | 'CANCELLED' | 'LED';
  replaced: boolean;
  /** Working out the notice: days before the first day of the review. */
  daysBefore: number;
}

/** The solver's own plan for autumn, and what then happened: declines, illness, cancellations. */
export function tellAutumn(
  problem: Problem,
  planned: readonly SeatRow[],
  random: SeededRandom,
): AutumnHistory {
  const history: AutumnHistory = {
    seats: [],
    endings: new Map(),
    shadowedOn: new Map(),
    assuredOn: new Map(),
  };
  let rows = [...planned];
  const stories = storiesOf(planned, random);
  for (const row of planned) {
    const story = stories.get(row.review) ?? { kind: 'LED', replaced: false, daysBefore: 0 };
    const end = lastDay({ week: row.week ?? '', window: row.window ?? 'MON_WED' });
    const first = addDays(end, -2);
    if (story.kind === 'CANCELLED') {
      const on = addDays(first, -story.daysBefore);
      history.seats.push(
        ...seatRows(row, {
          'Cancelled on': on,
          'Ended by': 'SCHOOL',
          Reason: 'An inspection was announced',
        }),
      );
      history.endings.set(row.review, {
        ending: 'CANCELLED',
        on,
        reason: 'An inspection was announced',
      });
      rows = rows.map((each) => (each === row ? emptied(row) : each));
      continue;
    }
    if (story.kind === 'LED') {
      history.seats.push(...seatRows(row, { 'Led on': end }));
      history.endings.set(row.review, { ending: 'LED', on: end, reason: '' });
      if (row.shadow !== null) history.shadowedOn.set(row.shadow, end);
      if (row.qualityAssurer !== null && row.lead !== null) {
        history.assuredOn.set(row.lead, addDays(end, 7));
      }
      continue;
    }
    const isIll = story.kind === 'ILL';
    const on = isIll ? addDays(first, -5) : addDays(OFFERED, 5);
    history.seats.push(
      seatRow(row, 'LEAD', row.lead ?? '', {
        'Offered on': OFFERED,
        'Accepted on': isIll ? ACCEPTED : '',
        [isIll ? 'Withdrawn on' : 'Declined on']: on,
        'Ended by': 'LEAD_REVIEWER',
        Reason: isIll ? 'Ill' : 'Committed elsewhere that week',
      }),
    );
    const other = story.replaced ? replacement(problem, rows, row) : null;
    if (other === null) {
      const reason = 'Nobody could be found in time after the lead dropped out';
      history.endings.set(row.review, { ending: 'NOT_COVERED', on: '2026-12-18', reason });
      rows = rows.map((each) => (each.review === row.review ? emptied(row) : each));
      continue;
    }
    rows = rows.map((each) => (each.review === row.review ? other : each));
    history.seats.push(
      seatRow(other, 'LEAD', other.lead ?? '', {
        'Offered on': on,
        'Accepted on': isIll ? on : addDays(on, 1),
        'Led on': end,
      }),
    );
    history.endings.set(row.review, { ending: 'LED', on: end, reason: '' });
  }
  return history;
}

/** Only reviews with an established lead alone have a story: nobody else's induction hangs on it. */
function storiesOf(planned: readonly SeatRow[], random: SeededRandom): Map<string, Story> {
  const alone = planned.filter(
    (row) => row.lead !== null && row.shadow === null && row.qualityAssurer === null,
  );
  const late = random.sample(
    alone.filter(({ week }) => (week ?? '') > '2026-11-01'),
    DECLINES + ILL + CANCELLED,
  );
  return new Map(
    late.map((row, index): [string, Story] => {
      if (index < DECLINES) {
        return [
          row.review,
          { kind: 'DECLINED', replaced: index >= DECLINED_FOR_GOOD, daysBefore: 0 },
        ];
      }
      const rest = index - DECLINES;
      if (rest < ILL)
        return [row.review, { kind: 'ILL', replaced: rest >= ILL_FOR_GOOD, daysBefore: 0 }];
      const daysBefore = CANCELLED_BEFORE[rest - ILL] ?? 28;
      return [row.review, { kind: 'CANCELLED', replaced: false, daysBefore }];
    }),
  );
}

/** The first other person with whom the whole plan still keeps every rule. */
function replacement(problem: Problem, rows: readonly SeatRow[], row: SeatRow): SeatRow | null {
  for (const lead of problem.leads) {
    if (lead.id === row.lead || lead.isNew) continue;
    const other = { ...row, lead: lead.id };
    const after = rows.map((each) => (each.review === row.review ? other : each));
    if (breachesOf(problem, after).length === 0) return other;
  }
  return null;
}

function emptied(row: SeatRow): SeatRow {
  return { ...row, week: null, window: null, lead: null, qualityAssurer: null, shadow: null };
}

function seatRows(row: SeatRow, events: Record<string, string>): Rows {
  const accepted = { 'Offered on': OFFERED, 'Accepted on': ACCEPTED, ...events };
  const holders: [string, string | null][] = [
    ['LEAD', row.lead],
    ['QUALITY_ASSURER', row.qualityAssurer],
    ['SHADOW', row.shadow],
  ];
  return holders.flatMap(([role, person]) =>
    person === null ? [] : [seatRow(row, role, person, accepted)],
  );
}

function seatRow(
  row: SeatRow,
  role: string,
  person: string,
  events: Record<string, string>,
): Rows[number] {
  return {
    Review: row.review,
    Role: role,
    Reference: person,
    Week: row.week ?? '',
    Window: row.window ?? '',
    Term: 'autumn-2026',
    'Offered on': '',
    'Accepted on': '',
    'Declined on': '',
    'Withdrawn on': '',
    'Cancelled on': '',
    'Ended by': '',
    Reason: '',
    'Led on': '',
    ...events,
  };
}
