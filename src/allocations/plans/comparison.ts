import { type AimName, AIMS, type Plan } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';

/** One aim in two plans; values and bounds are null where a plan is `INFEASIBLE`. */
export interface ComparedAim {
  aim: AimName;
  value: number | null;
  otherValue: number | null;
  /** Which plan serves this aim better; `INCOMPARABLE` unless both solve the same problem. */
  better: 'THIS' | 'OTHER' | 'EQUAL' | 'INCOMPARABLE';
}

/** A review that the two plans do not treat alike; null where a plan has no such review. */
export interface ComparedReview {
  review: string;
  /** What differs. */
  differs: ('PRESENCE' | 'LEAD' | 'SLOT' | 'QUALITY_ASSURER' | 'SHADOW')[];
  seats: SeatRow | null;
  otherSeats: SeatRow | null;
}

/** A person whose seats differ; references of reviews, in code-point order. */
export interface ComparedPerson {
  person: string;
  /** Reviews on which only this plan gives them a seat. */
  onlyHere: string[];
  /** Reviews on which only the other plan gives them a seat. */
  onlyThere: string[];
  /** Reviews they keep, in another slot or seat. */
  moved: string[];
}

export interface PlanComparison {
  /** Whether both plans solve the same frozen problem; only then can their aims be compared. */
  sameProblem: boolean;
  aims: ComparedAim[];
  reviews: ComparedReview[];
  people: ComparedPerson[];
}

/**
 * Two plans side by side: the aims, the reviews that differ, and whose seats change.
 *
 * @param sameProblem whether both solve the same problem; pins by hand may differ, since no aim counts them
 */
export function comparePlans(
  one: Plan,
  other: Plan,
  sameProblem = one.problem === other.problem,
): PlanComparison {
  const reviews = differingReviews(one, other);
  return {
    sameProblem,
    aims: AIMS.map((aim) => compareAim(aim, one, other, sameProblem)),
    reviews,
    people: affectedPeople(reviews),
  };
}

/** More is better for these; less for all others (docs/problem-format.md, "Aims"). */
const maximised: ReadonlySet<AimName> = new Set(['coverage', 'shadowing']);

function compareAim(aim: AimName, one: Plan, other: Plan, sameProblem: boolean): ComparedAim {
  const value = one.aims.find((row) => row.aim === aim)?.value ?? null;
  const otherValue = other.aims.find((row) => row.aim === aim)?.value ?? null;
  return { aim, value, otherValue, better: betterOf(aim, value, otherValue, sameProblem) };
}

function betterOf(
  aim: AimName,
  value: number | null,
  otherValue: number | null,
  sameProblem: boolean,
): ComparedAim['better'] {
  if (!sameProblem || value === null || otherValue === null) return 'INCOMPARABLE';
  if (value === otherValue) return 'EQUAL';
  return value > otherValue === maximised.has(aim) ? 'THIS' : 'OTHER';
}

function differingReviews(one: Plan, other: Plan): ComparedReview[] {
  const here = new Map(one.reviews.map((row) => [row.review, row]));
  const there = new Map(other.reviews.map((row) => [row.review, row]));
  const references = [...new Set([...here.keys(), ...there.keys()])];
  return references.flatMap((review) => {
    const seats = here.get(review) ?? null;
    const otherSeats = there.get(review) ?? null;
    const differs = differences(seats, otherSeats);
    return differs.length === 0 ? [] : [{ review, differs, seats, otherSeats }];
  });
}

function differences(seats: SeatRow | null, otherSeats: SeatRow | null): ComparedReview['differs'] {
  if (seats === null || otherSeats === null) return ['PRESENCE'];
  const differs: ComparedReview['differs'] = [];
  if (seats.lead !== otherSeats.lead) differs.push('LEAD');
  if (seats.week !== otherSeats.week || seats.window !== otherSeats.window) differs.push('SLOT');
  if (seats.qualityAssurer !== otherSeats.qualityAssurer) differs.push('QUALITY_ASSURER');
  if (seats.shadow !== otherSeats.shadow) differs.push('SHADOW');
  return differs;
}

function affectedPeople(reviews: ComparedReview[]): ComparedPerson[] {
  const people = new Map<string, ComparedPerson>();
  for (const { review, differs, seats, otherSeats } of reviews) {
    for (const person of new Set([...holders(seats), ...holders(otherSeats)])) {
      const change = people.get(person) ?? { person, onlyHere: [], onlyThere: [], moved: [] };
      const seat = seatOf(person, seats);
      const otherSeat = seatOf(person, otherSeats);
      if (otherSeat === null) change.onlyHere.push(review);
      else if (seat === null) change.onlyThere.push(review);
      else if (seat !== otherSeat || differs.includes('SLOT')) change.moved.push(review);
      else continue;
      people.set(person, change);
    }
  }
  return [...people.values()]
    .map(({ person, onlyHere, onlyThere, moved }) => ({
      person,
      onlyHere: onlyHere.sort(),
      onlyThere: onlyThere.sort(),
      moved: moved.sort(),
    }))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

function holders(seats: SeatRow | null): string[] {
  const people = [seats?.lead, seats?.qualityAssurer, seats?.shadow];
  return people.filter((person) => typeof person === 'string');
}

function seatOf(person: string, seats: SeatRow | null): string | null {
  if (seats?.lead === person) return 'LEAD';
  if (seats?.qualityAssurer === person) return 'QUALITY_ASSURER';
  return seats?.shadow === person ? 'SHADOW' : null;
}
