import { addDays, type CivilDate } from '../../calendar/civil-date.js';
import { minimumFor } from '../../commitments/minimum.js';
import { holdsOn } from '../../reviewers/dated.js';
import { type FairnessFacts, type FairnessPerson, type FairnessTerm } from './fairness-facts.js';

/** A person's commitment of one year, and the Mondays over which it is spread. */
interface YearCommitment {
  reviews: number;
  weeks: readonly CivilDate[];
}

/** What part of a person's commitment falls into some weeks, in reviews; not rounded. */
export type CommitmentIn = (person: FairnessPerson, weeks: ReadonlySet<CivilDate>) => number;

/** The Mondays of some terms, each once. */
export function weeksOf(terms: readonly FairnessTerm[]): Set<CivilDate> {
  return new Set(terms.flatMap(({ weeks }) => weeks));
}

/**
 * Of each year the minimum × the school weeks of the contract that are among the weeks asked for ÷ all school weeks of the
 * contract. What is worked out from dates is worked out once for all who have the same: most people have the whole year.
 *
 * @param asAt an agreed exception counts from the day on which it was decided
 */
export function commitments(
  { terms, settings }: Pick<FairnessFacts, 'terms' | 'settings'>,
  asAt: CivilDate,
): CommitmentIn {
  const years = [...new Set(terms.map(({ academicYear }) => academicYear))].map((year) => ({
    year,
    weeks: [...weeksOf(terms.filter(({ academicYear }) => academicYear === year))].sort(),
  }));
  const known = new Map<string, YearCommitment>();
  const ofYear = (
    { year, weeks }: (typeof years)[number],
    person: FairnessPerson,
  ): YearCommitment | null => {
    const contracts = person.contracts.filter(({ academicYear }) => academicYear === year);
    const override =
      person.overrides.find(
        ({ academicYear, decidedOn }) => academicYear === year && decidedOn <= asAt,
      ) ?? null;
    if (contracts.length === 0 && override === null) return null;
    const key = JSON.stringify([year, contracts, override, person.employments]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const facts = { contracts, employments: person.employments, override };
    const commitment = {
      reviews: minimumFor(facts, weeks, settings.minimum).reviews,
      // An exception for somebody without a contract is spread over the whole year.
      weeks:
        contracts.length === 0
          ? weeks
          : weeks.filter((week) => contracts.some((span) => holdsOn(span, addDays(week, 2)))),
    };
    known.set(key, commitment);
    return commitment;
  };
  const partIn = partsOf();
  const all = new Map<FairnessPerson, YearCommitment[]>();
  return (person, asked) => {
    const own = all.get(person) ?? years.flatMap((year) => ofYear(year, person) ?? []);
    all.set(person, own);
    return own.reduce((sum, commitment) => sum + partIn(commitment, asked), 0);
  };
}

/** What part of a commitment falls into some weeks; worked out once for each set of weeks, as most people have the same. */
function partsOf(): (commitment: YearCommitment, asked: ReadonlySet<CivilDate>) => number {
  const known = new Map<YearCommitment, Map<ReadonlySet<CivilDate>, number>>();
  return (commitment, asked) => {
    const { reviews, weeks } = commitment;
    const parts = known.get(commitment) ?? new Map<ReadonlySet<CivilDate>, number>();
    known.set(commitment, parts);
    const inside = parts.get(asked) ?? weeks.filter((week) => asked.has(week)).length;
    parts.set(asked, inside);
    return inside === 0 ? 0 : (reviews * inside) / weeks.length;
  };
}
