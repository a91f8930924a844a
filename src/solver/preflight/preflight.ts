import { type ShutOut, shutOutOf } from '../explain/shut-out.js';
import type { Problem } from '../problem.js';
import { type AssurerCost, costOfAssurers } from './assurer-costs.js';
import { bitsOf, BitRows } from './bit-rows.js';
import { leadSupply } from './lead-supply.js';
import { type ReviewFindings, reviewFindings } from './review-findings.js';
import {
  type AssurerFindings,
  type AssurerShortage,
  assurerFindings,
  type ShadowFindings,
  shadowFindings,
} from './second-findings.js';
import { assurerSeats, shadowSeats } from './second-seats.js';
import { type SeatOptions, seatOptions } from './seat-options.js';
import {
  type GroupRow,
  groupRows,
  type SlotRow,
  slotRows,
  type WeekRow,
  weekRows,
} from './tables.js';

/** What can be known of a term before it is solved: where supply cannot meet demand. */
export interface Preflight extends Omit<ReviewFindings, 'nobody'> {
  /** People who could lead at least one of the reviews. */
  people: number;
  /** Reviews that nobody could lead, with the rules that shut leads out. */
  nobody: NobodyCanLead[];
  assurers: AssurersFound;
  shadows: ShadowFindings;
  weeks: WeekRow[];
  slots: SlotRow[];
  regions: GroupRow[];
  phases: GroupRow[];
  /** A review counts under each of its needs; those that name none are not counted. */
  needs: GroupRow[];
}

export interface AssurersFound extends Omit<AssurerFindings, 'shortages'> {
  /** @see AssurerFindings; with the reviews that each costs, null: none need be lost, as far as can be seen from here. */
  shortages: (AssurerShortage & { cost: AssurerCost | null })[];
}

export interface NobodyCanLead extends ShutOut {
  isPinned: boolean;
}

/**
 * Looks at a term before it is solved. Everything it says is so of every plan that keeps the rules and the pins: it looks
 * at a relaxation, whose best plan is never worse than the best plan (`docs/model.md`, "Pre-flight"). The other way round it
 * promises nothing.
 *
 * @param problem a problem that has passed the reader
 */
export function preflight(problem: Problem): Preflight {
  const seats = seatOptions(problem);
  const { findings: assured, never } = assurerFindings(problem, assurerSeats(problem, seats));
  const leads = leadSupply(problem, seats, never);
  const { nobody, ...findings } = reviewFindings(problem, leads, (reviews) =>
    unassuredFor(problem, seats, never, reviews),
  );
  const numberOf = new Map(problem.leads.map(({ id }, index) => [id, index]));
  const costs = assured.shortages.map(({ newLeads, most }) =>
    costOfAssurers(
      problem,
      seats,
      { base: leads, never },
      { newLeads: newLeads.map((id) => numberOf.get(id) as number), most },
    ),
  );
  const short = new Set([
    ...nobody.map(({ id }) => id),
    ...findings.shortages.flatMap(({ reviews }) => reviews),
  ]);
  const isShort = (review: number): boolean => short.has(problem.reviews[review]?.id ?? '');
  const [whole] = groupRows(problem, leads, () => ['all'], isShort);
  const pinned = new Set(problem.pins.map(({ review }) => review));
  const bounds = [findings.coverage.most, ...costs.flatMap((found) => found?.most ?? [])];
  return {
    ...findings,
    coverage: {
      due: findings.coverage.due,
      most: {
        reviews: Math.min(...bounds.map(({ reviews }) => reviews)),
        priority: Math.min(...bounds.map(({ priority }) => priority)),
      },
    },
    people: whole?.people ?? 0,
    nobody: nobody.map((review) => ({
      ...shutOutOf(problem, review),
      isPinned: pinned.has(review.id),
    })),
    assurers: {
      ...assured,
      shortages: assured.shortages.map((each, index) => ({
        ...each,
        cost: costs[index]?.cost ?? null,
      })),
    },
    shadows: shadowFindings(problem, shadowSeats(problem, seats)),
    weeks: weekRows(problem, leads),
    slots: slotRows(problem, leads),
    regions: groupRows(problem, leads, ({ region }) => [region], isShort),
    phases: groupRows(problem, leads, ({ phase }) => [phase], isShort),
    needs: groupRows(problem, leads, ({ needs }) => needs, isShort),
  };
}

/** New leads whom nobody could assure, but who could else lead one of these reviews. */
function unassuredFor(
  { leads }: Problem,
  seats: SeatOptions,
  never: readonly number[],
  reviews: readonly number[],
): string[] {
  if (never.length === 0) return [];
  const unassured = new BitRows(1, leads.length);
  never.forEach((person) => unassured.set(0, person));
  const found = seats.LEAD.flatMap((rows) => bitsOf(rows.union(reviews), unassured.words));
  return never.filter((person) => found.includes(person)).map((person) => leads[person]?.id ?? '');
}
