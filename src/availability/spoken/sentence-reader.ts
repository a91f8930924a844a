import { type Clause, type NotUnderstood, type OpenClause } from './clauses.js';
import { NoSuchDay } from './dates.js';
import { type GradePhrase, readGrade, together } from './grade-phrases.js';
import { isOfAll } from './meaning.js';
import { readCeiling } from './read-ceiling.js';
import { readScope } from './read-scope.js';
import { type Scope } from './scope.js';
import { type TermFrame } from './term-frame.js';
import { Cursor, tokensOf } from './tokens.js';
import { insteadOf } from './suggestions.js';
import {
  BECAUSE,
  BUT,
  EXCEPT,
  FILLER_PHRASES,
  FILLERS,
  RELATIVE_PHRASES,
  REST,
  SEPARATORS,
} from './vocabulary.js';

/** Reads a sentence from left to right into clauses. A grade may stand before its days or behind them. */
export class SentenceReader {
  readonly clauses: Clause[] = [];
  readonly notUnderstood: NotUnderstood[] = [];
  readonly reasons: string[] = [];
  ceiling: number | null = null;
  ceilingAt: { from: number; to: number } | null = null;
  private readonly cursor: Cursor;
  private open = emptyClause(0);
  private group = 0;
  private part = 0;
  /** Something separates what comes from what was read last. */
  private isAfterSeparator = true;
  private isNegation = false;

  constructor(
    private readonly said: string,
    private readonly frame: TermFrame,
  ) {
    this.cursor = new Cursor(tokensOf(said));
  }

  read(): void {
    while (!this.cursor.isAtEnd) {
      const start = this.cursor.at;
      const isRead =
        this.takeReason() ||
        this.takeRelative() ||
        FILLER_PHRASES.some((phrase) => this.cursor.takePhrase(phrase)) ||
        this.takeSeparator() ||
        this.takeCeiling() ||
        this.takeRest() ||
        this.takeDays() ||
        this.takeGrade() ||
        this.cursor.takeOne(FILLERS) !== null;
      if (!isRead) this.takeUnknown();
      if (this.cursor.at === start) this.cursor.at += 1;
    }
    this.close();
  }

  private takeRelative(): boolean {
    const start = this.cursor.at;
    if (!RELATIVE_PHRASES.some((phrase) => this.cursor.takePhrase(phrase))) return false;
    this.notUnderstood.push({ ...this.placeFrom(start), why: insteadOf('this') });
    return true;
  }

  /** "(school trip)" and "because of my daughter's wedding" are told to people only. */
  private takeReason(): boolean {
    const start = this.cursor.at;
    const isBracket = this.cursor.takeOne(['(']) !== null;
    if (!isBracket && !BECAUSE.some((phrase) => this.cursor.takePhrase(phrase))) return false;
    const ends = isBracket ? [')'] : [';', '.', '!'];
    while (!this.cursor.isAtEnd && !ends.includes(this.cursor.peek())) this.cursor.at += 1;
    const from = this.cursor.tokens[isBracket ? start + 1 : start]?.from ?? 0;
    const to = this.cursor.tokens[this.cursor.at - 1]?.to ?? from;
    if (isBracket) this.cursor.takeOne([')']);
    this.reasons.push(this.said.slice(from, to));
    return true;
  }

  private takeSeparator(): boolean {
    // "Any time but Fridays" leaves them out; elsewhere "but" only begins what outranks the rest.
    const isAllBut = this.open.named.length > 0 && isOfAll(this.open);
    const except =
      EXCEPT.some((phrase) => this.cursor.takePhrase(phrase)) ||
      (isAllBut && this.cursor.takeOne(['but']) !== null);
    if (except) {
      const said = this.open.grade ?? this.clauses.at(-1)?.grade ?? 'AVAILABLE';
      this.separate('strong');
      this.close();
      this.open.grade =
        said === 'UNAVAILABLE' || said === 'IF_NEEDED' ? 'AVAILABLE' : 'UNAVAILABLE';
      this.open.isException = true;
      return true;
    }
    if (this.cursor.takeOne(BUT) !== null) {
      this.separate('strong');
      this.close();
      this.open.isException = true;
      return true;
    }
    const how = Object.hasOwn(SEPARATORS, this.cursor.peek())
      ? SEPARATORS[this.cursor.peek()]
      : undefined;
    if (how === undefined) return false;
    this.cursor.at += 1;
    this.separate(how);
    return true;
  }

  private separate(how: 'strong' | 'weak'): void {
    this.part += 1;
    if (how === 'strong') this.group += 1;
    this.isAfterSeparator = true;
  }

  private takeCeiling(): boolean {
    const start = this.cursor.at;
    const found = readCeiling(this.cursor);
    if (found === null) return false;
    this.ceiling = found;
    this.ceilingAt = this.placeFrom(start);
    return true;
  }

  private takeRest(): boolean {
    const start = this.cursor.at;
    if (!REST.some((phrase) => this.cursor.takePhrase(phrase))) return false;
    const isBehindGrade = this.open.grade !== null && this.open.named.length === 0;
    if (!isBehindGrade) this.close();
    this.open.isRest = true;
    this.include(this.placeFrom(start));
    this.isAfterSeparator = true;
    return true;
  }

  private takeDays(): boolean {
    const start = this.cursor.at;
    let scope: Scope | null;
    try {
      scope = readScope(this.cursor, this.frame, this.isNegation ? 'WITHOUT' : 'WITH');
    } catch (error) {
      if (!(error instanceof NoSuchDay)) throw error;
      this.skipDate(start, error.message);
      return true;
    }
    if (scope === null) return false;
    const place = this.placeFrom(start);
    if (this.narrowsLast(scope)) return true;
    if (this.open.isClosed || this.open.isRest) this.close();
    this.open.named.push({ ...place, scope, group: this.group, part: this.part });
    this.include(place);
    this.isAfterSeparator = false;
    return true;
  }

  /** "Never Mondays, from 1 March": what only begins or ends somewhere, after a comma, narrows the weekdays before it. */
  private narrowsLast(scope: Scope): boolean {
    const last = this.open.named.at(-1);
    const isOwn = last?.scope.weekdays === null || last?.scope.ranges !== null;
    if (last === undefined || isOwn || !scope.isBoundary || this.open.isClosed) return false;
    if (this.group !== last.group + 1 || this.part !== last.part + 1) return false;
    const end = this.cursor.tokens[this.cursor.at - 1]?.to ?? last.to;
    const narrowed = { ...last.scope, ranges: scope.ranges, isBoundary: true };
    this.open.named[this.open.named.length - 1] = { ...last, scope: narrowed, to: end };
    this.include({ from: last.from, to: end });
    return true;
  }

  private takeGrade(): boolean {
    const start = this.cursor.at;
    const found = readGrade(this.cursor);
    if (found === null) return false;
    const place = this.placeFrom(start);
    if (this.belongsBehind(found)) this.gradeBehind(found, place);
    else this.gradeBefore(found, place);
    return true;
  }

  /** A grade stands behind its days where nothing separates them, or nothing follows that it could be about. */
  private belongsBehind({ grade }: GradePhrase): boolean {
    if (this.open.isRest && this.open.grade === null) return true;
    if (this.open.named.length === 0) return false;
    if (!this.isAfterSeparator) return true;
    return !this.leadsToDays() && (this.open.grade === null || grade === 'IF_NEEDED');
  }

  private leadsToDays(): boolean {
    const ahead = this.cursor.clone();
    while (ahead.takeOne(FILLERS) !== null);
    while (readGrade(ahead) !== null) while (ahead.takeOne(FILLERS) !== null);
    try {
      return (
        readScope(ahead, this.frame) !== null || readScope(this.cursor.clone(), this.frame) !== null
      );
    } catch (error) {
      if (error instanceof NoSuchDay) return true;
      throw error;
    }
  }

  private gradeBehind({ grade }: GradePhrase, place: { from: number; to: number }): void {
    const before = this.open.grade;
    if (this.open.isClosed || before === null || grade === 'IF_POSSIBLE') {
      this.open.grade = together(before, grade);
    } else {
      const by = this.lastApart();
      if (by !== null) this.splitLast(by);
      if (by !== null || grade !== 'AVAILABLE') this.open.grade = grade;
    }
    this.open.isClosed = true;
    this.include(place);
  }

  /** What tells the last days of a clause from those before; null: nothing does. */
  private lastApart(): 'group' | 'part' | null {
    const { named } = this.open;
    const isApart = (by: 'group' | 'part'): boolean =>
      new Set(named.map((each) => each[by])).size > 1;
    if (isApart('group')) return 'group';
    return isApart('part') ? 'part' : null;
  }

  /** The last days of a list become a clause of their own: "never Mondays, Fridays if needed". */
  private splitLast(by: 'group' | 'part'): void {
    const last = this.open.named.at(-1)?.[by];
    const own = this.open.named.filter((each) => each[by] === last);
    this.open.named = this.open.named.filter((each) => each[by] !== last);
    this.open.to = this.open.named.at(-1)?.to ?? this.open.to;
    const { isException } = this.open;
    this.close();
    this.open.named = own;
    this.open.isException = isException;
    for (const each of own) this.include(each);
  }

  private gradeBefore(
    { grade, isNegation }: GradePhrase,
    place: { from: number; to: number },
  ): void {
    const isLost = this.open.isBroken && this.open.grade !== null;
    if (this.open.named.length > 0 || this.open.isClosed || isLost) this.close();
    const isUnsaid = this.open.isException && this.open.from === this.open.to;
    this.open.grade = together(isUnsaid ? null : this.open.grade, grade);
    this.isNegation = isNegation || (this.isNegation && grade === 'AVAILABLE');
    this.include(place);
    this.isAfterSeparator = false;
  }

  /** Ends the clause that is read; one with days and no grade has that of the clause before. */
  private close(): void {
    const { grade, named, isException, isRest, isBroken, from, to } = this.open;
    if ((grade !== null && !isBroken) || named.length > 0 || isRest) {
      const before = this.clauses.at(-1)?.grade ?? 'ONLY';
      const inherited = before === 'ONLY' ? null : before;
      const clause = { named, isException, isRest, from, to };
      const said = grade ?? (isOfAll(clause) ? 'AVAILABLE' : inherited);
      if (said !== null) this.clauses.push({ grade: said, ...clause });
      else this.notUnderstood.push({ from, to, why: sayWhether(this.said.slice(from, to)) });
    }
    this.open = emptyClause(this.cursor.tokens[this.cursor.at]?.from ?? this.said.length);
    this.isNegation = false;
  }

  private takeUnknown(): void {
    const token = this.cursor.tokens[this.cursor.at];
    this.cursor.at += 1;
    if (token === undefined || /^[\p{P}\p{S}]+$/u.test(token.word)) return;
    this.breakOff();
    this.notUnderstood.push({ from: token.from, to: token.to, why: insteadOf(token.word) });
  }

  /** What follows a word that means nothing belongs to it, not to the days before the last comma. */
  private breakOff(): void {
    if (this.isAfterSeparator && this.open.named.length > 0) this.close();
    this.open.isBroken = true;
  }

  private skipDate(start: number, why: string): void {
    this.cursor.at = start;
    while (
      /^(\d|the$|on$|week|of$|from$|between$|until$|after$|before$|mon|tue|wed|thu|fri|not$)/.test(
        this.cursor.peek(),
      )
    ) {
      this.cursor.at += 1;
    }
    // The word after the numbers is the month, if anything is left and it was not among them.
    const { tokens } = this.cursor;
    const isWholeDate = /\d[/.-]\d/.test(tokens[this.cursor.at - 1]?.word ?? '');
    if (!isWholeDate || this.cursor.at === start) this.cursor.at += 1;
    this.cursor.at = Math.min(this.cursor.at, tokens.length);
    this.breakOff();
    this.notUnderstood.push({ ...this.placeFrom(start), why });
  }

  private include({ from, to }: { from: number; to: number }): void {
    const isEmpty = this.open.from === this.open.to;
    this.open.from = isEmpty ? from : Math.min(this.open.from, from);
    this.open.to = Math.max(this.open.to, to);
  }

  /** Where what was read since stands in the sentence. */
  private placeFrom(start: number): { from: number; to: number } {
    const from = this.cursor.tokens[start]?.from ?? 0;
    return { from, to: this.cursor.tokens[this.cursor.at - 1]?.to ?? from };
  }
}

function sayWhether(days: string): string {
  return `Say whether they can then, such as “never ${days}” or “${days} if needed”.`;
}

function emptyClause(at: number): OpenClause {
  const nothing = { isException: false, isRest: false, isClosed: false, isBroken: false };
  return { grade: null, named: [], ...nothing, from: at, to: at };
}
