import { lastDay } from '../../src/calendar/slots.js';
import { roadKm } from '../../src/solver/distance.js';
import { type Problem, type SeatRow } from '../../src/solver/problem.js';
import { breachesOf } from '../../src/solver/rules/plan-rules.js';
import { type SeededRandom } from '../seeded-random.js';
import { addDays } from './answers.js';
import { drawStories, LED_AS_PLANNED, type Story } from './autumn-stories.js';
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
const ACCEPTED = ['2026-09-16', '2026-09-17', '2026-09-18', '2026-09-21'];
const DECLINED = '2026-09-21';
const TERM_ENDED = '2026-12-18';

/** The solver's own plan for autumn, and what then happened: declines, illness, cancellations. */
export function tellAutumn(
  problem: Problem,
  planned: readonly SeatRow[],
  random: SeededRandom,
): AutumnHistory {
  const telling = new Telling(problem, planned, random);
  const stories = drawStories(planned, random);
  for (const row of planned) telling.tell(row, stories.get(row.review) ?? LED_AS_PLANNED);
  return telling.history;
}

class Telling {
  readonly history: AutumnHistory = {
    seats: [],
    endings: new Map(),
    shadowedOn: new Map(),
    assuredOn: new Map(),
  };
  /** The plan as it stands after what has been told so far. */
  private rows: readonly SeatRow[];

  constructor(
    private readonly problem: Problem,
    planned: readonly SeatRow[],
    private readonly random: SeededRandom,
  ) {
    this.rows = planned;
  }

  tell(row: SeatRow, story: Story): void {
    if (story.kind === 'LED') this.led(row);
    else if (story.kind === 'CANCELLED') this.cancelled(row, story);
    else this.droppedOut(row, story);
  }

  private led(row: SeatRow): void {
    const end = lastDayOf(row);
    this.allSeats(row, { 'Led on': end });
    this.history.endings.set(row.review, { ending: 'LED', on: end, reason: '' });
    if (row.shadow !== null) this.history.shadowedOn.set(row.shadow, end);
    if (row.qualityAssurer !== null && row.lead !== null) {
      this.history.assuredOn.set(row.lead, addDays(end, 7));
    }
  }

  private cancelled(row: SeatRow, { daysBefore, reason }: Story): void {
    const on = addDays(lastDayOf(row), -2 - daysBefore);
    this.allSeats(row, { 'Cancelled on': on, 'Ended by': 'SCHOOL', Reason: reason });
    this.history.endings.set(row.review, { ending: 'CANCELLED', on, reason });
    this.replaceRow({ ...row, week: null, window: null, lead: null });
  }

  /** The lead declines, or falls ill a few days before; somebody else leads, or nobody. */
  private droppedOut(row: SeatRow, { kind, replaced, reason }: Story): void {
    const end = lastDayOf(row);
    const isIll = kind === 'ILL';
    const on = isIll ? addDays(end, -7) : DECLINED;
    this.seat(row, 'LEAD', row.lead, {
      'Offered on': OFFERED,
      'Accepted on': isIll ? this.random.pick(ACCEPTED) : '',
      [isIll ? 'Withdrawn on' : 'Declined on']: on,
      'Ended by': 'LEAD_REVIEWER',
      Reason: reason,
    });
    const other = replaced ? replacement(this.problem, this.rows, row) : null;
    if (other === null) {
      const unfound = 'Nobody could be found in time after the lead dropped out';
      this.history.endings.set(row.review, {
        ending: 'NOT_COVERED',
        on: TERM_ENDED,
        reason: unfound,
      });
      this.replaceRow({ ...row, week: null, window: null, lead: null });
      return;
    }
    this.seat(other, 'LEAD', other.lead, {
      'Offered on': on,
      'Accepted on': isIll ? on : addDays(on, 1),
      'Led on': end,
    });
    this.history.endings.set(row.review, { ending: 'LED', on: end, reason: '' });
    this.replaceRow(other);
  }

  private replaceRow(row: SeatRow): void {
    this.rows = this.rows.map((each) => (each.review === row.review ? row : each));
  }

  private allSeats(row: SeatRow, events: Record<string, string>): void {
    const accepted = {
      'Offered on': OFFERED,
      'Accepted on': this.random.pick(ACCEPTED),
      ...events,
    };
    this.seat(row, 'LEAD', row.lead, accepted);
    this.seat(row, 'QUALITY_ASSURER', row.qualityAssurer, accepted);
    this.seat(row, 'SHADOW', row.shadow, accepted);
  }

  private seat(
    row: SeatRow,
    role: string,
    person: string | null,
    events: Record<string, string>,
  ): void {
    if (person === null) return;
    this.history.seats.push({
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
    });
  }
}

/** The nearest other person with whom the whole plan still keeps every rule. */
function replacement(problem: Problem, rows: readonly SeatRow[], row: SeatRow): SeatRow | null {
  const school = problem.reviews.find(({ id }) => id === row.review);
  if (!school) return null;
  const nearestFirst = problem.leads.toSorted(
    (one, other) => roadKm(one.home, school, 1) - roadKm(other.home, school, 1),
  );
  for (const lead of nearestFirst) {
    if (lead.id === row.lead || lead.isNew) continue;
    const other = { ...row, lead: lead.id };
    const after = rows.map((each) => (each.review === row.review ? other : each));
    if (breachesOf(problem, after).length === 0) return other;
  }
  return null;
}

function lastDayOf(row: SeatRow): string {
  return lastDay({ week: row.week ?? '', window: row.window ?? 'MON_WED' });
}
