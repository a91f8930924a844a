import type { Candidate } from '../candidates.js';
import type { Lead, Pin, Problem } from '../problem.js';

/**
 * The candidates that the pins leave: on a pinned review those who are named, in the slot that is named, and a lead of the
 * kind that whoever is named for a second seat can sit beside. What remains keeps a pin exactly when the review has a lead
 * and its named second seats are filled.
 */
export function pinnedCandidates(problem: Problem, candidates: readonly Candidate[]): Candidate[] {
  if (problem.pins.length === 0) return [...candidates];
  const pinsOf = new Map<string, Pin[]>();
  for (const pin of problem.pins) pinsOf.set(pin.review, [...(pinsOf.get(pin.review) ?? []), pin]);
  const allowed = candidates.filter((candidate) => {
    const pins = pinsOf.get(problem.reviews[candidate.review]?.id ?? '') ?? [];
    return pins.every((pin) => fits(pin, candidate, problem));
  });
  const filled = new Set(
    allowed.map(({ role, review, slot }) => `${role} ${review} ${slot.week} ${slot.window}`),
  );
  // A slot in which somebody who is named cannot sit is no slot for the lead.
  return allowed.filter(({ role, review, slot }) => {
    if (role !== 'LEAD') return true;
    const pins = pinsOf.get(problem.reviews[review]?.id ?? '') ?? [];
    const has = (second: string): boolean =>
      filled.has(`${second} ${review} ${slot.week} ${slot.window}`);
    return pins.every(
      (pin) =>
        (pin.qualityAssurer === undefined || has('QUALITY_ASSURER')) &&
        (pin.shadow === undefined || has('SHADOW')),
    );
  });
}

function fits(pin: Pin, { role, lead, slot }: Candidate, { leads }: Problem): boolean {
  const person = leads[lead] as Lead;
  if (pin.week !== undefined && (pin.week !== slot.week || pin.window !== slot.window))
    return false;
  if (role === 'QUALITY_ASSURER') return [undefined, person.id].includes(pin.qualityAssurer);
  if (role === 'SHADOW') return [undefined, person.id].includes(pin.shadow);
  const isBesideAssurer = pin.qualityAssurer === undefined || person.isNew;
  const isBesideShadow = pin.shadow === undefined || !person.isNew;
  return [undefined, person.id].includes(pin.lead) && isBesideAssurer && isBesideShadow;
}
