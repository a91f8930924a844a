import { type Alternative } from '../../solver/explain/plan-prices.js';
import { type Move } from '../../solver/explain/moves.js';
import { type AlternativeView, type MoveView } from './explanation-parts.schema.js';
import { tellPrice } from './tell-price.js';
import { sentence } from '../summary/phrases.js';
import { type Teller } from './teller.js';

/** The best plan with something changed: its price and one way to do it; or why there is none. */
export function tellAlternative(alternative: Alternative, teller: Teller): AlternativeView {
  if (alternative.kind === 'PRICED') {
    return {
      isPossible: true,
      price: tellPrice(alternative, teller),
      moves: alternative.moves.reviews.map((move) => tellMove(move, teller)),
      people: alternative.moves.people.map((person) => ({
        person,
        name: teller.names.person(person),
      })),
      conflict: [],
      whyNone: [],
    };
  }
  const conflict = alternative.conflict.map(({ pin, isAsked, rules }) => ({
    review: pin.review,
    isAsked,
    rules: rules.map((rule) => teller.names.inWords(rule)),
    words: `${sentence(teller.pin(pin))}${isAsked ? ', as is asked here' : ''}.`,
  }));
  return {
    isPossible: false,
    price: null,
    moves: [],
    people: [],
    conflict,
    whyNone: conflictInWords({ conflict }),
  };
}

type Conflict = Pick<AlternativeView, 'conflict'>;

/**
 * That there is no such plan, and why, in sentences: the rules come last.
 *
 * @param because what is known besides of the rules that stand against it
 */
export function conflictInWords(alternative: Conflict, because: readonly string[] = []): string[] {
  const opening = isAskedAlone(alternative)
    ? ['No plan can have it so, whatever else it gives up.']
    : [];
  return [...opening, ...whatStandsAgainstIt(alternative, because)];
}

/** The pins, where there are any, and the rules. @param because as `conflictInWords` */
export function whatStandsAgainstIt(
  alternative: Conflict,
  because: readonly string[] = [],
): string[] {
  const { conflict } = alternative;
  const pins = isAskedAlone(alternative)
    ? []
    : ['Pins rule it out. These cannot hold together:', ...conflict.map(({ words }) => words)];
  return [...pins, ...because, rulesInWords(conflict.flatMap(({ rules }) => rules))];
}

function isAskedAlone({ conflict }: Conflict): boolean {
  return conflict.every(({ isAsked }) => isAsked);
}

/** Titles of rules say what ought to be so, and read as facts unless they stand in quotation marks. */
function rulesInWords(titles: readonly string[]): string {
  const rules = [...new Set(titles)].map((title) => `“${title}”`);
  return rules.length === 1
    ? `The rule against it: ${rules.join('')}.`
    : `The rules that together stand against it: ${rules.join('; ')}.`;
}

export function tellMove({ review, differs, before, after }: Move, teller: Teller): MoveView {
  const school = teller.names.school(review);
  const parts = [
    leadMove(school, { before, after }, teller),
    secondMove('quality assures', before.qualityAssurer, after.qualityAssurer, school, teller),
    secondMove('shadows', before.shadow, after.shadow, school, teller),
  ].filter((part) => part !== '');
  return { review, school, differs, before, after, words: parts.map(sentence).join(' ') };
}

function leadMove(
  school: string,
  { before, after }: Pick<Move, 'before' | 'after'>,
  teller: Teller,
): string {
  const name = (person: string): string => teller.names.person(person);
  if (before.lead === null) {
    return after.lead === null
      ? ''
      : `${school} gets ${name(after.lead)} as its lead, on ${teller.days(after)}.`;
  }
  if (after.lead === null) {
    return `${school} loses its lead, ${name(before.lead)}, on ${teller.days(before)}.`;
  }
  const isMoved = before.week !== after.week || before.window !== after.window;
  const when = `from ${teller.days(before)} to ${teller.days(after)}`;
  if (before.lead !== after.lead) {
    const who = `${school} goes from ${name(before.lead)} to ${name(after.lead)}`;
    return isMoved ? `${who}, and moves ${when}.` : `${who}.`;
  }
  return isMoved ? `${school} moves ${when}, still led by ${name(after.lead)}.` : '';
}

function secondMove(
  does: string,
  before: string | null,
  after: string | null,
  school: string,
  teller: Teller,
): string {
  if (before === after) return '';
  const name = (person: string): string => teller.names.person(person);
  if (after === null) return `${name(before ?? '')} no longer ${does} ${school}.`;
  const instead = before === null ? '' : ` instead of ${name(before)}`;
  return `${name(after)} ${does} ${school}${instead}.`;
}
