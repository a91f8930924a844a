import { slotInWords } from '../../calendar/words.js';
import { type ConflictingPin } from '../../solver/plan.js';
import { type Pin, type Problem } from '../../solver/problem.js';
import { listed } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** "Vale School, Leeds is pinned to Ada Skylark on Monday 11 to Wednesday 13 January 2027." */
export function pinInWords(pin: Pin, names: PlanNames): string {
  const { lead, week, window, qualityAssurer, shadow } = pin;
  const parts = [
    ...(lead === undefined ? [] : [`to ${names.person(lead)}`]),
    ...(week === undefined || window === undefined ? [] : [`on ${slotInWords(week, window)}`]),
  ];
  const seconds = [
    ...(qualityAssurer === undefined ? [] : [`${names.person(qualityAssurer)} as quality assurer`]),
    ...(shadow === undefined ? [] : [`${names.person(shadow)} as shadow`]),
  ];
  const rest = seconds.length === 0 ? '' : `, with ${listed(seconds)}`;
  const what = parts.length === 0 && rest === '' ? 'to have a lead' : parts.join(' ');
  return `${names.school(pin.review)} is pinned${what === '' ? '' : ` ${what}`}${rest}.`;
}

/** A pin of a conflict with names: what is pinned, and what it breaks. */
export function conflictInWords(
  { pin, rules }: ConflictingPin,
  { pins }: Pick<Problem, 'pins'>,
  names: PlanNames,
): ConflictingPin & { review: string; school: string; words: string } {
  const found = pins[pin];
  if (found === undefined) throw new RangeError(`The problem has no pin ${pin}.`);
  return {
    pin,
    rules: rules.map((rule) => names.inWords(rule)),
    review: found.review,
    school: names.school(found.review),
    words: pinInWords(found, names),
  };
}
