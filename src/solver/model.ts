import type { Aim } from './aims/aim.js';
import { findCandidates, type Candidate, valuedSeat } from './candidates.js';
import { withoutDominated } from './dominance.js';
import type { LinearModel } from './milp/milp.js';
import { type Lead, type Pin, type Problem, type SeatRow, WINDOWS } from './problem.js';
import { append, groupBy } from './grouping.js';
import { RowBuilder } from './row-builder.js';
import { isWithin, restRuns } from './rules/rest-is-kept.js';

/**
 * The optimisation model of `docs/model.md`. Its columns, each 0 or 1, are first the candidates (a
 * person takes a seat on a review in a slot), then `assured` (a new lead's candidate has a quality
 * assurer), then `load` (a person leads an n-th review), then, where pins are elastic, `held`.
 */
export interface AllocationModel {
  problem: Problem;
  linear: LinearModel;
  candidates: readonly Candidate[];
  /** What every column costs in an aim, always the same array; aims that are maximised have their sign turned. */
  costs: (aim: Aim) => Float64Array;
  /** Where pins are elastic: the column that says whether a pin holds, by number of the pin. */
  held: readonly number[];
  /** Whether a plan that keeps every rule counts, where rows beside those of the rules leave only some. */
  admits?: (rows: readonly SeatRow[]) => boolean;
  /** Narrows bounds of columns, 0 or 1, by what follows from them for every plan: no plan within them is lost. */
  tighten?: (bounds: ColumnBounds) => void;
}

export type ColumnBounds = Pick<LinearModel, 'columnLower' | 'columnUpper'>;

export interface ModelOptions {
  /** Rules to leave out, to learn which of them stand in the way. */
  without?: ReadonlySet<string>;
  /** Whether pins must hold, or each has a column that says whether it does. */
  pins?: 'HOLD' | 'ELASTIC';
  /** The only seatings to look at, where it is known that no others are needed. */
  candidates?: readonly Candidate[];
  /** What is known of the plans to look for, beyond the rules. */
  face?: Face;
  /** Whether loads are counted, for the aims that look at them. */
  load?: boolean;
  /** Adds columns and rows of the caller's own, beside those of the rules; candidate i is column i, `load` as below. */
  beside?: (rows: RowBuilder, load: readonly Load[]) => void;
}

/** Plans among which to look: some seatings that all of them have, and how many of some others. */
export interface Face {
  taken: ReadonlySet<Candidate>;
  counts: { least: number; most: number; of: Candidate[] }[];
}

export function buildModel(problem: Problem, options: ModelOptions = {}): AllocationModel {
  const without = options.without ?? new Set();
  const candidates =
    options.candidates ?? withoutDominated(problem, usableCandidates(problem, without));
  const rows = new RowBuilder();
  for (let i = 0; i < candidates.length; i++) rows.column('INTEGER');

  const seats = new SeatColumns(problem, candidates);
  addReviewRows(rows, seats, without);
  addAssurerRows(rows, seats, without);
  addShadowRows(rows, seats, without);
  addPersonRows(rows, seats, without);
  const load = without.size === 0 && options.load !== false ? addLoadRows(rows, seats) : [];
  const held = addPinRows(rows, seats, options.pins ?? 'HOLD');

  if (options.face) addFaceRows(rows, candidates, options.face);
  options.beside?.(rows, load);
  const linear = rows.build();
  candidates.forEach((candidate, column) => {
    if (options.face?.taken.has(candidate)) linear.columnLower[column] = 1;
  });
  return {
    problem,
    linear,
    candidates,
    held,
    costs: costsOf(problem, candidates, load, linear.columnCount),
  };
}

/** The plan rows that a 0/1 vector of columns stands for, in the problem's order. */
export function decode({ problem, candidates }: AllocationModel, values: Float64Array): SeatRow[] {
  const rows = problem.reviews.map((review): SeatRow => ({
    review: review.id,
    week: null,
    window: null,
    lead: null,
    qualityAssurer: null,
    shadow: null,
  }));
  candidates.forEach((candidate, column) => {
    if ((values[column] ?? 0) < 0.5) return;
    const row = rows[candidate.review] as SeatRow;
    const person = (problem.leads[candidate.lead] as Lead).id;
    if (candidate.role === 'QUALITY_ASSURER') row.qualityAssurer = person;
    else if (candidate.role === 'SHADOW') row.shadow = person;
    else Object.assign(row, { lead: person, ...candidate.slot });
  });
  return rows;
}

/** The candidates by what rows ask of them. */
class SeatColumns {
  readonly leadsByReview: Map<number, number[]>;
  /** By a number for each slot of a review. */
  readonly newLeadsBySlot: Map<number, number[]>;
  readonly establishedBySlot: Map<number, number[]>;
  readonly assurersBySlot: Map<number, number[]>;
  readonly shadowsBySlot: Map<number, number[]>;
  readonly byPerson: Map<number, number[]>;

  constructor(
    readonly problem: Problem,
    readonly candidates: readonly Candidate[],
  ) {
    const slot = slotNumbers(problem);
    const isNew = (c: Candidate): boolean => (problem.leads[c.lead] as Lead).isNew;
    const by = (
      keyOf: (c: Candidate) => number,
      keep: (c: Candidate) => boolean,
    ): Map<number, number[]> => groupBy(candidates, (c) => (keep(c) ? keyOf(c) : null));
    this.leadsByReview = by(
      (c) => c.review,
      (c) => c.role === 'LEAD',
    );
    this.newLeadsBySlot = by(slot, (c) => c.role === 'LEAD' && isNew(c));
    this.establishedBySlot = by(slot, (c) => c.role === 'LEAD' && !isNew(c));
    this.assurersBySlot = by(slot, (c) => c.role === 'QUALITY_ASSURER');
    this.shadowsBySlot = by(slot, (c) => c.role === 'SHADOW');
    this.byPerson = by(
      (c) => c.lead,
      () => true,
    );
  }

  at(column: number): Candidate {
    return this.candidates[column] as Candidate;
  }
}

/** A number for the slot of a candidate's review, another for every other slot and review. */
function slotNumbers({ weeks }: Problem): (candidate: Candidate) => number {
  return ({ review, week, slot }) =>
    (review * weeks.length + week) * WINDOWS.length + WINDOWS.indexOf(slot.window);
}

/** Every permitted seating but second seats where nobody could lead beside them, which can never be taken. */
export function usableCandidates(
  problem: Problem,
  without: ReadonlySet<string> = new Set(),
): Candidate[] {
  const candidates = findCandidates(problem, without);
  const withNew = new Set<number>();
  const withEstablished = new Set<number>();
  const slot = slotNumbers(problem);
  for (const candidate of candidates) {
    if (candidate.role !== 'LEAD') continue;
    const isNew = (problem.leads[candidate.lead] as Lead).isNew;
    if (isNew || without.has('assurerSitsWithNewLead')) withNew.add(slot(candidate));
    if (!isNew || without.has('shadowSitsWithEstablishedLead'))
      withEstablished.add(slot(candidate));
  }
  return candidates.filter(
    (candidate) =>
      candidate.role === 'LEAD' ||
      (candidate.role === 'SHADOW' ? withEstablished : withNew).has(slot(candidate)),
  );
}

/** A review has at most one lead, and so one slot. */
function addReviewRows(rows: RowBuilder, seats: SeatColumns, without: ReadonlySet<string>): void {
  if (!without.has('oneOfEachSeat')) {
    for (const columns of seats.leadsByReview.values()) rows.atMost(1, columns);
  }
  // One seat a week keeps the people of a review different, unless that rule is left out.
  if (without.has('oneReviewAWeek')) {
    const seatsOnReview = groupBy(seats.candidates, (c) => `${c.review} ${c.lead}`);
    for (const columns of seatsOnReview.values()) rows.atMost(1, columns);
  }
}

/**
 * A quality assurer sits only with a new lead, and a new lead who leads has one at least once. The
 * column `assured` of a new lead's candidate says that an assurer sits there: assured ≤ lead,
 * Σ assurers = Σ assured in each slot of a review, and a week's lead seat ≤ Σ assured of that lead.
 */
function addAssurerRows(rows: RowBuilder, seats: SeatColumns, without: ReadonlySet<string>): void {
  const assuredByLead = new Map<number, number[]>();
  const leadsBySlot = without.has('assurerSitsWithNewLead')
    ? merged(seats.newLeadsBySlot, seats.establishedBySlot)
    : seats.newLeadsBySlot;
  for (const [slot, leads] of leadsBySlot) {
    const assurers = seats.assurersBySlot.get(slot) ?? [];
    const assured = leads.flatMap((lead) => {
      const person = seats.at(lead).lead;
      if (!assurers.some((assurer) => seats.at(assurer).lead !== person)) return [];
      const column = rows.column('INTEGER');
      rows.row(-Infinity, 0, [column], [lead]);
      append(assuredByLead, person, column);
      return [column];
    });
    if (assurers.length > 0) rows.row(0, 0, assurers, assured);
  }
  if (without.has('newLeadIsAssuredOnce')) return;
  seats.problem.leads.forEach((lead, person) => {
    if (!lead.isNew) return;
    const theirs = (seats.byPerson.get(person) ?? []).filter((c) => seats.at(c).role === 'LEAD');
    for (const columns of groupBy(theirs, (c) => seats.at(c).week).values()) {
      const inWeek = columns.map((i) => theirs[i] as number);
      rows.row(-Infinity, 0, inWeek, assuredByLead.get(person) ?? []);
    }
  });
}

/** A shadow sits only with an established lead, one a review; nobody shadows twice. */
function addShadowRows(rows: RowBuilder, seats: SeatColumns, without: ReadonlySet<string>): void {
  const leadsBySlot = without.has('shadowSitsWithEstablishedLead')
    ? merged(seats.establishedBySlot, seats.newLeadsBySlot)
    : seats.establishedBySlot;
  for (const [slot, shadows] of seats.shadowsBySlot) {
    rows.row(-Infinity, 0, shadows, leadsBySlot.get(slot) ?? []);
  }
  if (without.has('shadowsAtMostOnce')) return;
  for (const columns of seats.byPerson.values()) {
    rows.atMost(
      1,
      columns.filter((c) => seats.at(c).role === 'SHADOW'),
    );
  }
}

/** One seat a week, the term's limit and the rest rule, for every person. */
function addPersonRows(rows: RowBuilder, seats: SeatColumns, without: ReadonlySet<string>): void {
  for (const [person, columns] of seats.byPerson) {
    const lead = seats.problem.leads[person] as Lead;
    const weeks = new Set(columns.map((c) => seats.at(c).week));
    if (!without.has('oneReviewAWeek')) {
      for (const week of weeks)
        rows.atMost(
          1,
          columns.filter((c) => seats.at(c).week === week),
        );
    }
    // Where a person can have one seat a week, a row over fewer weeks than seats cannot be broken.
    const most = without.has('oneReviewAWeek') ? columns.length : weeks.size;
    if (!without.has('withinTermLimit') && lead.limits.term < most) {
      rows.atMost(lead.limits.term, columns);
    }
    if (without.has('restIsKept')) continue;
    for (const run of restRuns(lead, seats.problem.weeks.length)) {
      const within = columns.filter((c) => isWithin(run, seats.at(c).week));
      const weeksWithin = new Set(within.map((c) => seats.at(c).week)).size;
      const mostWithin = without.has('oneReviewAWeek') ? within.length : weeksWithin;
      if (lead.limits.restReviews < mostWithin) rows.atMost(lead.limits.restReviews, within);
    }
  }
}

/** Columns for a person's n-th review led: as many of them are 1 as they lead reviews. */
export interface Load {
  person: number;
  n: number;
  column: number;
}

function addLoadRows(rows: RowBuilder, seats: SeatColumns): Load[] {
  return [...seats.byPerson].flatMap(([person, columns]) => {
    const led = columns.filter((c) => seats.at(c).role === 'LEAD');
    if (led.length === 0) return [];
    const weeks = new Set(led.map((c) => seats.at(c).week)).size;
    const most = Math.min(weeks, (seats.problem.leads[person] as Lead).limits.term);
    const load = Array.from({ length: most }, (_, i) => ({
      person,
      n: i + 1,
      column: rows.column('CONTINUOUS'),
    }));
    rows.row(
      0,
      0,
      led,
      load.map((unit) => unit.column),
    );
    return load;
  });
}

function addFaceRows(rows: RowBuilder, candidates: readonly Candidate[], face: Face): void {
  const columnOf = new Map(candidates.map((candidate, column) => [candidate, column]));
  for (const { least, most, of } of face.counts) {
    const columns = of.flatMap((candidate) => columnOf.get(candidate) ?? []);
    rows.row(least, most, columns);
  }
}

/** Each pin asks for a lead and for what it names; all of it together where pins are elastic. */
function addPinRows(rows: RowBuilder, seats: SeatColumns, pins: 'HOLD' | 'ELASTIC'): number[] {
  const reviewIndex = new Map(seats.problem.reviews.map((review, index) => [review.id, index]));
  const byReview = groupBy(seats.candidates, (c) => c.review);
  return seats.problem.pins.map((pin) => {
    const columns = byReview.get(reviewIndex.get(pin.review) as number) ?? [];
    const held = pins === 'ELASTIC' ? rows.column('INTEGER') : -1;
    for (const asked of askedBy(pin, seats, columns)) {
      if (held >= 0) rows.row(0, Infinity, asked, [held]);
      else rows.row(1, Infinity, asked);
    }
    return held;
  });
}

/**
 * For each person that a pin names (the lead always), the candidates of its review that would give
 * it, in the slot that it names if it names one.
 */
function askedBy(pin: Pin, seats: SeatColumns, columns: number[]): number[][] {
  const holders = (role: Candidate['role'], id?: string): number[] =>
    columns.filter((c) => {
      const { lead, role: seat, slot } = seats.at(c);
      return (
        seat === role &&
        (id === undefined || seats.problem.leads[lead]?.id === id) &&
        (pin.week === undefined || slot.week === pin.week) &&
        (pin.window === undefined || slot.window === pin.window)
      );
    });
  const asked = [holders('LEAD', pin.lead)];
  if (pin.qualityAssurer !== undefined) asked.push(holders('QUALITY_ASSURER', pin.qualityAssurer));
  if (pin.shadow !== undefined) asked.push(holders('SHADOW', pin.shadow));
  return asked;
}

/** Worked out when they are first asked for: mostly few aims are in doubt. */
function costsOf(
  problem: Problem,
  candidates: readonly Candidate[],
  load: readonly Load[],
  columnCount: number,
): (aim: Aim) => Float64Array {
  const known = new Map<Aim, Float64Array>();
  const worked = (aim: Aim): Float64Array => {
    const sign = aim.sense === 'MAX' ? -1 : 1;
    const valueOf = aim.seatValues(problem);
    const costs = new Float64Array(columnCount);
    candidates.forEach((candidate, column) => {
      costs[column] = sign * valueOf(valuedSeat(problem, candidate));
    });
    for (const { person, n, column } of load) {
      costs[column] = sign * aim.ofReviewLed(problem.leads[person] as Lead, n);
    }
    return costs;
  };
  return (aim) => {
    const costs = known.get(aim) ?? worked(aim);
    known.set(aim, costs);
    return costs;
  };
}

function merged(a: Map<number, number[]>, b: Map<number, number[]>): Map<number, number[]> {
  const all = new Map([...a].map(([key, list]): [number, number[]] => [key, [...list]]));
  for (const [key, list] of b) for (const value of list) append(all, key, value);
  return all;
}
