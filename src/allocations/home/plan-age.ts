import { type Lead, type Problem } from '../../solver/problem.js';

/** What the registers say otherwise than the problem that a plan was made for; by reference. */
export interface ChangedFacts {
  people: string[];
  reviews: string[];
  /** Windows were closed or opened for everybody, or weeks came and went. */
  calendar: boolean;
}

/**
 * Facts that differ between the problem of a plan and the term's problem today. Left aside is what is no
 * fact of its own: targets, which follow from everybody's facts; pins, bans and what was published, which say
 * what is kept; the policy, which the plan may have chosen; weeks that have begun meanwhile.
 *
 * @param today civil date
 */
export function changedSince(frozen: Problem, now: Problem, today: string): ChangedFacts {
  return {
    people: differing(
      frozen.leads.map((lead) => factsAhead(lead, today)),
      now.leads.map((lead) => factsAhead(lead, today)),
    ),
    reviews: differing(frozen.reviews, now.reviews),
    calendar: JSON.stringify(calendarOf(frozen)) !== JSON.stringify(calendarOf(now)),
  };
}

export function hasChanged({ people, reviews, calendar }: ChangedFacts): boolean {
  return people.length > 0 || reviews.length > 0 || calendar;
}

function factsAhead({ commitment, availability, ...lead }: Lead, today: string): { id: string } {
  const { minimum, done } = commitment;
  const ahead = Object.entries(availability).filter(([week]) => week > today);
  return { ...lead, minimum, done, availability: inOrder(ahead) } as { id: string };
}

function calendarOf({ weeks, closed }: Problem): unknown {
  return { weeks, closed };
}

/** Those that only one of the lists has, or that the two tell otherwise. */
function differing(before: readonly { id: string }[], now: readonly { id: string }[]): string[] {
  const was = new Map(before.map((each) => [each.id, canonical(each)]));
  const is = new Map(now.map((each) => [each.id, canonical(each)]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((id) => was.get(id) !== is.get(id))
    .sort();
}

/** The same whatever the order of an object's fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? inOrder(Object.entries(part))
      : part,
  );
}

function inOrder(entries: readonly [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
}
