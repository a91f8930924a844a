/** Every way to seat one review of a tiny problem, judged without looking at the other reviews. */
import type { HostWindow, Lead, Pin, Problem, Review, SeatRow } from '../../src/solver/problem.js';

/** One way to seat a review; people and weeks are places in the problem's arrays. */
export interface Choice {
  row: SeatRow | null;
  /** -1 when nobody leads. */
  week: number;
  lead: number | null;
  assurer: number | null;
  shadow: number | null;
  people: number[];
  /** What it adds to the seven aims (coverage and shadowing negative), but for commitment and balance. */
  ownCost: number[];
  /** The least it can add to all seven, whatever else is planned. */
  leastCost: number[];
}

type Seat = 'lead' | 'assurer' | 'shadow';

/** The choices that every pin on this review allows. */
export function choicesOfReview(problem: Problem, review: Review, pins: readonly Pin[]): Choice[] {
  const ours = pins.filter((pin) => pin.review === review.id);
  const choices: Choice[] = ours.length > 0 ? [] : [choiceOf(problem, review, null, [])];
  for (const offer of review.windows) {
    const may = (seat: Seat): number[] =>
      problem.leads.flatMap((person, index) =>
        mayTake(problem, person, seat, review, offer) ? [index] : [],
      );
    for (const lead of may('lead')) {
      const second: Seat = problem.leads[lead]?.isNew ? 'assurer' : 'shadow';
      choices.push(choiceOf(problem, review, offer, [['lead', lead]]));
      for (const other of may(second).filter((person) => person !== lead)) {
        choices.push(
          choiceOf(problem, review, offer, [
            ['lead', lead],
            [second, other],
          ]),
        );
      }
    }
  }
  return choices.filter(({ row }) => row === null || ours.every((pin) => keeps(row, pin)));
}

function keeps(row: SeatRow, pin: Pin): boolean {
  const { lead, qualityAssurer, shadow, week, window } = pin;
  return Object.entries({ lead, qualityAssurer, shadow, week, window }).every(
    ([field, wanted]) => wanted === undefined || row[field as keyof SeatRow] === wanted,
  );
}

function mayTake(
  problem: Problem,
  person: Lead,
  seat: Seat,
  review: Review,
  { week, window }: HostWindow,
): boolean {
  const role = { lead: 'LEAD', assurer: 'QUALITY_ASSURER', shadow: 'SHADOW' } as const;
  if (!new Set(person.roles).has(role[seat])) return false;
  if (problem.closed.some((slot) => slot.week === week && slot.window === window)) return false;
  if (!gradeAt(person, week, window)) return false;
  if (!new Set(person.phases).has(review.phase)) return false;
  for (const conflict of person.conflicts) {
    if (conflict.urn === review.urn) return false;
    if (review.trust !== null && conflict.trust === review.trust) return false;
  }
  if (regionOf(person, review) === 'NO') return false;
  const { maxKm } = person.limits;
  if (maxKm !== null && roadDistance(problem, person, review) > maxKm) return false;
  for (const ban of problem.bans) {
    const named = { lead: person.id, review: review.id, week, window };
    if (
      Object.entries(ban).every(([field, value]) => named[field as keyof typeof named] === value)
    ) {
      return false;
    }
  }
  if (seat !== 'lead' || review.needs.length === 0) return true;
  return unmatchedNeeds(person, review) < review.needs.length;
}

function gradeAt(
  person: Lead,
  week: string,
  window: HostWindow['window'],
): 'PREFERRED' | 'AVAILABLE' | 'IF_NEEDED' | undefined {
  const declared = new Map(Object.entries(person.availability));
  return declared.get(week)?.[window];
}

function regionOf(person: Lead, review: Review): 'PREFERRED' | 'WILLING' | 'RELUCTANT' | 'NO' {
  return new Map(Object.entries(person.regions)).get(review.region) ?? 'WILLING';
}

function unmatchedNeeds(person: Lead, review: Review): number {
  const specialisms = new Set(person.needs);
  return review.needs.reduce((count, need) => count + (specialisms.has(need) ? 0 : 1), 0);
}

/** problem-format.md, Distance: haversine, R = 6371.0088 km, times the road factor. */
function roadDistance(problem: Problem, { home }: Lead, review: Review): number {
  const [lat1, lon1, lat2, lon2] = [home.lat, home.lon, review.lat, review.lon].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number, number];
  const a =
    Math.pow(Math.sin((lat2 - lat1) / 2), 2) +
    Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin((lon2 - lon1) / 2), 2);
  const greatCircle = 2 * 6371.0088 * Math.asin(Math.sqrt(a));
  return problem.policy.roadFactor * greatCircle;
}

function choiceOf(
  problem: Problem,
  review: Review,
  offer: HostWindow | null,
  seated: [Seat, number][],
): Choice {
  const inSeat = (seat: Seat): number | null => seated.find(([name]) => name === seat)?.[1] ?? null;
  const [lead, assurer, shadow] = [inSeat('lead'), inSeat('assurer'), inSeat('shadow')];
  const name = (person: number | null): string | null =>
    person === null ? null : (problem.leads[person]?.id ?? null);
  const row: SeatRow | null = offer && {
    review: review.id,
    week: offer.week,
    window: offer.window,
    lead: name(lead),
    qualityAssurer: name(assurer),
    shadow: name(shadow),
  };
  const ownCost = ownCostOf(problem, review, offer, row, seated);
  const leastCost = [...ownCost];
  const leader = lead === null ? undefined : problem.leads[lead];
  if (leader) {
    leastCost[3] = leader.commitment.target > 0 ? -1 : 0;
    leastCost[4] = reviewOfTheYear(leader.commitment.done + 1, leader.commitment.minimum);
  }
  return {
    row,
    week: offer === null ? -1 : problem.weeks.indexOf(offer.week),
    lead,
    assurer,
    shadow,
    people: seated.map(([, person]) => person),
    ownCost,
    leastCost,
  };
}

function ownCostOf(
  problem: Problem,
  review: Review,
  offer: HostWindow | null,
  row: SeatRow | null,
  seated: [Seat, number][],
): number[] {
  const { policy } = problem;
  let changes = 0;
  let [fit, company] = [0, 0];
  for (const old of problem.published) {
    if (old.review !== review.id || old.lead === null) continue;
    if (old.lead !== row?.lead) changes += 1;
    if (`${old.week} ${old.window}` !== `${row?.week} ${row?.window}`) changes += 1;
    if (old.qualityAssurer !== null && old.qualityAssurer !== row?.qualityAssurer) {
      company += policy.companyChange;
    }
    if (old.shadow !== null && old.shadow !== row?.shadow) company += policy.companyChange;
  }
  for (const [seat, index] of seated) {
    const person = problem.leads[index];
    if (!person || !offer) throw new Error('A seat without a person or a slot');
    const points = pointsAnywhere(problem, person, review, offer);
    if (seat === 'lead') {
      fit += points + policy.hostWindow[offer.grade];
      fit += policy.unmatchedNeed * unmatchedNeeds(person, review);
    } else {
      company += points;
    }
  }
  const shadows = row !== null && row.shadow !== null ? 1 : 0;
  return [row === null ? 0 : -review.priority, changes, -shadows, 0, 0, fit, company];
}

function pointsAnywhere(
  problem: Problem,
  person: Lead,
  review: Review,
  { week, window }: HostWindow,
): number {
  const { policy } = problem;
  const grade = gradeAt(person, week, window);
  const region = regionOf(person, review);
  if (!grade || region === 'NO') throw new Error('Points for a seat that is not permitted');
  const distance = roadDistance(problem, person, review);
  let points = policy.availability[grade] + policy.region[region];
  points += Math.floor(distance / policy.travelStepKm) * policy.travelStep;
  if (distance > policy.overnightKm) points += policy.overnight;
  return points;
}

/** Aim 5 for the k-th review of the year, written with whole numbers of half a point. */
export function reviewOfTheYear(k: number, minimum: number): number {
  const share = BigInt(minimum < 1 ? 1 : minimum);
  const thousandths = 1000n * (2n * BigInt(k) - 1n);
  const down = thousandths / share;
  return Number(2n * (thousandths - down * share) >= share ? down + 1n : down);
}
