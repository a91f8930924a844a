import { slotInWords } from '../../calendar/words.js';
import { type Ask } from '../../solver/explain/cost-of-asking.js';
import { type AskSet, type WhatItTakes } from '../../solver/explain/what-would-it-take.js';
import { type Pin, type Problem } from '../../solver/problem.js';
import { factInWords } from './fact-words.js';
import { listed } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** Something that could be asked for, as the end of a sentence that begins "It would be covered if …". */
export function askInWords(ask: Ask, problem: Pick<Problem, 'pins'>, names: PlanNames): string {
  if (ask.kind !== 'UNPIN') return factInWords(ask, names);
  const { review, lead, week, window } = problem.pins[ask.pin] as Pin;
  const whom = lead === undefined ? '' : ` to ${names.person(lead)}`;
  const when = week === undefined || window === undefined ? '' : ` on ${slotInWords(week, window)}`;
  return `${names.school(review)} was not pinned${whom}${when}`;
}

/** Whole sentences about one set: what would cover the review, who would lead it when, who else would move. */
export function askSetInWords(
  set: AskSet,
  problem: Pick<Problem, 'pins'>,
  names: PlanNames,
): string {
  const asks = set.asks.map(({ ask }) => askInWords(ask, problem, names));
  const leads = leadsThen(set, names);
  const covered =
    asks.length === 0
      ? `Nothing need be asked: ${leads} as things stand.`
      : `It would be covered if ${listed(asks)}: ${leads}.`;
  return `${covered} ${othersMove(set.others, names)}`;
}

/** What comes of one set once it is granted: who would lead the review when, who else would move. */
export function askOutcomeInWords(set: AskSet, names: PlanNames): string {
  return `${leadsThen(set, names)}. ${othersMove(set.others, names)}`;
}

function leadsThen({ lead, slot }: AskSet, names: PlanNames): string {
  return `${names.person(lead)} could lead it on ${slotInWords(slot.week, slot.window)}`;
}

/** What the search comes to, in a sentence. */
export function askSearchInWords({ sets, considered, together, ended }: WhatItTakes): string {
  const most = together === 1 ? 'one at a time' : `up to ${together} together`;
  const looked = `${considered} ${considered === 1 ? 'change' : 'changes'} that could be asked for, ${most}`;
  if (ended === 'LIMIT') {
    return `Looked at ${looked}; the search was given up, so something cheaper may have been missed.`;
  }
  if (considered === 0) return 'There is nothing that anybody could be asked for.';
  if (sets.length === 0) return `Nothing would cover it among ${looked}. Checked by solving again.`;
  const rest = ended === 'ALL' ? 'there are no others' : 'nothing else is cheaper';
  return `Of ${looked}, ${rest}. Checked by solving again.`;
}

/** Who else moves, in a sentence. */
export function othersMove(others: readonly string[], names: PlanNames): string {
  if (others.length === 0) return 'Nobody else moves.';
  const people = others.map((person) => names.person(person));
  return `${listed(people)} ${others.length === 1 ? 'moves' : 'move'} as well.`;
}
