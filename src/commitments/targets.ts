/**
 * How many reviews are wanted of each person this term, so that everybody's year adds up.
 * docs/domain.md, "Target for a term". Integer arithmetic throughout.
 */

/** One person of the term, as the target sees them. All counts are whole numbers of reviews, 0 or more. */
export interface TargetPerson {
  /** The person's reference; breaks ties in code-point order. */
  id: string;
  /** Whether they may take the lead seat this term: only such people have a share. */
  mayLead: boolean;
  /** The year's minimum commitment. */
  minimum: number;
  /** Led in earlier terms of the year. */
  ledInEarlierTerms: number;
  /** Confirmed in later terms of the year. */
  confirmedInLaterTerms: number;
  /** `limits.term`: most seats this term. */
  termLimit: number;
  /** School weeks of the term in which they have a usable window; 0 for those who have not answered. */
  usableWeeks: number;
}

/** The reviews that the year still holds. */
export interface TargetReviews {
  /** The term's reviews, led or not, without cancelled and postponed ones. */
  inTerm: number;
  /** The later terms' reviews not yet confirmed. */
  unconfirmedInLaterTerms: number;
}

export interface TermTarget {
  id: string;
  /** What is left of the year's commitment before this term. */
  left: number;
  /** Their part of the term before anything is capped. */
  uncapped: number;
  /** The part that is asked of them. */
  target: number;
}

/**
 * Everybody's target, in the order of `people`; 0 for those who may not lead.
 *
 * Each person's exact share is left × T ÷ Y. Each gets the whole part; what is missing to the sum of
 * all shares, rounded half up, goes one each to the largest remainders (ties: more left, then id). A
 * cap comes last, and what it takes is given to nobody else.
 *
 * @throws RangeError when a count is not a whole number of 0 or more
 */
export function targetsForTerm(
  people: readonly TargetPerson[],
  reviews: TargetReviews,
): TermTarget[] {
  const term = wholeNumber(reviews.inTerm, 'reviews in the term');
  const year = term + wholeNumber(reviews.unconfirmedInLaterTerms, 'reviews in later terms');
  const shares = people
    .filter((person) => person.mayLead)
    .map((person) => share(person, term, year));
  const topUps = new Set(largestRemainders(shares, missingToRoundedSum(shares, year)));
  const wholeById = new Map(shares.map((each) => [each.id, each.whole]));
  return people.map((person) => {
    const whole = wholeById.get(person.id);
    const uncapped = whole === undefined ? 0 : Number(whole) + (topUps.has(person.id) ? 1 : 0);
    return {
      id: person.id,
      left: Number(leftOfYear(person)),
      uncapped,
      target: Math.min(uncapped, person.termLimit, person.usableWeeks),
    };
  });
}

interface Share {
  id: string;
  left: bigint;
  /** The whole part of left × T ÷ Y. */
  whole: bigint;
  /** The rest, in parts of Y. */
  remainder: bigint;
}

function share(person: TargetPerson, term: bigint, year: bigint): Share {
  const left = leftOfYear(person);
  if (year === 0n) return { id: person.id, left, whole: 0n, remainder: 0n };
  return { id: person.id, left, whole: (left * term) / year, remainder: (left * term) % year };
}

function leftOfYear(person: TargetPerson): bigint {
  const left =
    wholeNumber(person.minimum, `minimum of ${person.id}`) -
    wholeNumber(person.ledInEarlierTerms, `reviews led by ${person.id}`) -
    wholeNumber(person.confirmedInLaterTerms, `confirmed reviews of ${person.id}`);
  return left > 0n ? left : 0n;
}

/** The remainders add up to this many whole reviews, half up. */
function missingToRoundedSum(shares: readonly Share[], year: bigint): number {
  if (year === 0n) return 0;
  const remainders = shares.reduce((sum, each) => sum + each.remainder, 0n);
  return Number((2n * remainders + year) / (2n * year));
}

function largestRemainders(shares: readonly Share[], count: number): string[] {
  return [...shares]
    .sort(
      (a, b) => sign(b.remainder - a.remainder) || sign(b.left - a.left) || byCodePoint(a.id, b.id),
    )
    .slice(0, count)
    .map(({ id }) => id);
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** UTF-16 order differs from code-point order above U+FFFF; code points are what the format says. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function wholeNumber(value: number, what: string): bigint {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`The ${what} is ${value}: it must be a whole number of 0 or more.`);
  }
  return BigInt(value);
}
