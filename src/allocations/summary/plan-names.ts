import { type Problem } from '../../solver/problem.js';
import { type SchoolContext, type SnapshotContext } from '../snapshot/snapshot-input.js';

/** What a problem's references mean to people; what nobody named keeps its reference. */
export interface PlanNames {
  person(reference: string): string;
  /** The school of a review with its town, since schools share names. */
  school(review: string): string;
  /** Null where a bare problem file names none. */
  schoolContext(review: string): SchoolContext | null;
  /** A sentence with the references in it replaced by names. */
  inWords(sentence: string): string;
}

/**
 * A problem that came as a file has no context at all; one frozen by an earlier version less of it.
 *
 * @param problem knows the schools of its own reviews; the context knows those left out as well
 */
export function planNames(
  context: Partial<SnapshotContext>,
  problem: Pick<Problem, 'reviews'> = { reviews: [] },
): PlanNames {
  const { people = {}, schools = {} } = context;
  const reviews: Record<string, string> = {
    ...context.reviews,
    ...Object.fromEntries(problem.reviews.map(({ id, urn }) => [id, urn])),
  };
  const schoolContext = (review: string): SchoolContext | null =>
    schools[reviews[review] ?? ''] ?? null;
  const person = (reference: string): string => people[reference]?.name ?? reference;
  const school = (review: string): string => {
    const found = schoolContext(review);
    return found ? nameAndTown(found) : `the school of ${review}`;
  };
  return {
    person,
    school,
    schoolContext,
    inWords: (sentence) =>
      sentence.replace(REFERENCE, (whole: string, schoolOf: string | undefined, token: string) => {
        // A person may be number 12, which in a sentence is more likely the twelfth of a month.
        const isWord = /\p{L}/u.test(token);
        if (isWord && Object.hasOwn(people, token)) return `${schoolOf ?? ''}${person(token)}`;
        if (isWord && Object.hasOwn(reviews, token)) {
          return schoolOf !== undefined && !schoolContext(token) ? whole : school(token);
        }
        const named = schools[token];
        return named ? `${schoolOf ?? ''}${nameAndTown(named)}` : whole;
      }),
  };
}

/** A word that may be a reference; "the school of" a review is the school’s name. */
const REFERENCE = /([Tt]he school of )?([\p{L}\d]+(?:[-/][\p{L}\d]+)*)/gu;

function nameAndTown({ name, town }: SchoolContext): string {
  return town === null || town === undefined || name.includes(town) ? name : `${name}, ${town}`;
}
