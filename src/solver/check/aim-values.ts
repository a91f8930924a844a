import type { AimName } from '../plan.js';
import type { Lead, Policy, Problem, SeatRow } from '../problem.js';
import { roadKm } from './distance.js';
import { availabilityIn, regionGrade } from './permitted-seats.js';
import type { FilledSeat, PlannedReview } from './planned-review.js';

/** Each aim's value; null where a seat that is not permitted has no points. */
export type AimValues = Record<AimName, number | null>;

/** The seven aims of problem-format.md, Aims, each from the problem and the plan's rows alone. */
export function aimValues(problem: Problem, planned: readonly PlannedReview[]): AimValues {
  return {
    coverage: coverage(planned),
    changes: changes(problem.published, planned),
    shadowing: shadowing(planned),
    commitment: commitment(problem.leads, planned),
    balance: balance(problem.leads, planned),
    fit: seatPoints(problem.policy, planned, (seat) => seat.role === 'LEAD'),
    company: company(problem, planned),
  };
}

/** Aim 1: the priorities of the reviews that have a lead. */
function coverage(planned: readonly PlannedReview[]): number {
  return sum(planned.map(({ review, row }) => (row.lead === null ? 0 : review.priority)));
}

/** Aim 2: published leads, and published slots, that are no longer so. */
function changes(published: readonly SeatRow[], planned: readonly PlannedReview[]): number {
  return sum(
    publishedInProblem(published, planned).map(([before, { row }]) => {
      if (before.lead === null) return 0;
      const otherLead = before.lead !== row.lead;
      const otherSlot = before.week !== row.week || before.window !== row.window;
      return (otherLead ? 1 : 0) + (otherSlot ? 1 : 0);
    }),
  );
}

/** Aim 3: how many people have a shadow seat. */
function shadowing(planned: readonly PlannedReview[]): number {
  return new Set(planned.flatMap(({ row }) => (row.shadow === null ? [] : [row.shadow]))).size;
}

/** Aim 4: reviews short of the targets of those who may lead. */
function commitment(leads: readonly Lead[], planned: readonly PlannedReview[]): number {
  return sum(
    leads
      .filter(({ roles }) => roles.includes('LEAD'))
      .map((lead) => Math.max(0, lead.commitment.target - ledBy(lead, planned))),
  );
}

/** Aim 5: the k-th review of the year of a person with minimum c costs round(1000 (2k - 1) / max(1, c)). */
function balance(leads: readonly Lead[], planned: readonly PlannedReview[]): number {
  let total = 0;
  for (const lead of leads) {
    const { done, minimum } = lead.commitment;
    const last = done + ledBy(lead, planned);
    for (let k = done + 1; k <= last; k += 1) {
      total += quotientHalfUp(1000 * (2 * k - 1), Math.max(1, minimum));
    }
  }
  return total;
}

/** Aim 7: the points of the second seats, and a charge for each published one not kept. */
function company(problem: Problem, planned: readonly PlannedReview[]): number | null {
  const points = seatPoints(problem.policy, planned, (seat) => seat.role !== 'LEAD');
  const notKept = sum(
    publishedInProblem(problem.published, planned).map(
      ([before, { row }]) =>
        (before.qualityAssurer !== null && before.qualityAssurer !== row.qualityAssurer ? 1 : 0) +
        (before.shadow !== null && before.shadow !== row.shadow ? 1 : 0),
    ),
  );
  return points === null ? null : points + notKept * problem.policy.companyChange;
}

function publishedInProblem(
  published: readonly SeatRow[],
  planned: readonly PlannedReview[],
): [SeatRow, PlannedReview][] {
  const plannedById = new Map(planned.map((one) => [one.review.id, one]));
  return published.flatMap((before): [SeatRow, PlannedReview][] => {
    const now = plannedById.get(before.review);
    return now === undefined ? [] : [[before, now]];
  });
}

function ledBy(lead: Lead, planned: readonly PlannedReview[]): number {
  return planned.filter(({ row }) => row.lead === lead.id).length;
}

/** dividend / divisor to the nearest whole number, halves up, without leaving the integers. */
function quotientHalfUp(dividend: number, divisor: number): number {
  const doubled = 2 * dividend + divisor;
  return (doubled - (doubled % (2 * divisor))) / (2 * divisor);
}

function seatPoints(
  policy: Policy,
  planned: readonly PlannedReview[],
  counts: (seat: FilledSeat) => boolean,
): number | null {
  let total = 0;
  for (const plannedReview of planned) {
    for (const seat of plannedReview.seats.filter(counts)) {
      const points = pointsOf(policy, seat, plannedReview);
      if (points === null) return null;
      total += points;
    }
  }
  return total;
}

/** The points of one seat (problem-format.md, Aims, last paragraph). */
function pointsOf(
  policy: Policy,
  { role, person }: FilledSeat,
  { review, slot }: PlannedReview,
): number | null {
  if (person === null || slot === null) return null;
  const available = availabilityIn(person, slot);
  const region = regionGrade(person, review.region);
  if (available === null || region === 'NO') return null;
  const distance = roadKm(person.home, review, policy.roadFactor);
  const travel =
    policy.travelStep * Math.floor(distance / policy.travelStepKm) +
    (distance > policy.overnightKm ? policy.overnight : 0);
  const everySeat = policy.availability[available] + policy.region[region] + travel;
  if (role !== 'LEAD') return everySeat;
  const offer = review.windows.find(
    ({ week, window }) => week === slot.week && window === slot.window,
  );
  if (offer === undefined) return null;
  const unmatched = review.needs.filter((need) => !person.needs.includes(need)).length;
  return everySeat + policy.hostWindow[offer.grade] + policy.unmatchedNeed * unmatched;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
