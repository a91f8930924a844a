import {
  type Added,
  type Balance,
  type Specialism,
} from '../../allocations/recruiting/recruiting-types.js';
import {
  type RecruitingScope,
  type StoredRecruiting,
} from '../../allocations/recruiting/recruiting-study.js';
import { regionInWords } from '../../allocations/summary/fact-words.js';
import { counted, listed, sentence } from '../../allocations/summary/phrases.js';
import { phaseInWords } from '../../allocations/tables/allocation-rows.js';

/** What people call the codes of needs. */
export type NeedNames = ReadonlyMap<string, string>;

const NUMBERS = ['no', 'one', 'two', 'three'];

/** "Special", "Social, Emotional and Mental Health (SEMH)" */
export function specialismName({ kind, code }: Specialism, needs: NeedNames): string {
  if (kind === 'PHASE') return phaseInWords(code);
  const name = needs.get(code);
  return name === undefined ? code : `${name} (${code})`;
}

/** "with SEMH in the North East", "for nursery reviews in London" */
export function nicheInWords(
  { region, specialism }: { region: string | null; specialism: Specialism | null },
  needs: NeedNames,
): string {
  const where = region === null ? '' : ` in ${regionInWords(region)}`;
  if (specialism === null) return where.trimStart();
  const name = specialismName(specialism, needs);
  return specialism.kind === 'NEED' ? `with ${name}${where}` : `for ${lower(name)} reviews${where}`;
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** "4 reviews with SEMH in the North East", "1 nursery review in London", "153 reviews" */
export function reviewsInWords(
  count: number,
  { region, specialism }: { region: string | null; specialism: Specialism | null },
  needs: NeedNames,
): string {
  const where = region === null ? '' : ` in ${regionInWords(region)}`;
  if (specialism === null) return `${counted(count, 'review')}${where}`;
  const name = specialismName(specialism, needs);
  return specialism.kind === 'NEED'
    ? `${counted(count, 'review')} with ${name}${where}`
    : `${counted(count, `${lower(name)} review`)}${where}`;
}

/** Reviews more that have a lead: those that give theirs up for weightier ones are counted off. */
export function reviewsAdded({ gained, lost }: Added): number {
  return gained.length - lost.length;
}

/** What one more lead would add, and two and three where each lets more go ahead. */
export function addedInWords({ more, without }: Balance): string {
  const [one, ...others] = more;
  if (one === undefined) return '';
  const first = reviewsAdded(one);
  if (one.gained.length === 0) {
    return without.length === 0
      ? 'Every review here has a lead already.'
      : 'One more typical lead would let none of them go ahead.';
  }
  if (first < 1) {
    return `${counted(one.gained.length, 'review')} of a higher priority would go ahead instead of ${counted(one.lost.length, 'other')}.`;
  }
  const also = others.map(
    (added) => `${NUMBERS[added.people] ?? added.people} ${reviewsAdded(added)}`,
  );
  const all = [
    `One more would let ${counted(first, 'more review', 'more reviews')} go ahead`,
    ...also,
  ];
  return `${all.join(', ')}.`;
}

/** Where somebody would do the most good: the most weight that one more lets go ahead, regions that come first before others. */
export function bestFirst(balances: readonly Balance[], priority: ReadonlySet<string>): Balance[] {
  const isFirst = ({ region }: Balance): number => (priority.has(region ?? '') ? 0 : 1);
  return balances
    .filter(({ more: [one] }) => one !== undefined && one.gained.length > 0)
    .map((balance, index) => ({ balance, index, weight: balance.more[0]?.reached.coverage ?? 0 }))
    .sort(
      (a, b) => b.weight - a.weight || isFirst(a.balance) - isFirst(b.balance) || a.index - b.index,
    )
    .map(({ balance }) => balance);
}

/** More than so many others are counted, not named. */
const NAMED = 3;

/** The report in a sentence or two. */
export function headline({ facts, result }: StoredRecruiting, needs: NeedNames): string {
  const { scope } = facts;
  const all = result?.balances.at(-1);
  if (all === undefined || all.demand.length === 0) {
    return `No review of ${scope.name} is to be led.`;
  }
  const best = bestFirst(result?.balances ?? [], new Set(facts.priorityRegions));
  const [first, ...others] = distinctGains(best);
  const most = first?.more.at(-1);
  if (first === undefined || most === undefined) {
    return all.without.length === 0
      ? `Every review of ${scope.name} can have a lead, so none needs one more Lead Reviewer.`
      : `${counted(all.without.length, 'review')} of ${scope.name} ${all.without.length === 1 ? 'has' : 'have'} no lead, and one more typical Lead Reviewer anywhere would not change that.`;
  }
  const people =
    most.people === 1
      ? 'One more Lead Reviewer'
      : `${sentence(NUMBERS[most.people] ?? '')} more Lead Reviewers`;
  const reviews = reviewsAdded(most);
  const gain =
    reviews < 1
      ? 'let a review of a higher priority go ahead'
      : `let ${counted(reviews, 'more review', 'more reviews')} go ahead`;
  return `${people} ${nicheInWords(first, needs)} would ${gain}.${alsoInWords(first, others, needs)}`;
}

/** Of niches in which the same reviews would go ahead, the first. */
function distinctGains(best: readonly Balance[]): Balance[] {
  const seen = new Set<string>();
  return best.filter(({ more }) => {
    const gained = (more.at(-1)?.gained ?? []).join(' ');
    const isNew = !seen.has(gained);
    seen.add(gained);
    return isNew;
  });
}

function alsoInWords(first: Balance, others: readonly Balance[], needs: NeedNames): string {
  if (others.length === 0) return '';
  const named = others.slice(0, NAMED);
  const gains = named.map(({ more: [one] }) => (one === undefined ? 0 : reviewsAdded(one)));
  const niches = named.map((balance) => `one ${nicheInWords(balance, needs)}`);
  const rest = others.length - named.length;
  const more = rest === 0 ? '' : `; ${counted(rest, 'other would', 'others would')} help too`;
  const most = first.more.at(-1);
  if (most?.people === 1 && gains.every((gain) => gain === reviewsAdded(most))) {
    return ` So would ${listed(niches)}${more}.`;
  }
  const told = niches.map((niche, index) =>
    index === 0
      ? `${niche} would let ${gains[0] ?? 0} more go ahead`
      : `${niche} ${gains[index] ?? 0}`,
  );
  return ` Elsewhere, ${listed(told)}${more}.`;
}

/** What must be known to read it. */
export function toKnow({ facts, result }: StoredRecruiting): string[] {
  const { scope, windowsAssumed, leftOut } = facts;
  const all = result?.balances.at(-1);
  if (all === undefined) return [];
  const [due, open] = [all.demand.length, all.without.length];
  const inNoPlan = due - all.canBeLed;
  return [
    open === 0
      ? `All ${counted(due, 'review')} of ${scope.name} have a lead in the best plan.`
      : `${due - open} of ${counted(due, 'review')} of ${scope.name} have a lead in the best plan; ${open} ${open === 1 ? 'has' : 'have'} none${inNoPlan < open ? `, and no plan leaves fewer than ${inNoPlan}` : ''}.`,
    'A review counts under its phase and under each of its needs, so rows do not add up to their region.',
    'Regions and specialisms are looked at one by one: what can be led there is what everybody could do if nothing else were asked of them but what is accepted.',
    ...(windowsAssumed === 0
      ? []
      : [
          `${counted(windowsAssumed, 'school has', 'schools have')} not named windows yet: any window in which they are open counts.`,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          `${counted(leftOut.length, 'review')} could not be looked at: ${leftOut[0]?.reason ?? ''}.`,
        ]),
    ...(facts.hasInventedPeople ? ['The people are invented, for demonstration.'] : []),
    ...(facts.hasInventedNeeds ? ['The needs of schools are invented, for demonstration.'] : []),
  ];
}

/** Who "one more lead" is taken to be. */
export function typicalInWords({ facts, result }: StoredRecruiting): string[] {
  if (result === null) return [];
  const { availability, limits, commitment } = result.typical;
  const free = Object.values(availability).reduce((sum, week) => sum + Object.keys(week).length, 0);
  const span = facts.scope.kind === 'TERM' ? 'in the term' : 'in what is left of the year';
  return [
    'They live in the middle of the region’s reviews. For a need they know that need alone and review the phases of the schools that have it; for a phase they review that phase alone and know the needs that most leads of that phase know.',
    `Free in ${free} of ${facts.openWindows} windows, as many as the middle Lead Reviewer: those in which the most are free.`,
    `At most ${counted(limits.term, 'review')} ${span} and ${limits.restReviews} in any ${counted(limits.restWeeks, 'week')}${limits.maxKm === null ? '' : `, at most ${Math.round(limits.maxKm / 1.609344)} miles from home`}; ${counted(commitment.target, 'review is', 'reviews are')} wanted of them.`,
    'They go to other regions as most do, have no conflicts of interest, and are not new.',
  ];
}

export function scopeName({ kind, name }: RecruitingScope): string {
  return kind === 'TERM' ? name : sentence(name);
}
