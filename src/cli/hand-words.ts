import {
  aimChanges,
  personInWords,
  priceInWords,
  reviewChanges,
} from '../allocations/summary/effect-words.js';
import { planNames } from '../allocations/summary/plan-names.js';
import { emptyRows } from '../solver/empty-rows.js';
import { type Effect } from '../solver/hand/effect.js';
import { type Place } from '../solver/hand/places.js';
import { type Problem } from '../solver/problem.js';
import { slotInWords } from '../solver/slot-words.js';
import { count, fold } from './text-lines.js';

/** What edits do to a plan, for the person who asked. */
export function effectText(problem: Problem, effect: Effect): string {
  const names = planNames({}, problem);
  const before = new Map(effect.reviews.map(({ from }) => [from.review, from]));
  const from = emptyRows(problem).map((row) => before.get(row.review) ?? row);
  const changed = effect.reviews.map(({ to }) => to);
  const lines = [
    'What changes:',
    ...orNone(reviewChanges(from, changed, names).map(({ words }) => words)),
    'What it is worth:',
    ...orNone(
      aimChanges(effect)
        .filter(({ gain }) => gain !== 0)
        .map(({ words }) => words),
      'No aim gains or pays.',
    ),
    ...(effect.people.length === 0 ? [] : ['For whom:']),
    ...effect.people.flatMap((person) => fold(personInWords(person, names), '  ', '    ')),
    ...(effect.vanishing.length === 0 ? [] : ['No longer broken:']),
    ...effect.vanishing.flatMap(({ sentence }) => fold(sentence, '  ', '    ')),
  ];
  return `${lines.join('\n')}\n`;
}

function orNone(sentences: readonly string[], none = 'Nothing.'): string[] {
  return (sentences.length === 0 ? [none] : sentences).flatMap((each) => fold(each, '  ', '    '));
}

/**
 * Places in the order that they came: each permitted one with its price, then the refused ones of each
 * person or review together, a reason that holds in all their windows said once.
 *
 * @param subject what tells the places apart: the people on a review, or the reviews of a person
 */
export function placesText(places: readonly Place[], subject: (place: Place) => string): string {
  const permitted = places.filter(({ breaches }) => breaches.length === 0);
  const refused = places.filter(({ breaches }) => breaches.length > 0);
  const lines = [
    `${count(permitted.length, 'place')} permitted, the best first:`,
    ...permitted.flatMap((place) => {
      const now = place.isNow ? ' (as it is now)' : '';
      return fold(
        `${subject(place)}${slotOf(place)}${now}. ${priceInWords(place.gains)}`,
        '  ',
        '    ',
      );
    }),
    `${count(refused.length, 'place')} refused:`,
    ...[...groupBy(refused, subject)].flatMap(([name, group]) => [
      `  ${name}`,
      ...reasonsOf(group).flatMap((reason) => fold(reason, '    ', '      ')),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function reasonsOf(group: readonly Place[]): string[] {
  const sentences = group.map(({ breaches }) => breaches.map(({ sentence }) => sentence));
  const [first = []] = sentences;
  const everywhere = first.filter((each) => sentences.every((those) => those.includes(each)));
  const own = group.flatMap((place, at) => {
    const rest = (sentences[at] ?? []).filter((each) => !everywhere.includes(each));
    if (rest.length === 0) return [];
    const { week, window } = place.row;
    const slot = week === null || window === null ? '' : slotInWords({ week, window });
    const when = slot === '' || rest.some((each) => each.includes(slot)) ? '' : `${slot}: `;
    return [`${when}${rest.join(' ')}`];
  });
  return [...everywhere, ...own];
}

function slotOf({ row: { week, window } }: Place): string {
  return week === null || window === null ? '' : `, ${slotInWords({ week, window })}`;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
