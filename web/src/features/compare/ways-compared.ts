import type { Journey, MapHome, MapSchool, PlanMap } from '../../api/plan-map';
import type { SideBySide } from '../../api/plan-comparison';

/** A school to which not the same people travel in all plans, or not at the same time. */
export interface ComparedWays {
  readonly review: string;
  readonly school: string;
  readonly region: string;
  /** Who travels there, in the order of the plans. */
  readonly ways: readonly (readonly Journey[])[];
}

/** The reviews that differ between plans, in a region or anywhere, with who travels to each. */
export function waysCompared(
  { reviews }: Pick<SideBySide, 'reviews'>,
  maps: readonly Pick<PlanMap, 'journeys'>[],
  region: string | undefined,
): ComparedWays[] {
  return reviews
    .filter((review) => region === undefined || review.region === region)
    .map(({ review, school, region: place }) => ({
      review,
      school,
      region: place,
      ways: maps.map(({ journeys }) => journeys.filter((journey) => journey.review === review)),
    }));
}

export interface DifferingPart {
  readonly schools: readonly MapSchool[];
  /** Schools that the plans treat alike, or that lie elsewhere. */
  readonly others: readonly MapSchool[];
  readonly homes: readonly MapHome[];
  readonly journeys: readonly Journey[];
}

/** What one of the plans does otherwise than another: its schools, and the homes of those who travel there. */
export function differingPart(
  { schools, homes, journeys }: Pick<PlanMap, 'schools' | 'homes' | 'journeys'>,
  differing: readonly ComparedWays[],
): DifferingPart {
  const reviews = new Set(differing.map(({ review }) => review));
  const ways = journeys.filter(({ review }) => reviews.has(review));
  const people = new Set(ways.map(({ person }) => person));
  return {
    schools: schools.filter(({ review }) => reviews.has(review)),
    others: schools.filter(({ review }) => !reviews.has(review)),
    homes: homes.filter(({ person }) => people.has(person)),
    journeys: ways,
  };
}
