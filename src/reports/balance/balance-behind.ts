import {
  type Added,
  type Balance,
  type Reached,
} from '../../allocations/recruiting/recruiting-types.js';
import { type StoredRecruiting } from '../../allocations/recruiting/recruiting-study.js';
import { counted } from '../../allocations/summary/phrases.js';
import { slotInWords } from '../../calendar/words.js';
import {
  type NeedNames,
  nicheInWords,
  reviewsAdded,
  reviewsInWords,
  specialismName,
} from './balance-words.js';
import { type BalanceBehind, type BalanceBehindQuery, type Figure } from './balance.schema.js';

/**
 * The reviews behind a figure of a region, a specialism, both, or of all. What can be led, and what is short, are numbers of
 * which nobody can say which reviews they are; behind them stand all the reviews, those without a lead first.
 *
 * @returns nothing where nothing asks for that there
 */
export function balanceBehind(
  stored: StoredRecruiting,
  { region, specialism, figure }: Omit<BalanceBehindQuery, 'scope'>,
  needs: NeedNames,
): BalanceBehind {
  const balance = stored.result?.balances.find(
    (each) =>
      each.region === (region ?? null) && (each.specialism?.code ?? null) === (specialism ?? null),
  );
  if (balance === undefined) return { title: 'No review asks for that there.', items: [] };
  const { without, more } = balance;
  const listed = reviewsOf(figure, balance);
  const open = new Set(without);
  const [one] = more;
  const lost = new Set(figure === 'added' ? one?.lost : []);
  const ordered = [...listed].sort((a, b) => Number(open.has(b)) - Number(open.has(a)));
  return {
    title: titleOf(figure, balance, { needs, reached: stored.result?.reached }),
    items: ordered.map((review) => {
      const facts = stored.facts.reviews[review];
      return {
        review,
        urn: facts?.urn ?? '',
        school: [facts?.school ?? review, facts?.town]
          .filter((part) => part !== null && part !== undefined)
          .join(', '),
        region: facts?.region ?? '',
        asks: [
          specialismName({ kind: 'PHASE', code: facts?.phase ?? '' }, needs),
          ...(facts?.needs ?? []).map((code) => specialismName({ kind: 'NEED', code }, needs)),
        ].join('; '),
        words: lost.has(review)
          ? `${standsAs(review, stored)} With one more lead it would give way to one of a higher priority.`
          : standsAs(review, stored),
      };
    }),
  };
}

function reviewsOf(figure: Figure, { demand, without, more: [one] }: Balance): readonly string[] {
  if (figure === 'without') return without;
  if (figure === 'led') return one?.leads ?? [];
  if (figure !== 'added') return demand;
  return [...(one?.gained ?? []), ...(one?.lost ?? [])];
}

function titleOf(
  figure: Figure,
  balance: Balance,
  { needs, reached }: { needs: NeedNames; reached: Reached | undefined },
): string {
  const { demand, canBeLed, without, more } = balance;
  const all = reviewsInWords(demand.length, balance, needs);
  switch (figure) {
    case 'demand':
      return `${all}, and how each stands in the best plan`;
    case 'canBeLed':
      return `${all}: at most ${canBeLed} can have a lead; in the best plan ${demand.length - without.length} have`;
    case 'short':
      return `${all}: ${demand.length - canBeLed} can have no lead in any plan`;
    case 'without':
      return `${without.length} of ${all} ${without.length === 1 ? 'has' : 'have'} no lead in the best plan`;
    case 'added':
      return `One more lead ${nicheInWords(balance, needs)} would let ${reviewsMore(more[0])} go ahead`;
    case 'led':
      return `One more lead ${nicheInWords(balance, needs)} would lead ${commitmentsMet(more[0], reached)}`;
  }
}

/** "3 reviews of 2 wanted; all together would be 1 review nearer to their targets" */
function commitmentsMet(one: Added | undefined, reached: Reached | undefined): string {
  if (one === undefined || reached === undefined) return 'no review';
  const further = one.reached.short - reached.short;
  const change =
    further === 0
      ? 'as short of their targets as before'
      : `${counted(Math.abs(further), 'review')} ${further > 0 ? 'further from' : 'nearer to'} their targets`;
  return `${counted(one.led, 'review')} of the ${one.wanted} wanted; everybody together would be ${change}`;
}

function reviewsMore(one: Added | undefined): string {
  const count = one === undefined ? 0 : reviewsAdded(one);
  return counted(count, 'more review', 'more reviews');
}

/** When, who, and how settled it is. */
function standsAs(review: string, { facts, result }: StoredRecruiting): string {
  const seat = result?.seats.find((each) => each.review === review);
  if (seat?.lead === undefined || seat.lead === null) return 'No lead in the best plan.';
  const who = facts.people[seat.lead] ?? seat.lead;
  const when =
    seat.week === null || seat.window === null ? '' : `${slotInWords(seat.week, seat.window)}, `;
  return `${when}${who}. ${facts.reviews[review]?.isHeld === true ? 'Settled already.' : 'In the best plan.'}`;
}
