import type { Candidate } from './candidates.js';
import { decode, type AllocationModel } from './model.js';
import type { Lead, SeatRow } from './problem.js';
import { groupBy } from './grouping.js';

/**
 * A legal plan near a fractional solution: candidates are taken greedily, those with the largest
 * share first, so that there is a good plan long before the search for the best one ends. Pinned
 * reviews stay as they are in `start`.
 */
export function roundToPlan(
  model: AllocationModel,
  shares: Float64Array,
  start: readonly SeatRow[],
): SeatRow[] {
  const roster = new Roster(model, start);
  const columns = [...model.candidates.keys()].sort(
    (a, b) => (shares[b] as number) - (shares[a] as number) || a - b,
  );
  const { candidates, problem } = model;
  const leadIsNew = (column: number): boolean =>
    (problem.leads[(candidates[column] as Candidate).lead] as Lead).isNew;
  const of = (role: Candidate['role']): number[] =>
    columns.filter((column) => candidates[column]?.role === role);

  const leads = of('LEAD');
  for (const column of leads.filter((c) => !leadIsNew(c))) roster.take([column]);
  const assurerColumns = of('QUALITY_ASSURER');
  const assurers = groupBy(assurerColumns, (c) => slotKey(candidates[c] as Candidate));
  const assured = new Set<number>();
  for (const column of leads.filter(leadIsNew)) {
    const { lead } = candidates[column] as Candidate;
    if (assured.has(lead)) roster.take([column]);
    else {
      const beside = assurers.get(slotKey(candidates[column] as Candidate)) ?? [];
      const found = beside.some((i) => roster.take([column, assurerColumns[i] as number]));
      if (found) assured.add(lead);
    }
  }
  for (const column of of('SHADOW')) roster.take([column]);
  return roster.rows();
}

const slotKey = (c: Candidate): string => `${c.review} ${c.week} ${c.slot.window}`;

/** Who has which seats so far, and whether they may take more. */
class Roster {
  private readonly taken: Float64Array;
  private readonly weeksByPerson = new Map<number, number[]>();
  private readonly leadByReview = new Map<number, Candidate>();
  private readonly shadows = new Set<number>();
  private readonly shadowed = new Set<number>();
  private readonly fixed: Map<string, SeatRow>;

  constructor(
    private readonly model: AllocationModel,
    start: readonly SeatRow[],
  ) {
    this.taken = new Float64Array(model.linear.columnCount);
    this.fixed = new Map(start.filter((row) => row.lead !== null).map((row) => [row.review, row]));
    const { leads, weeks } = model.problem;
    const personIndex = new Map(leads.map((lead, index) => [lead.id, index]));
    for (const row of this.fixed.values()) {
      for (const id of [row.lead, row.qualityAssurer, row.shadow]) {
        const person = personIndex.get(id ?? '');
        if (person !== undefined) this.use(person, weeks.indexOf(row.week ?? ''));
      }
      const shadow = personIndex.get(row.shadow ?? '');
      if (shadow !== undefined) this.shadows.add(shadow);
    }
  }

  /** Takes all of these seats, or none when one of them is not free. */
  take(columns: readonly number[]): boolean {
    const candidates = columns.map((column) => this.model.candidates[column] as Candidate);
    if (!candidates.every((candidate) => this.isFree(candidate, columns.length > 1))) return false;
    if (new Set(candidates.map(({ lead }) => lead)).size < candidates.length) return false;
    candidates.forEach((candidate, i) => {
      this.taken[columns[i] as number] = 1;
      this.use(candidate.lead, candidate.week);
      if (candidate.role === 'LEAD') this.leadByReview.set(candidate.review, candidate);
      if (candidate.role === 'SHADOW') {
        this.shadows.add(candidate.lead);
        this.shadowed.add(candidate.review);
      }
    });
    return true;
  }

  rows(): SeatRow[] {
    return decode(this.model, this.taken).map((row) => this.fixed.get(row.review) ?? row);
  }

  private isFree(candidate: Candidate, together: boolean): boolean {
    const { problem } = this.model;
    const lead = problem.leads[candidate.lead] as Lead;
    if (this.fixed.has(problem.reviews[candidate.review]?.id ?? '')) return false;
    const present = this.leadByReview.get(candidate.review);
    if (candidate.role === 'LEAD' && present) return false;
    if (candidate.role === 'QUALITY_ASSURER' && !together) return false;
    if (candidate.role === 'SHADOW') {
      const sameSlot = present && slotKey(present) === slotKey(candidate);
      const isNew = present && problem.leads[present.lead]?.isNew;
      if (!sameSlot || isNew) return false;
      if (this.shadowed.has(candidate.review) || this.shadows.has(candidate.lead)) return false;
    }
    return this.hasRoom(lead, candidate.lead, candidate.week);
  }

  private hasRoom({ limits }: Lead, person: number, week: number): boolean {
    const weeks = this.weeksByPerson.get(person) ?? [];
    if (weeks.includes(week) || weeks.length >= limits.term) return false;
    const withThis = [...weeks, week];
    return withThis.every(
      (from) =>
        withThis.filter((w) => w >= from && w < from + limits.restWeeks).length <=
        limits.restReviews,
    );
  }

  private use(person: number, week: number): void {
    this.weeksByPerson.set(person, [...(this.weeksByPerson.get(person) ?? []), week]);
  }
}
