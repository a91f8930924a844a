import { valueOf } from '../aims/aims.js';
import { findCandidates } from '../candidates.js';
import { disturbedBetween } from '../disturbance.js';
import type { MilpEngine } from '../milp/milp.js';
import type { AimName } from '../plan.js';
import type { Lead, Problem, Review, SeatRow } from '../problem.js';
import { seatsOf } from '../rules/plan-rule.js';
import { type Alternatives, type Change, withChanges } from './alternatives.js';
import { withFewMoves } from './few-moves.js';
import { bestCoverage } from './best-coverage.js';
import { type AimPrice, aimPrices, comparePrices } from './price.js';
import { type StandIns, standInsOf } from './stand-ins.js';

/** What happens when somebody drops out. People and reviews are references. */
export interface DropOut {
  person: string;
  /** Reviews that they lead in the plan, and how many seats they have in all. */
  leads: string[];
  seats: number;
  /**
   * What each aim loses from the plan to the best re-plan without them, their own shortfall of commitment and their own
   * shadow seat left aside. Null: without them no plan keeps the pins.
   */
  losses: AimPrice[] | null;
  /** Whether the re-plan is proven best; one that was stopped early may lose less than it says. */
  isProven: boolean;
  /** Reviews that have a lead in the plan and none in the re-plan. */
  uncovered: string[];
  /** Of those: no plan without them that covers as much covers this one. */
  singlePointFor: string[];
  /** Who leads in the re-plan what they led. */
  takenOver: { review: string; by: string }[];
  /** Who else could lead each review that they lead, in its slot, with nobody else moving. */
  standIns: StandIns[];
  /** The others whose seats differ in the re-plan. */
  disturbed: string[];
  /** The best re-plan; without a seat to lose, the plan itself. */
  rows: SeatRow[];
}

/** A review that stands or falls with one person. */
export interface SinglePoint {
  review: string;
  person: string;
  /**
   * `ONLY_LEAD`: nobody else may lead it. `NEEDED`: others may, but every plan that covers as much without that person
   * leaves it without a lead.
   */
  why: 'ONLY_LEAD' | 'NEEDED';
}

/** Somebody to keep in reserve. */
export interface Standby {
  person: string;
  /** Reviews of others that they lead in the re-plans, summed over everybody who could drop out. */
  takesOver: number;
  /** Reviews of others that they could lead, as the plan stands, with nobody else moving. */
  couldStepIn: number;
}

export interface DropOuts {
  /** Everybody who may take a seat, in order of loss. */
  people: DropOut[];
  singlePoints: SinglePoint[];
  /** Those who cover most of what others would leave, first. */
  standbys: Standby[];
  /** For each review with a lead who else could lead it in its slot, with nobody else moving. */
  standIns: StandIns[];
}

/**
 * For everybody in the plan: the best plan without them and what is lost by it. Where the problem says what has been
 * published, the re-plan keeps as much of it as the aims allow.
 *
 * @param rows a plan of the alternatives' problem
 * @param onPerson called as each has been looked at
 */
export function dropOuts(
  alternatives: Alternatives,
  rows: readonly SeatRow[],
  engine: MilpEngine,
  onPerson: (dropOut: DropOut, done: number, of: number) => void = () => undefined,
): DropOuts {
  const { problem } = alternatives;
  const standIns = standInsOf(problem, rows);
  const people = problem.leads.map(({ id }, i) => {
    const found = dropOut(alternatives, rows, id, engine, standIns);
    onPerson(found, i + 1, problem.leads.length);
    return found;
  });
  return {
    people: inOrderOfLoss(people),
    singlePoints: singlePointsOf(problem, rows, people),
    standbys: standbysOf(people, standIns),
    standIns,
  };
}

/**
 * What is lost when one person drops out, and the best re-plan.
 *
 * @param person somebody of the problem
 * @param standIns of the plan, where they are known
 */
export function dropOut(
  alternatives: Alternatives,
  rows: readonly SeatRow[],
  person: string,
  engine: MilpEngine,
  standIns: readonly StandIns[] = standInsOf(alternatives.problem, rows),
): DropOut {
  const { problem } = alternatives;
  const leads = rows.filter(({ lead }) => lead === person).map(({ review }) => review);
  const seats = rows.flatMap(seatsOf).filter((seat) => seat.person === person).length;
  const before = valuesForOthers(problem, rows, person);
  const theirs = standIns.filter(({ lead }) => lead === person);
  const found = { person, leads, seats, standIns: theirs };
  const nothing = { uncovered: [], singlePointFor: [], takenOver: [], disturbed: [] };
  if (seats === 0) {
    const losses = aimPrices(before, before);
    return { ...found, ...nothing, losses, isProven: true, rows: [...rows] };
  }
  const gone: Change = { kind: 'GONE', person };
  const best = alternatives.with([gone]);
  if (best.status === 'INFEASIBLE') {
    const uncovered = rows.filter(({ lead }) => lead !== null).map(({ review }) => review);
    return { ...found, ...nothing, losses: null, uncovered, isProven: true, rows: best.reviews };
  }
  const without = withChanges(problem, [gone]);
  // Of plans as good, one that leaves much as it was.
  const replanned = withFewMoves(without, rows, best.reviews);
  const after = new Map(best.aims.map(({ aim, value }) => [aim, value as number]));
  const uncovered = missingIn(replanned, rows);
  return {
    ...found,
    losses: aimPrices(before, after),
    isProven: best.status === 'OPTIMAL',
    uncovered,
    singlePointFor: uncovered.filter((review) =>
      isAlwaysLost(without, review, replanned, after, engine),
    ),
    takenOver: replanned.flatMap(({ review, lead }) =>
      lead !== null && leads.includes(review) ? [{ review, by: lead }] : [],
    ),
    disturbed: disturbedBetween(without, rows, replanned),
    rows: replanned,
  };
}

/**
 * Those without whom most is lost first, aim by aim in their order; of those as great a loss, whose re-plan disturbs more
 * people. Whoever has no seat comes last: without some others a re-plan even gains, and still has to be made.
 */
export function inOrderOfLoss(people: readonly DropOut[]): DropOut[] {
  return [...people].sort(
    (a, b) =>
      Number(a.seats === 0) - Number(b.seats === 0) ||
      byLoss(a, b) ||
      b.disturbed.length - a.disturbed.length,
  );
}

/**
 * The aims of a plan as the others see it when somebody goes: all but what is that person's alone, which nobody makes up
 * for: their shortfall of commitment, and a shadow seat, where they would have learned.
 */
function valuesForOthers(
  problem: Problem,
  rows: readonly SeatRow[],
  gone: string,
): Map<AimName, number> {
  const others = rows.map((row) => (row.shadow === gone ? { ...row, shadow: null } : row));
  const values = valueOf(problem, others);
  const person = problem.leads.find(({ id }) => id === gone);
  if (!person?.roles.includes('LEAD')) return values;
  const led = rows.filter(({ lead }) => lead === gone).length;
  const short = Math.max(0, person.commitment.target - led);
  return values.set('commitment', (values.get('commitment') as number) - short);
}

function missingIn(after: readonly SeatRow[], before: readonly SeatRow[]): string[] {
  const led = new Set(before.filter(({ lead }) => lead !== null).map(({ review }) => review));
  return after
    .filter(({ review, lead }) => lead === null && led.has(review))
    .map(({ review }) => review);
}

/** Whether every plan of the same coverage leaves the review without a lead: pinned, it costs coverage or cannot be. */
function isAlwaysLost(
  problem: Problem,
  review: string,
  rows: readonly SeatRow[],
  values: ReadonlyMap<AimName, number>,
  engine: MilpEngine,
): boolean {
  const pinned = { ...problem, pins: [...problem.pins, { review }] };
  const best = bestCoverage(pinned, rows, engine);
  return best === null || best.value < (values.get('coverage') as number);
}

function byLoss(a: DropOut, b: DropOut): number {
  if (a.losses === null || b.losses === null) {
    return Number(a.losses !== null) - Number(b.losses !== null);
  }
  return comparePrices(b.losses, a.losses);
}

function singlePointsOf(
  problem: Problem,
  rows: readonly SeatRow[],
  people: readonly DropOut[],
): SinglePoint[] {
  const mayLead = new Map<string, Set<string>>();
  for (const { role, lead, review } of findCandidates(problem)) {
    if (role !== 'LEAD') continue;
    const { id } = problem.reviews[review] as Review;
    const known = mayLead.get(id) ?? new Set<string>();
    mayLead.set(id, known.add((problem.leads[lead] as Lead).id));
  }
  return rows.flatMap(({ review, lead }): SinglePoint[] => {
    if (lead === null) return [];
    const isOnly = mayLead.get(review)?.size === 1;
    if (isOnly) return [{ review, person: lead, why: 'ONLY_LEAD' }];
    return people
      .filter(({ singlePointFor }) => singlePointFor.includes(review))
      .map(({ person }) => ({ review, person, why: 'NEEDED' }));
  });
}

function standbysOf(people: readonly DropOut[], standIns: readonly StandIns[]): Standby[] {
  const tallies = new Map<string, Standby>();
  const of = (person: string): Standby => {
    const tally = tallies.get(person) ?? { person, takesOver: 0, couldStepIn: 0 };
    tallies.set(person, tally);
    return tally;
  };
  for (const { takenOver } of people) for (const { by } of takenOver) of(by).takesOver++;
  for (const each of standIns) for (const person of each.people) of(person).couldStepIn++;
  return [...tallies.values()].sort(
    (a, b) =>
      b.takesOver - a.takesOver || b.couldStepIn - a.couldStepIn || (a.person < b.person ? -1 : 1),
  );
}
