import { type YearPerson } from '../../allocations/year/year-input.js';
import { type BindingLimit, type Limit } from '../../allocations/forecast/forecast-types.js';

/** What keeps somebody from more, in the office's words. */
export function limitWords(limit: Limit, person: YearPerson): string {
  switch (limit) {
    case 'ROLE':
      return whyNoSeat(person);
    case 'DATES':
      return isPattern(person)
        ? 'Too few dates, as they declared for an earlier term'
        : 'Too few dates declared';
    case 'SPECIALISM':
      return 'Too few reviews left in their phases and specialisms';
    case 'REACH':
      return 'Too few reviews left in the regions and distance that they accept';
    case 'CONFLICTS':
      return 'Conflicts of interest, or reviews that they gave up';
    case 'TAKEN':
      return 'Others have accepted the reviews that they could lead';
    case 'HOSTS':
      return 'Schools do not accept the days on which they are free';
    case 'CAP':
      return `Their cap: at most ${person.cap} reviews in ${person.terms.length === 1 ? 'the term' : 'the terms'} ahead`;
    case 'REST':
      return `Rest: at most ${person.rest.reviews} reviews in any ${person.rest.weeks} weeks`;
    case 'ASSURER':
      return 'They are new, and no quality assurer can sit beside them';
  }
}

/** A sentence about the limit that binds most, or about those that do together. */
export function whyShort(
  alone: readonly BindingLimit[],
  together: readonly Limit[],
  done: number,
  person: YearPerson,
): string {
  const [first, ...others] = alone;
  if (first !== undefined) {
    const lifted = `Were that otherwise, ${done + first.best} could reach them.`;
    const also =
      others.length === 0
        ? ''
        : ` Or: ${others.map(({ limit }) => lowerFirst(limitWords(limit, person))).join('; ')}.`;
    return `${limitWords(first.limit, person)}. ${lifted}${also}`;
  }
  if (together.length > 0) {
    const all = together.map((limit) => lowerFirst(limitWords(limit, person)));
    return `Nothing alone would help, only these together: ${all.join('; ')}.`;
  }
  return 'Too few weeks and reviews are left in the year.';
}

function whyNoSeat({ refusals, gates }: YearPerson): string {
  const reasons = [...new Set(refusals.length > 0 ? refusals : gates)];
  return reasons.length === 0 ? 'They may not lead' : `They may not lead: ${reasons.join('; ')}`;
}

function isPattern({ terms }: YearPerson): boolean {
  return terms.some(({ knownBy }) => knownBy.kind === 'PATTERN');
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** "Answered for Spring 2027; Summer 2027 as they answered for Spring 2027". */
export function availabilityWords({ terms }: YearPerson): string {
  const words = terms.map(({ termName, knownBy }) => {
    switch (knownBy.kind) {
      case 'ANSWERED':
        return `Answered for ${termName}`;
      case 'WAIVED':
        return `${termName} as operations says`;
      case 'PATTERN':
        return `${termName} as they answered for ${knownBy.termName}`;
      case 'ASSUMED':
        return `${termName}: nothing known, taken to be always available`;
    }
  });
  return words.join('; ');
}
