import { type Answer, type Grade, type Statement, worse } from './answer.js';
import { type Slot, windowDays } from '../calendar/slots.js';
import { defaultInWords, gradeInWords, statementInWords } from './answer-words.js';
import { daysOf, readRule } from './recurrence.js';

/** Something that makes a slot impossible whatever was answered, and why. */
export interface Block extends Slot {
  reason: string;
}

/** What decided a grade. */
export type DecidedBy =
  'BLOCK' | 'WINDOW' | 'DATE' | 'RANGE' | 'RULE' | 'DEFAULT' | 'WAIVER' | 'NO_ANSWER';

/** A person's grade for a slot, with what decided it in words. */
export interface GradedSlot extends Slot {
  grade: Grade;
  because: string;
  decidedBy: DecidedBy;
}

/** Operations' word for somebody who has not answered. */
export interface Waiver {
  grade: Exclude<Grade, 'UNAVAILABLE'>;
  reason: string;
}

interface Verdict {
  grade: Grade;
  because: string;
  decidedBy: DecidedBy;
}

/** The kinds of statement about days, the most specific first: the first that speaks decides a day. */
const MOST_SPECIFIC_FIRST = ['DATE', 'RANGE', 'RULE'] as const;

/**
 * The effective grade of each slot for one person (`docs/domain.md`, "Availability"). For a day: the
 * worst of what the most specific kind of answer says. A window: the worst of its three days, or what
 * was said about that very window. Blocks come last and nothing lifts them. No answer is not
 * availability, unless operations waived it.
 *
 * @param slots the term's slots, in any order; the result keeps it
 */
export function gradeSlots(
  answer: Answer | undefined,
  slots: readonly Slot[],
  blocks: readonly Block[] = [],
  waiver?: Waiver,
): GradedSlot[] {
  const reasons = reasonsBySlot(blocks);
  const verdictOf = answer ? answered(answer, slots) : unanswered(waiver);
  return slots.map(({ week, window }) => {
    const blocked = reasons.get(slotKey({ week, window }));
    const verdict: Verdict = blocked
      ? { grade: 'UNAVAILABLE', because: blocked.join('; '), decidedBy: 'BLOCK' }
      : verdictOf({ week, window });
    return { week, window, ...verdict };
  });
}

/** The three days of a slot. */
export function daysOfSlot(slot: Slot): readonly [string, string, string] {
  return windowDays(slot.week, slot.window);
}

function unanswered(waiver: Waiver | undefined): (slot: Slot) => Verdict {
  const verdict: Verdict = waiver
    ? {
        grade: waiver.grade,
        because: `No answer yet; operations counts them as ${gradeInWords(waiver.grade)}: ${waiver.reason}`,
        decidedBy: 'WAIVER',
      }
    : { grade: 'UNAVAILABLE', because: 'No answer yet', decidedBy: 'NO_ANSWER' };
  return () => verdict;
}

/** What a person's statements about days come to, whatever is said of very windows. */
export function gradesOfDays(answer: Answer, days: readonly string[]): (day: string) => Grade {
  const verdictOf = verdictsOfDays(answer, [...days].sort());
  return (day) => verdictOf(day).grade;
}

function answered(answer: Answer, slots: readonly Slot[]): (slot: Slot) => Verdict {
  const days = [...new Set(slots.flatMap(daysOfSlot))].sort();
  const verdictByDay = verdictsOfDays(answer, days);
  const byWindow = new Map<string, Verdict>();
  for (const statement of answer.statements) {
    if (statement.kind === 'WINDOW') keepWorst(byWindow, slotKey(statement), verdictFor(statement));
  }
  return (slot) => byWindow.get(slotKey(slot)) ?? worstDay(slot, verdictByDay);
}

function worstDay(slot: Slot, verdictByDay: (day: string) => Verdict): Verdict {
  return daysOfSlot(slot)
    .map(verdictByDay)
    .reduce((worst, day) => (isWorse(day, worst) ? day : worst));
}

/** @param days ascending */
function verdictsOfDays(answer: Answer, days: readonly string[]): (day: string) => Verdict {
  const verdictsByKind = new Map(
    MOST_SPECIFIC_FIRST.map((kind) => [kind, new Map<string, Verdict>()]),
  );
  for (const statement of answer.statements) {
    if (statement.kind === 'WINDOW') continue;
    const verdicts = verdictsByKind.get(statement.kind);
    for (const day of daysNamed(statement, days)) {
      if (verdicts) keepWorst(verdicts, day, verdictFor(statement));
    }
  }
  const byDefault: Verdict = {
    grade: answer.default,
    because: defaultInWords(answer.default),
    decidedBy: 'DEFAULT',
  };
  return (day) => {
    for (const kind of MOST_SPECIFIC_FIRST) {
      const verdict = verdictsByKind.get(kind)?.get(day);
      if (verdict) return verdict;
    }
    return byDefault;
  };
}

/** Those of the days (ascending) that a statement speaks of. */
function daysNamed(
  statement: Exclude<Statement, { kind: 'WINDOW' }>,
  days: readonly string[],
): Iterable<string> {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  switch (statement.kind) {
    case 'DATE':
      return [statement.on];
    case 'RANGE':
      return days.filter(
        (day) => statement.from <= day && (statement.to === null || day <= statement.to),
      );
    case 'RULE':
      return daysOf(readRule(statement.rule), first, last);
  }
}

function verdictFor(statement: Statement): Verdict {
  return {
    grade: statement.grade,
    because: statementInWords(statement),
    decidedBy: statement.kind,
  };
}

/** Of two that say the same grade the first stays: it decided. */
function keepWorst(verdicts: Map<string, Verdict>, key: string, verdict: Verdict): void {
  const before = verdicts.get(key);
  if (!before || isWorse(verdict, before)) verdicts.set(key, verdict);
}

function isWorse(one: Verdict, other: Verdict): boolean {
  return one.grade !== other.grade && worse(one.grade, other.grade) === one.grade;
}

function reasonsBySlot(blocks: readonly Block[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const block of blocks) {
    const known = reasons.get(slotKey(block)) ?? [];
    if (!known.includes(block.reason)) reasons.set(slotKey(block), [...known, block.reason]);
  }
  return reasons;
}

/** One key a slot, for maps. */
export function slotKey(slot: Slot): string {
  return `${slot.week} ${slot.window}`;
}
