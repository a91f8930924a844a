import { FILLERS, GRADE_PHRASES, MONTHS, WEEKDAYS } from './vocabulary.js';

/** What people say of dates that has no meaning for windows of three whole days, and why. */
const NO_MEANING: readonly (readonly [RegExp, string])[] = [
  [
    /^(mornings?|afternoons?|evenings?|am|pm|lunchtimes?|nights?)$/,
    'A review takes three whole days. Say the day, such as “not on Fridays”.',
  ],
  [/^(weekends?|saturdays?|sundays?|sat|sun)$/, 'Nobody reviews at weekends. Leave it out.'],
  [
    /^(christmas|xmas|easter|holidays?|breaks?)$/,
    'Say the dates, such as “not from 22 to 26 March”. Bank holidays and breaks are closed in any case.',
  ],
  [
    /^(today|tomorrow|next|this|soon|later|now|then|ago|currently)$/,
    'Say the date, such as “not in the week of 8 February”.',
  ],
  [/^\d/, 'Say the month with it, such as “8 February”.'],
  [
    /^(maybe|perhaps|possibly|probably|might|unsure|depends)$/,
    'Say “if needed”, such as “Fridays if needed”.',
  ],
  [/^(half|halves)$/, 'Say “before half-term” or “after half-term”.'],
];

const KNOWN = [
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...GRADE_PHRASES.flatMap(([, phrase]) => phrase.split(' ')),
  ...[
    'week',
    'weeks',
    'until',
    'before',
    'after',
    'between',
    'half-term',
    'other',
    'every',
    'first',
  ],
].filter((word) => word.length > 3);

/** What to say instead of a word that means nothing to us. */
export function insteadOf(word: string): string {
  const meant = NO_MEANING.find(([shape]) => shape.test(word));
  if (meant) return meant[1];
  const near = nearest(word);
  if (near !== null) return `Did you mean “${near}”?`;
  return 'Leave it out, put it in brackets as a remark, or say a day, such as “not on 10 February”.';
}

function nearest(word: string): string | null {
  if (word.length < 4 || FILLERS.has(word)) return null;
  const allowed = word.length < 6 ? 1 : 2;
  const found = [...new Set(KNOWN)]
    .map((known) => ({ known, steps: stepsBetween(word, known) }))
    .filter(({ steps }) => steps > 0 && steps <= allowed)
    .sort((a, b) => a.steps - b.steps);
  const best = found[0]?.known;
  return best === undefined ? null : capital(best);
}

/** Days and months are written with a capital. */
function capital(word: string): string {
  const isName = MONTHS.has(word) || WEEKDAYS.has(word);
  return isName ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** How many letters have to be put in, taken out, changed or swapped with the next (restricted Damerau–Levenshtein). */
function stepsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const steps = [
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        ...(one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? [(before[j - 2] ?? 0) + 1]
          : []),
      ];
      row.push(Math.min(...steps));
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
