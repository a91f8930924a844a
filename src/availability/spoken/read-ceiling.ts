import { type Cursor } from './tokens.js';
import { NUMBERS } from './vocabulary.js';

const MOST = [
  'at most',
  'no more than',
  'not more than',
  'a maximum of',
  'maximum of',
  'maximum',
  'max of',
  'max',
  'up to',
  'only',
  'just',
  'not over',
];
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

/** "at most 3 reviews", "two reviews at most": the most that somebody wants to lead in the term. */
export function readCeiling(cursor: Cursor): number | null {
  return cursor.try(() => {
    cursor.takeOne(['do', 'lead']);
    const isBefore = MOST.some((phrase) => cursor.takePhrase(phrase));
    const number = readNumber(cursor);
    if (number === null) return null;
    const isReviews = cursor.takeOne(['review', 'reviews']) !== null;
    const isBehind = BEHIND.some((phrase) => cursor.takePhrase(phrase));
    return isReviews && (isBefore || isBehind) ? number : null;
  });
}

function readNumber(cursor: Cursor): number | null {
  const word = cursor.peek();
  const number = NUMBERS[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : null);
  if (number === null) return null;
  cursor.at += 1;
  return number;
}
