import { slotInWords } from '../../calendar/words.js';
import { type Gain } from '../../solver/hand/gains.js';
import { type Swap } from '../../solver/hand/swaps.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { breachInWords } from '../summary/effect-words.js';
import { counted } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';
import { milesTo } from '../tables/allocation-rows.js';
import { initialled } from './place-words.js';
import { type SwapsView } from './swap.schema.js';

type ToldSwap = SwapsView['swaps'][number];
type Refused = SwapsView['refused'][number];

/** What swaps of a plan are told with. */
export interface SwapFacts {
  problem: Problem;
  rows: readonly SeatRow[];
  names: PlanNames;
}

/** A swap that no rule forbids: what it comes to. */
export function swapInWords(swap: Swap, facts: SwapFacts): ToldSwap {
  return {
    ...otherOf(swap, facts),
    ...headlineOf(swap, facts),
    also: alsoOf(swap, facts),
    edits: swap.edits,
  };
}

/** A swap that rules forbid: all that speaks against it. */
export function refusedSwap(swap: Swap, facts: SwapFacts): Refused {
  const sentences = swap.breaches.map((breach) => breachInWords(breach, facts.names).sentence);
  return { ...otherOf(swap, facts), why: [...new Set(sentences)].join(' ') };
}

function otherOf(
  { review }: Swap,
  { rows, names }: SwapFacts,
): Pick<Refused, 'review' | 'school' | 'days' | 'person' | 'name'> {
  const row = rows.find((each) => each.review === review);
  const person = row?.lead ?? '';
  const { week = null, window = null } = row ?? {};
  return {
    review,
    school: names.school(review),
    days: week === null || window === null ? '' : slotInWords(week, window),
    person,
    name: names.person(person),
  };
}

/** Both lead as many as before, so that only changes, shadows and the way can be at stake before finer aims. */
function headlineOf(swap: Swap, facts: SwapFacts): Pick<ToldSwap, 'headline' | 'tone'> {
  const gain = (aim: Gain['aim']): number => swap.gains.find((each) => each.aim === aim)?.gain ?? 0;
  const changes = gain('changes');
  if (changes !== 0) {
    const count = counted(Math.abs(changes), 'published lead or date', 'published leads and dates');
    return changes < 0
      ? { headline: `${count} changed`, tone: 'PAYS' }
      : { headline: `${count} as published again`, tone: 'GAINS' };
  }
  const shadows = gain('shadowing');
  if (shadows < 0) {
    return {
      headline: counted(-shadows, 'shadow loses', 'shadows lose') + ' the seat',
      tone: 'PAYS',
    };
  }
  const miles = Math.round(milesOf(swap.rows, facts) - milesOf(rowsBefore(swap, facts), facts));
  if (miles === 0) return { headline: 'As far as before', tone: 'SAME' };
  const way = `${counted(Math.abs(miles), 'mile')} ${miles > 0 ? 'further' : 'nearer'} in all`;
  return { headline: way, tone: 'SAME' };
}

function rowsBefore({ rows: changed }: Swap, { rows }: SwapFacts): SeatRow[] {
  return rows.filter(({ review }) => changed.some((row) => row.review === review));
}

function milesOf(rows: readonly SeatRow[], { problem }: SwapFacts): number {
  return rows.reduce((sum, row) => sum + (wayOf(row, problem) ?? 0), 0);
}

function wayOf({ review, lead: person }: SeatRow, problem: Problem): number | null {
  const lead = problem.leads.find(({ id }) => id === person);
  const school = problem.reviews.find(({ id }) => id === review);
  return lead && school ? milesTo(problem, lead, school) : null;
}

/** Who goes how far, and how the days suit them. */
function alsoOf(swap: Swap, facts: SwapFacts): string[] {
  const { problem, names } = facts;
  return swap.rows.flatMap((row): string[] => {
    const lead = problem.leads.find(({ id }) => id === row.lead);
    const { week, window } = row;
    if (!lead || week === null || window === null) return [];
    const who = initialled(names.person(lead.id));
    const grade = lead.availability[week]?.[window];
    const suits =
      grade === 'IF_NEEDED'
        ? ', only if needed'
        : grade === 'PREFERRED'
          ? ', days they prefer'
          : '';
    const miles = counted(Math.round(wayOf(row, problem) ?? 0), 'mile');
    return [`${who} goes ${miles} to ${names.school(row.review)}${suits}`];
  });
}
