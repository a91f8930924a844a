import { PHASE_WORDS } from '../../schools/school-record.js';
import { type Problem } from '../../solver/problem.js';
import { NOT_AVAILABLE } from '../../solver/rules/person-is-available.js';
import { silentPeople } from '../snapshot/silent-people.js';
import { type SchoolContext, type SnapshotContext } from '../snapshot/snapshot-input.js';

/** What a problem's references mean to people; what nobody named keeps its reference. */
export interface PlanNames {
  person(reference: string): string;
  /** The school of a review with its town, since schools share names. */
  school(review: string): string;
  /** Null where a bare problem file names none. */
  schoolContext(review: string): SchoolContext | null;
  /** Whether somebody had not answered the availability round: nobody may say of them that they said no. */
  isSilent(person: string): boolean;
  /**
   * A sentence with the references and codes of phases in it replaced by what people call them; that somebody is not
   * available on some days only where they have answered.
   */
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
  const silent = silentPeople(context);
  const isSilent = (reference: string): boolean => silent.has(reference);
  const inWords = (sentence: string): string =>
    withSilence(sentence, isSilent).replace(
      REFERENCE,
      (whole: string, schoolOf: string | undefined, token: string) => {
        // A person may be number 12, which in a sentence is more likely the twelfth of a month.
        const isWord = (): boolean => /\p{L}/u.test(token);
        if (Object.hasOwn(people, token) && isWord()) return `${schoolOf ?? ''}${person(token)}`;
        if (Object.hasOwn(reviews, token) && isWord()) {
          return schoolOf !== undefined && !schoolContext(token) ? whole : school(token);
        }
        if (Object.hasOwn(PHASE_WORDS, token))
          return PHASE_WORDS[token as keyof typeof PHASE_WORDS].toLowerCase();
        const named = schools[token];
        return named ? `${schoolOf ?? ''}${nameAndTown(named)}` : whole;
      },
    );
  return { person, school, schoolContext, isSilent, inWords: remembering(inWords) };
}

/** Between somebody who has not answered and the days that are asked about. */
export const NOT_ANSWERED = 'has not answered yet for';

/** Sentences that are kept: of the thousands about a plan's places most are the same few hundred. */
const MOST_KEPT = 2_000;

function remembering(inWords: (sentence: string) => string): (sentence: string) => string {
  const kept = new Map<string, string>();
  return (sentence) => {
    const known = kept.get(sentence);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const words = inWords(sentence);
    kept.set(sentence, words);
    return words;
  };
}

/** A word that may be a reference or the code of a phase; "the school of" a review is the school’s name. */
const REFERENCE = /([Tt]he school of )?([\p{L}\d]+(?:[-/_][\p{L}\d]+)*)/gu;

/** A reference to a person, of whom it is said that they are not available on some days. */
const ABSENCE = new RegExp(`(\\S+) ${NOT_AVAILABLE} `, 'gu');

function withSilence(sentence: string, isSilent: (person: string) => boolean): string {
  return sentence.replace(ABSENCE, (whole, person: string) =>
    isSilent(person) ? `${person} ${NOT_ANSWERED} ` : whole,
  );
}

function nameAndTown({ name, town }: SchoolContext): string {
  return town === null || town === undefined || name.includes(town) ? name : `${name}, ${town}`;
}
