import { slotInWords } from '../../calendar/words.js';
import { type AsksTogether } from '../../solver/explain/asks-together.js';
import { type Edit, editsTo } from '../../solver/hand/edits.js';
import { type Problem, type Slot } from '../../solver/problem.js';
import { askInWords, othersMove } from './ask-words.js';
import { askLetter, type Letter, requestInWords } from './letters.js';
import { counted, sentence } from './phrases.js';
import { type PlanNames } from './plan-names.js';
import { type Named, namedPerson, namedReview, subjectOf } from './told-asks.js';

/** What would cover as many reviews as can be covered together, ready to show. */
export interface ToldTogether {
  title: string;
  words: string;
  asks: {
    kind: string;
    words: string;
    request: string;
    letter: Letter | null;
    subject: Named;
    cost: number;
    covers: Named[];
  }[];
  cost: number;
  covered: { review: Named; lead: Named; slot: Slot; words: string }[];
  left: { review: Named; words: string }[];
  others: Named[];
  edits: Edit[];
  considered: number;
  ended: AsksTogether['ended'];
}

export function toldTogether(
  found: AsksTogether,
  problem: Problem,
  names: PlanNames,
): ToldTogether {
  const { cost, considered, ended } = found;
  return {
    title: titleOf(found),
    words: togetherInWords(found, names),
    asks: found.asks.map(({ ask, cost: each, covers, isEnoughAlone }) => ({
      kind: ask.kind,
      words: askInWords(ask, problem, names),
      request: requestInWords(ask, problem, names),
      letter: askLetter(ask, { waits: covers, isAlone: isEnoughAlone }, names),
      subject: subjectOf(ask, problem, names),
      cost: each,
      covers: covers.map((review) => namedReview(review, names)),
    })),
    cost,
    covered: found.covered.map(({ review, lead, slot }) => ({
      review: namedReview(review, names),
      lead: namedPerson(lead, names),
      slot,
      words: sentence(
        `${names.school(review)}: ${names.person(lead)}, ${slotInWords(slot.week, slot.window)}`,
      ),
    })),
    left: found.left.map((each) => ({
      review: namedReview(each.review, names),
      words: leftInWords(each, names),
    })),
    others: found.others.map((person) => namedPerson(person, names)),
    edits: editsTo(found.moved),
    considered,
    ended,
  };
}

/** "3 asks would cover all 4 reviews" */
export function titleOf({ waiting, asks, covered }: AsksTogether): string {
  if (waiting === 0) return 'Every review has a lead: nothing need be asked';
  if (covered.length === 0) {
    return waiting === 1
      ? 'No ask would cover the review'
      : `No asks would cover any of the ${waiting} reviews`;
  }
  const reviews = coveredOf(covered.length, waiting);
  return asks.length === 0
    ? `Nothing need be asked: a new run would cover ${reviews}`
    : `${counted(asks.length, 'ask')} would cover ${reviews}`;
}

function coveredOf(covered: number, waiting: number): string {
  if (covered < waiting) return `${covered} of the ${waiting} reviews`;
  if (waiting === 1) return 'the review';
  return waiting === 2 ? 'both reviews' : `all ${waiting} reviews`;
}

/** What it costs, who moves besides, and what the search comes to, in sentences. */
export function togetherInWords(found: AsksTogether, names: PlanNames): string {
  const { asks, cost, covered, others, considered, ended, waiting } = found;
  if (waiting === 0) return '';
  if (covered.length === 0) {
    return 'Nothing that could be asked of people or schools covers any of them while every review that has a lead keeps one.';
  }
  const keeps = `Every review that has a lead keeps one. ${othersMove(others, names)}`;
  if (asks.length === 0) return keeps;
  const points = `${counted(cost, 'point')} of asking in all.`;
  if (ended === 'LIMIT') {
    return `${points} ${keeps} None of them is needless; the search for something cheaper was given up.`;
  }
  const among = `${counted(considered, 'ask')} that would cover one of them`;
  return `${points} ${keeps} Of ${among}, nothing cheaper does as much.`;
}

/** Why a review still waits. */
export function leftInWords(
  { review, isCoveredAlone }: AsksTogether['left'][number],
  names: PlanNames,
): string {
  const school = sentence(names.school(review));
  return isCoveredAlone
    ? `${school} could be covered by asking, but not beside these.`
    : `${school} would not be covered by anything that could be asked for.`;
}
