import { type Answer, type Statement } from './answer.js';
import { defaultInWords, statementInWords } from './answer-words.js';
import { type DraftRequest, type DraftView } from './availability-draft.schema.js';
import {
  calendarWeeks,
  type CalendarWeek,
  type CalendarWindow,
  capital,
  countWindows,
  ofThem,
  verdictInWords,
} from './calendar-weeks.js';
import { type GradedSlot, gradeSlots, slotKey, type Block, type Waiver } from './grades.js';
import { clauseInWords, outsideTerm } from './spoken/clause-words.js';
import { type Sentence } from './spoken/clauses.js';
import { readSentence } from './spoken/read-sentence.js';
import { answerAfter, withWindows } from './spoken/statements.js';
import { type TermFrame } from './spoken/term-frame.js';
import { type AnswerDraft, type StoredAnswer } from './stored-answers.js';

/** Everything that a draft is made of and held against. */
export interface DraftFacts {
  frame: TermFrame;
  slots: readonly { week: string; window: 'MON_WED' | 'WED_FRI' }[];
  /** Closed to everybody. */
  closed: readonly Block[];
  /** Closed to this person. */
  own: readonly Block[];
  standing: StoredAnswer | undefined;
  /** The answer it starts from; undefined: none. */
  start: StoredAnswer | undefined;
  waiver: Waiver | undefined;
}

/** What an answer would be and come to, with what was understood of the words. Nothing is recorded. */
export function draftView(request: DraftRequest, facts: DraftFacts): DraftView {
  const { frame, standing } = facts;
  const said = request.said ?? '';
  const sentence = readSentence(said, frame);
  const answer = draftAnswer(request, sentence, facts);
  const before = gradeSlots(standing, facts.slots, [...facts.closed, ...facts.own], facts.waiver);
  const after = gradeSlots(answer, facts.slots, [...facts.closed, ...facts.own]);
  const weeks = weeksOf(facts, before, after);
  const changes = weeks.flatMap(({ windows }) => windows).filter(({ isChanged }) => isChanged);
  const counts = countWindows(weeks);
  return {
    follows: standing?.id ?? null,
    ...understanding(sentence, said, frame),
    answer,
    answerInWords: answerInWords(answer),
    weeks,
    changes: changes.map(({ week, window, days, before: was, gradeInWords }) => ({
      week,
      window,
      words: `${days}: from ${lower(was.gradeInWords)} to ${lower(gradeInWords)}`,
    })),
    counts,
    words: sumInWords(changes.length, answer, counts.words, facts),
    isSame: isSame(answer, standing),
  };
}

type Drafted = Omit<AnswerDraft, 'answeredOn' | 'statements'> & { statements: Statement[] };

function draftAnswer(
  request: DraftRequest,
  sentence: Sentence,
  { start, frame }: DraftFacts,
): Drafted {
  const base: Answer = start ?? { default: 'AVAILABLE', statements: [] };
  const spoken = sentence.clauses.length === 0 ? base : answerAfter(sentence, start ?? null, frame);
  const pressed = request.windows.map(({ week, window, grade }) => ({
    kind: 'WINDOW' as const,
    week,
    window,
    grade,
  }));
  const { default: byDefault, statements } = withWindows(spoken, pressed);
  const notes = [start?.note, ...sentence.reasons].filter(
    (note) => note !== null && note !== undefined,
  );
  return {
    default: byDefault,
    ceiling:
      request.ceiling === undefined
        ? (sentence.ceiling ?? start?.ceiling ?? null)
        : request.ceiling,
    note: request.note === undefined ? notes.join('; ') || null : request.note || null,
    said: request.said,
    statements: [...statements],
  };
}

function understanding(
  { clauses, notUnderstood, ceiling, ceilingAt }: Sentence,
  said: string,
  frame: TermFrame,
): Pick<DraftView, 'understood' | 'notUnderstood'> {
  const most =
    ceiling === null || ceilingAt === null
      ? []
      : [{ ...ceilingAt, means: `At most ${counted(ceiling, 'review')} this term` }];
  const outside = clauses.flatMap((clause) => {
    const why = outsideTerm(clause, frame);
    return why === null ? [] : [{ from: clause.from, to: clause.to, why }];
  });
  const inside = clauses.filter((clause) => outsideTerm(clause, frame) === null);
  const quoted = <Place extends { from: number; to: number }>(place: Place) => ({
    ...place,
    said: said.slice(place.from, place.to),
  });
  return {
    understood: [
      ...inside.map((clause) => ({
        from: clause.from,
        to: clause.to,
        means: clauseInWords(clause, frame),
      })),
      ...most,
    ]
      .sort((a, b) => a.from - b.from)
      .map(quoted),
    notUnderstood: [...notUnderstood, ...outside].sort((a, b) => a.from - b.from).map(quoted),
  };
}

type DraftWindow = CalendarWindow &
  Pick<DraftView['weeks'][number]['windows'][number], 'before' | 'isChanged'>;

function weeksOf(
  { frame, closed }: DraftFacts,
  before: readonly GradedSlot[],
  after: readonly GradedSlot[],
): CalendarWeek<DraftWindow>[] {
  const stood = new Map(before.map((slot) => [slotKey(slot), slot]));
  return calendarWeeks(frame.weeks, after, closed, (window) => {
    const was = stood.get(slotKey(window)) ?? window;
    return {
      ...window,
      before: { grade: was.grade, gradeInWords: verdictInWords(was) },
      isChanged: verdictInWords(was) !== window.gradeInWords,
    };
  });
}

/** All that an answer says: the default last, as it holds for what is left. */
export function answerInWords({ default: byDefault, statements }: Answer): string[] {
  return [
    ...statements.map((said) => plain(statementInWords(said))),
    plain(defaultInWords(byDefault)),
  ];
}

/** "You said never Mondays" as "Never Mondays" */
function plain(words: string): string {
  return capital(ofThem(words).replace(/^Said /u, ''));
}

function sumInWords(
  changes: number,
  { ceiling }: Drafted,
  counts: string,
  { standing }: DraftFacts,
): string[] {
  const first =
    standing === undefined
      ? 'This is their first answer'
      : changes === 0
        ? 'No window changes'
        : `${counted(changes, 'window changes', 'windows change')} against what stands`;
  return [
    first,
    counts,
    ceiling === null ? 'No limit of their own' : `At most ${counted(ceiling, 'review')} this term`,
  ];
}

/** Whether recording it would change anything but the words. */
function isSame(answer: Drafted, standing: StoredAnswer | undefined): boolean {
  if (standing === undefined) return false;
  const said = ({
    default: byDefault,
    ceiling,
    note,
    statements,
  }: Omit<Drafted, 'said'> | StoredAnswer): string =>
    JSON.stringify([byDefault, ceiling, note, statements]);
  return said(answer) === said(standing);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
