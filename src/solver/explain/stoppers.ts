import type { Problem, Review } from '../problem.js';
import { refusingRules, seatingOf, shutOutOf } from './shut-out.js';

/** What keeps some people from leading a review. */
export interface Stopper {
  /**
   * The rule that refuses them in every open window; `EACH_WINDOW` another rule in each; `ELSEWHERE` no rule at all, so
   * the rest of the plan keeps them away; `NO_WINDOW` the school accepts no window that is open.
   */
  cause: string;
  people: string[];
}

/** Every rule about one seat, from the one that is hardest to change to the one that is only a matter of asking. */
export const HARDEST_FIRST: readonly string[] = [
  'roleIsHeld',
  'phaseIsTheirs',
  'leadSharesANeed',
  'noConflictOfInterest',
  'noBan',
  'slotIsOpen',
  'hostAcceptsSlot',
  'regionIsNotRefused',
  'withinTravelRadius',
  'personIsAvailable',
];
const CAUSES = ['NO_WINDOW', ...HARDEST_FIRST, 'EACH_WINDOW', 'ELSEWHERE'];

/**
 * Everybody who may lead this term by what keeps them from leading one review: each person once, under what is hardest
 * to change, so that the parts add up. The hardest come first.
 */
export function stoppersOf(problem: Problem, review: Review): Stopper[] {
  const { openWindows } = shutOutOf(problem, review);
  const byCause = new Map<string, string[]>();
  for (const lead of problem.leads.filter(({ roles }) => roles.includes('LEAD'))) {
    const refusals = openWindows.map((slot) =>
      refusingRules(seatingOf(problem, lead, review, slot)),
    );
    const cause = causeOf(refusals);
    byCause.set(cause, [...(byCause.get(cause) ?? []), lead.id]);
  }
  return CAUSES.flatMap((cause) => {
    const people = byCause.get(cause);
    return people ? [{ cause, people }] : [];
  });
}

function causeOf(refusals: readonly ReadonlySet<string>[]): string {
  if (refusals.length === 0) return 'NO_WINDOW';
  if (refusals.some((rules) => rules.size === 0)) return 'ELSEWHERE';
  return HARDEST_FIRST.find((rule) => refusals.every((rules) => rules.has(rule))) ?? 'EACH_WINDOW';
}
