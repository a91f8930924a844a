import { dateInWords, periodInWords, slotInWords, weekdayInWords } from '../calendar/words.js';
import { type Grade, type Statement } from './answer.js';
import { readRule } from './recurrence.js';
import { onRuleInWords, ruleInWords } from './recurrence-words.js';

const GRADE_WORDS: Record<Grade, string> = {
  PREFERRED: 'preferred',
  AVAILABLE: 'available',
  IF_NEEDED: 'only if needed',
  UNAVAILABLE: 'not available',
};

/** "not available", "only if needed". */
export function gradeInWords(grade: Grade): string {
  return GRADE_WORDS[grade];
}

/** What a person said, said back: "You said never Mondays". */
export function statementInWords(statement: Statement): string {
  const grade = GRADE_WORDS[statement.grade];
  switch (statement.kind) {
    case 'DATE':
      return `You said ${grade} on ${weekdayInWords(statement.on)}`;
    case 'RANGE':
      return `You said ${grade} ${rangeInWords(statement.from, statement.to)}`;
    case 'RULE': {
      const rule = readRule(statement.rule);
      const never = statement.grade === 'UNAVAILABLE' && rule.parts.FREQ === 'WEEKLY';
      return never && rule.parts.INTERVAL === undefined
        ? `You said never ${ruleInWords(rule)}`
        : `You said ${grade} ${onRuleInWords(rule)}`;
    }
    case 'WINDOW':
      return `You said ${grade} for ${slotInWords(statement.week, statement.window)}`;
  }
}

export function defaultInWords(grade: Grade): string {
  return `You said ${GRADE_WORDS[grade]} unless you say otherwise`;
}

function rangeInWords(from: string, to: string | null): string {
  if (to === null) return `from ${dateInWords(from)} on`;
  return from === to ? `on ${dateInWords(from)}` : `from ${periodInWords(from, to)}`;
}
