import { type Cursor } from './tokens.js';
import { NUMBERS, SEPARATORS } from './vocabulary.js';

/** Of what, goes without saying. */
const MOST = [
  'at most',
  'no more than',
  'not more than',
  'a maximum of',
  'maximum of',
  'maximum',
  'max of',
  'max',
  'not over',
];
/** Of reviews, where these are named; a date may follow as well. */
const MOST_REVIEWS = ['up to', 'only', 'just'];
const BEHIND = [
  'at most',
  'maximum',
  'max',
  'at the most',
  'this term',
  'in the term',
  'only',
  'in all',
  'altogether',
];

/** "at most 3 reviews", "two reviews at most", "no more than two": the most that somebody wants to lead in the term. */
export function readCeiling(cursor: Cursor): number | null {
  return cursor.try(() => {
    cursor.takeOne(['do', 'lead']);
    const isMost = MOST.some((phrase) => cursor.takePhrase(phrase));
    const isBefore = isMost || MOST_REVIEWS.some((phrase) => cursor.takePhrase(phrase));
    const number = readNumber(cursor);
    if (number === null) return null;
    const isReviews = cursor.takeOne(['review', 'reviews']) !== null;
    const isBehind = BEHIND.some((phrase) => cursor.takePhrase(phrase));
    const isAlone = cursor.isAtEnd || Object.hasOwn(SEPARATORS, cursor.peek());
    return (isReviews && (isBefore || isBehind)) || (isMost && isAlone) ? number : null;
  });
}

function readNumber(cursor: Cursor): number | null {
  const word = cursor.peek();
  const number = NUMBERS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : null);
  if (number === null) return null;
  cursor.at += 1;
  return number;
}
