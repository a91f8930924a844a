import { append, groupBy } from '../grouping.js';
import type { Problem } from '../problem.js';
import type { Assurance } from './assurances.js';
import { type BuiltNetwork, buildNetwork, CHANGES, FIT, PENALTY } from './build-network.js';
import type { LeadArc, LeadWindow } from './lead-arcs.js';
import { isWithin, type Run } from '../rules/rest-is-kept.js';
import { leadFace, type LeadFace } from './lead-face.js';
import type { StopPivoting } from './network-simplex.js';

/**
 * Leads alone, without second seats and at first without rest, are a flow of least cost (`docs/model.md`, "The network"):
 *
 *     review → (person, week) → person → sink
 *     review → sink: without a lead, pays its priority
 *
 * A person in a week carries one review; a person's units to the sink are convex, the k-th pays what a k-th review led
 * pays. Every restriction is a penalty, so the flow that is there always fits, and the next solve goes on from it: a plan
 * keeps all restrictions exactly when its penalty is 0.
 */
export class LeadNetwork {
  private readonly built: BuiltNetwork;
  private readonly groups = new Map<number, Run[]>();
  /** The weeks in which people have seats beside the flow. */
  private readonly held = new Map<number, number[]>();
  /** What lead arcs cost more than by their cheapest window. */
  private readonly added = new Map<number, { changes: number; fit: number }>();
  private byAssurer: Map<number, number[]> | null = null;
  private readonly byPerson: ReadonlyMap<number, readonly number[]>;
  private readonly byReview: ReadonlyMap<number, readonly number[]>;

  constructor(
    private readonly problem: Problem,
    readonly arcs: readonly LeadArc[],
    readonly assurances: readonly Assurance[],
  ) {
    this.built = buildNetwork(problem, arcs, assurances);
    this.byPerson = groupBy(arcs, ({ person }) => person);
    this.byReview = groupBy(arcs, ({ review }) => review);
  }

  /** The lead arcs of a person, by number. */
  arcsOfPerson(person: number): readonly number[] {
    return this.byPerson.get(person) ?? [];
  }

  /** The lead arcs of a review, by number. */
  arcsOfReview(review: number): readonly number[] {
    return this.byReview.get(review) ?? [];
  }

  get pivots(): number {
    return this.built.flow.pivots;
  }

  solve(shouldStop: StopPivoting): boolean {
    return this.built.flow.solve(shouldStop);
  }

  /** Cost of the flow in each of `LEVELS`. */
  values(): readonly number[] {
    return this.built.flow.values();
  }

  /** How far apart two flows can be in each of `LEVELS`. */
  get ranges(): number[] {
    return this.built.flow.levels.map(({ range }) => range);
  }

  /** What the flow breaks. */
  penalty(): number {
    return this.values()[PENALTY] as number;
  }

  /** The arcs that flows as good as this one differ in, by the numbers of `solveWithin`; right after a whole solve. */
  optimalArcs(): Int32Array {
    return this.built.flow.optimalArcs();
  }

  /** The arcs by which the runs that are held carry what they may. */
  heldRunArcs(): number[] {
    return [...this.groups].flatMap(([person, runs]) =>
      (this.built.spares[person]?.links ?? []).slice(0, runs.length).flat(),
    );
  }

  /** Breaks as little as possible, moving only these arcs; see `LexicographicFlow.solveWithin`. */
  solveWithin(arcs: Int32Array, shouldStop: StopPivoting): boolean {
    return this.built.flow.solveWithin(arcs, shouldStop);
  }

  /** The lead arcs that carry a review. */
  chosen(): number[] {
    const chosen: number[] = [];
    for (let i = 0; i < this.arcs.length; i++) {
      if (this.built.flow.flow[this.built.ofLead[i] as number] === 1) chosen.push(i);
    }
    return chosen;
  }

  /** Whether a lead arc carries its review. */
  carries(leadArc: number): boolean {
    return this.built.flow.flow[this.built.ofLead[leadArc] as number] === 1;
  }

  isLed(review: number): boolean {
    return this.built.flow.flow[this.built.ofUncovered[review] as number] === 0;
  }

  /** Whether somebody has a seat in the week, led or assuring. */
  isBusy(person: number, week: number): boolean {
    const found = this.built.ofWeek.get(person * this.problem.weeks.length + week);
    return found !== undefined && this.built.flow.flow[found.arc] === 1;
  }

  /** The weeks in which each person has a seat, led or assuring. */
  weeksUsed(): Map<number, number[]> {
    const used = new Map<number, number[]>();
    const weekCount = this.problem.weeks.length;
    for (const [key, { arc }] of this.built.ofWeek) {
      if (this.built.flow.flow[arc] === 0) continue;
      const week = key % weekCount;
      const person = (key - week) / weekCount;
      append(used, person, week);
    }
    return used;
  }

  /** See `LexicographicFlow.reducedCosts`. */
  reducedCosts(leadArc: number): number[] {
    return this.built.flow.reducedCosts(this.built.ofLead[leadArc] as number);
  }

  /**
   * How much more a flow costs at least in which somebody who has a seat in a week has none then, in limbs; null: there is none
   * that costs at most `most` more, where that is given. See `LexicographicFlow.leastRise`.
   */
  riseWithoutWeek(
    person: number,
    week: number,
    most: readonly number[] | null = null,
  ): readonly number[] | null {
    const found = this.built.ofWeek.get(person * this.problem.weeks.length + week);
    return found ? this.built.flow.leastRise(found.arc, most) : [];
  }

  /** Of an assurance, by its number; see `reducedCosts`. */
  reducedCostsOfAssurance(index: number): number[] {
    return this.built.flow.reducedCosts(this.built.ofAssurance[index] as number);
  }

  /** How much more a window costs than its arc does now, in limbs. */
  extraCost(leadArc: number, window: LeadWindow): number[] {
    const arc = this.arcs[leadArc] as LeadArc;
    const added = this.added.get(leadArc);
    const changes = window.changes - arc.changes - (added?.changes ?? 0);
    const fit = window.fit - arc.fit - (added?.fit ?? 0);
    return this.built.flow.weighted([0, 0, changes, 0, 0, fit]);
  }

  /** How many levels the limbs hold in which the gap is 0, up to the first in which it is not. */
  levelsWithout(gap: readonly number[]): number {
    return this.built.flow.levelsWithout(gap);
  }

  weighted(values: readonly number[]): number[] {
    return this.built.flow.weighted(values);
  }

  /**
   * The plans of leads that cost at most `gap` more than this one, in limbs: which lead arcs they may use, and what they all
   * have in common. Right after a solve that was not stopped.
   */
  face(gap: readonly number[]): LeadFace {
    return leadFace(this.problem, this.arcs, this.assurances, this.built, this.groups, gap);
  }

  /** Going without a lead breaks a restriction; −1 takes that back. */
  requireLead(review: number, times: 1 | -1 = 1): void {
    this.built.flow.addCost(PENALTY, this.built.ofUncovered[review] as number, times);
  }

  /**
   * A new lead takes one of somebody's weeks for being assured, by one of their assurances; −1 takes that back. It counts
   * −1 as a penalty when it is kept. Whose load is spared for it may be mistaken for another assurer's: the costs are a
   * lower bound.
   */
  needAssurer(newLead: number, times: 1 | -1 = 1): void {
    const need = this.built.needs.get(newLead);
    if (!need) throw new RangeError('This new lead cannot be assured at all.');
    this.built.flow.addCost(PENALTY, need.without, times);
    this.built.flow.addCost(PENALTY, need.exit, -2 * times);
    for (const index of need.assurances) {
      this.built.flow.addCost(PENALTY, this.built.ofAssurance[index] as number, -times);
    }
  }

  /** Being assured so breaks a restriction; −1 takes that back. */
  forbidAssurance(index: number, times: 1 | -1 = 1): void {
    this.built.flow.addCost(PENALTY, this.built.ofAssurance[index] as number, times);
  }

  /** Leading in this week counts −1 as a penalty; −1 takes that back. */
  insistOnWeek(person: number, week: number, times: 1 | -1 = 1): void {
    this.blockWeek(person, week, times === 1 ? -1 : 1);
  }

  /** How large the prices below may get in each level. */
  get dearestPrice(): readonly number[] {
    return this.built.dearestPrice;
  }

  /**
   * What somebody is paid for each unit that leaves their load without being led, and pays for each need that they meet;
   * in a plan the two are equal (`docs/model.md`, "Prices for assurers").
   */
  priceExit(assurer: number, level: number, amount: number): void {
    const { flow, ofExit, ofAssurance } = this.built;
    flow.addCost(level, ofExit.get(assurer) as number, amount);
    for (const index of this.assurancesOf(assurer)) {
      flow.addCost(level, ofAssurance[index] as number, -amount);
    }
  }

  private assurancesOf(assurer: number): number[] {
    this.byAssurer ??= groupBy(this.assurances, (each) => each.assurer);
    return this.byAssurer.get(assurer) ?? [];
  }

  /** What a need pays for being met by these assurances; leading these arcs earns as much. */
  priceMeeting(
    assurances: readonly number[],
    leadArcs: readonly number[],
    level: number,
    amount: number,
  ): void {
    const { flow, ofAssurance, ofLead } = this.built;
    for (const index of assurances) flow.addCost(level, ofAssurance[index] as number, amount);
    for (const index of leadArcs) flow.addCost(level, ofLead[index] as number, -amount);
  }

  /** The assurances, by number, that meet a need in the flow. */
  met(): number[] {
    const { flow, ofAssurance } = this.built;
    return [...this.assurances.keys()].filter(
      (index) => flow.flow[ofAssurance[index] as number] === 1,
    );
  }

  /** Whether some need of a new lead could be met by somebody. */
  mayAssure(person: number): boolean {
    return this.built.ofExit.has(person);
  }

  /** How many units leave an assurer's load without being led. */
  exits(assurer: number): number {
    return this.built.flow.flow[this.built.ofExit.get(assurer) as number] as number;
  }

  /** A window that is not the cheapest costs so much more; −1 takes that back. */
  addCost(leadArc: number, changes: number, fit: number, times: 1 | -1 = 1): void {
    const arc = this.built.ofLead[leadArc] as number;
    const before = this.added.get(leadArc) ?? { changes: 0, fit: 0 };
    this.added.set(leadArc, {
      changes: before.changes + times * changes,
      fit: before.fit + times * fit,
    });
    if (changes !== 0) this.built.flow.addCost(CHANGES, arc, times * changes);
    if (fit !== 0) this.built.flow.addCost(FIT, arc, times * fit);
  }

  /** Taking this lead arc breaks a restriction; −1 takes that back. */
  forbid(leadArc: number, times: 1 | -1 = 1): void {
    this.built.flow.addCost(PENALTY, this.built.ofLead[leadArc] as number, times);
  }

  /** Leading anything in this week breaks a restriction; −1 takes that back. */
  blockWeek(person: number, week: number, times: 1 | -1 = 1): void {
    const found = this.built.ofWeek.get(person * this.problem.weeks.length + week);
    if (found) this.built.flow.addCost(PENALTY, found.arc, times);
  }

  /** Leading more than `most` reviews breaks a restriction; −1 takes that back. */
  limitLoad(person: number, most: number, times: 1 | -1 = 1): void {
    for (const arc of (this.built.ofUnits[person] ?? []).slice(most)) {
      this.built.flow.addCost(PENALTY, arc, times);
    }
  }

  /** Having more than `most` seats, led or assuring, breaks a restriction; −1 takes that back. */
  limitSeats(person: number, most: number, times: 1 | -1 = 1): void {
    this.limitLoad(person, most, times);
    for (const arc of (this.built.ofTerm.get(person) ?? []).slice(most)) {
      this.built.flow.addCost(PENALTY, arc, times);
    }
  }

  /** A seat beside the flow takes one of what a person may have in every run that is held; −1 takes that back. */
  holdSeat(person: number, week: number, times: 1 | -1 = 1): void {
    const held = this.held.get(person) ?? [];
    (this.groups.get(person) ?? []).forEach((run, number) => {
      if (!isWithin(run, week)) return;
      const within = countWithin(run, held) - (times === 1 ? 0 : 1);
      this.limitRun(person, number, within, times);
    });
    this.held.set(
      person,
      times === 1 ? [...held, week] : held.filter((_, i) => i !== held.indexOf(week)),
    );
  }

  /** One less of those that a run carries at no penalty, after so many less. */
  private limitRun(person: number, number: number, less: number, times: 1 | -1): void {
    const links = (this.built.spares[person]?.links[number] ?? []).slice(0, -1);
    const arc = links.at(-1 - less);
    if (arc !== undefined) this.built.flow.addCost(PENALTY, arc, times);
  }

  /**
   * Holds a person to `restReviews` in a run of weeks, from now on and for good.
   *
   * @returns false when the run overlaps one that is held already: then only branching helps
   */
  holdRest(person: number, run: Run): boolean {
    const theirs = this.groups.get(person) ?? [];
    if (theirs.some(({ from, to }) => from < run.to && run.from < to)) return false;
    const spare = this.built.spares[person];
    const node = spare?.nodes[theirs.length];
    const links = spare?.links[theirs.length];
    if (node === undefined || links === undefined) return false;
    const through: number[] = [];
    for (let week = run.from; week < run.to; week++) {
      const found = this.built.ofWeek.get(person * this.problem.weeks.length + week);
      if (found) through.push(found.arc);
    }
    const below = this.built.personNode[person] as number;
    this.built.flow.insert(node, below, through, links);
    this.groups.set(person, [...theirs, run]);
    const held = countWithin(run, this.held.get(person) ?? []);
    for (let less = 0; less < held; less++) this.limitRun(person, theirs.length, less, 1);
    return true;
  }
}

function countWithin(run: Run, weeks: readonly number[]): number {
  return weeks.filter((week) => isWithin(run, week)).length;
}
