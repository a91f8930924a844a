import { planNames, type PlanNames } from '../allocations/summary/plan-names.js';
import {
  helpForAssurers,
  helpForNobody,
  helpForShadows,
  helpForShortage,
} from '../allocations/summary/preflight-help.js';
import { sentence } from '../allocations/summary/phrases.js';
import {
  assurersInWords,
  coverageInWords,
  nobodyInWords,
  shadowsInWords,
  type ShortageInWords,
  shortageInWords,
  shortagesBesidePins,
  timeInWords,
} from '../allocations/summary/preflight-words.js';
import { phaseInWords } from '../allocations/tables/allocation-rows.js';
import { slotInWords, weekInWords } from '../calendar/words.js';
import { type Preflight } from '../solver/preflight/preflight.js';
import { type GroupRow, type TimeRow } from '../solver/preflight/tables.js';
import { type Problem } from '../solver/problem.js';
import { count, fold } from './text-lines.js';

/** What stands in the way of a problem, in plain words: short paragraphs for a terminal. */
export function preflightReport(problem: Problem, found: Preflight): string {
  const names = planNames({}, problem);
  const parts = [
    [
      `${problem.name}: before solving`,
      ...coverageInWords(found).flatMap((text) => fold(text, '')),
    ],
    pins(found, names),
    nobody(found, names),
    shortages(found, names),
    seats(found, names),
    pinches(found),
    times('Weeks', found.weeks, ({ week }) => weekInWords(week)),
    times('Windows', found.slots, ({ slot, closed }) =>
      closed === null
        ? slotInWords(slot.week, slot.window)
        : `${slotInWords(slot.week, slot.window)} (closed)`,
    ),
    groups('Regions', found.regions),
    groups(
      'Phases',
      found.phases.map((row) => ({ ...row, name: phaseInWords(row.name) })),
    ),
    groups('Needs', found.needs),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function pins({ pinsShort }: Preflight, names: PlanNames): string[] {
  if (pinsShort === null) return [];
  return ['Pins that cannot all hold', ...inLines(shortageInWords(pinsShort, names), '  ')];
}

function nobody(found: Preflight, names: PlanNames): string[] {
  if (found.nobody.length === 0) return [];
  return [
    `Reviews that nobody could lead: ${found.nobody.length}`,
    found.nobody.every(({ leads }) => leads === 0)
      ? '  Nobody may lead a review this term.'
      : '  The counts are of people who may lead this term; somebody can be in several.',
    ...found.nobody.flatMap((review) => {
      const { closed, keptAway } = nobodyInWords(review, found, names);
      return [
        '',
        `  ${sentence(names.school(review.review))}${review.isPinned ? ' (pinned)' : ''}`,
        ...closed.flatMap((sentence) => fold(sentence, '    ')),
        ...keptAway.flatMap(({ people, words }) =>
          fold(words, `${String(people).padStart(8)} `, ' '.repeat(9)),
        ),
        ...whatHelps(helpForNobody(review, found, names), '    '),
      ];
    }),
  ];
}

function shortages(found: Preflight, names: PlanNames): string[] {
  const beside = shortagesBesidePins(found);
  if (beside.length === 0) return [];
  const told = beside.flatMap((shortage) => [
    '',
    ...inLines(shortageInWords(shortage, names), '  '),
    ...whatHelps(helpForShortage(shortage, names), '  '),
  ]);
  return ['Reviews that share too few people', ...told.slice(1)];
}

function inLines({ what, why, people, parts }: ShortageInWords, indent: string): string[] {
  const deeper = `${indent}  `;
  return [
    ...fold(what, indent),
    ...fold(why, indent),
    ...people.flatMap((sentence) => fold(sentence, deeper)),
    ...(parts.length === 0 ? [] : [`${indent}Parts of these that are too many by themselves:`]),
    ...parts.flatMap((part) => inLines(part, deeper)),
  ];
}

function seats(found: Preflight, names: PlanNames): string[] {
  const { coverage, assurers, shadows, people } = found;
  const ofAssurers = assurersInWords(found, names);
  const ofShadows = shadowsInWords(found, names);
  const line = (what: string, demand: number, most: number, by: string): string =>
    `  ${what.padEnd(34)}${`${most} of ${demand}`.padStart(12)}   ${by}`;
  return [
    'Seats, at most',
    line(
      'Reviews with a lead',
      coverage.due.reviews,
      coverage.most.reviews,
      count(people, 'person', 'people'),
    ),
    line(
      'New leads assured',
      assurers.newLeads,
      assurers.most,
      count(assurers.people, 'person', 'people'),
    ),
    line('People who shadow', shadows.people, shadows.most, count(shadows.reviews, 'review')),
    ...ofAssurers.flatMap((sentence) => fold(sentence, '  ')),
    ...whatHelps(helpForAssurers(ofAssurers), '  '),
    ...ofShadows.flatMap((sentence) => fold(sentence, '  ')),
    ...whatHelps(helpForShadows(ofShadows), '  '),
  ];
}

/** What can be asked or looked at, the most likely first. */
function whatHelps(sentences: readonly string[], indent: string): string[] {
  if (sentences.length === 0) return [];
  return [
    `${indent}What can be done:`,
    ...sentences.flatMap((sentence) => fold(sentence, `${indent}- `, `${indent}  `)),
  ];
}

function pinches({ weeks, slots }: Preflight): string[] {
  const told = [...weeks, ...slots].flatMap(timeInWords);
  if (told.length === 0) return [];
  return [
    'Weeks and windows that do not come out even',
    ...told.flatMap((text) => fold(text, '  ')),
  ];
}

/** What a row’s standing looks like at the end of its line. */
const MARK = { SHORT: '  short', PINCH: '  pinch', ENOUGH: '' } as const;

function times<Row extends TimeRow>(
  title: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): string[] {
  return [
    `${title.padEnd(50)}${cells(['accepted', 'possible', 'only here', 'spread', 'people', 'at most'])}`,
    ...rows.map((row) => {
      const { accepted, possible, onlyHere, evenShare, people, most, standing } = row;
      const counts = [accepted, possible, onlyHere.length, evenShare.toFixed(1), people, most];
      return `  ${nameOf(row).padEnd(48)}${cells(counts)}${MARK[standing]}`;
    }),
  ];
}

function groups(title: string, rows: readonly GroupRow[]): string[] {
  if (rows.length === 0) return [];
  return [
    `${title.padEnd(50)}${cells(['reviews', 'people', 'seats', 'at most'])}`,
    ...rows.map(
      ({ name, reviews, people, seats: theirs, most, standing }) =>
        `  ${name.padEnd(48)}${cells([reviews, people, theirs, most])}${MARK[standing]}`,
    ),
  ];
}

function cells(values: readonly (string | number)[]): string {
  return values.map((value) => String(value).padStart(10)).join('');
}
