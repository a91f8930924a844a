/** Values that break what takes them on trust. */
import fc from 'fast-check';

const numbers = [
  0,
  -0,
  -1,
  1.5,
  1e-7,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 53,
  2 ** 63,
  1e21,
  1e308,
  -1e308,
];

export const texts = [
  '',
  ' ',
  '\u00a0',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '\ufeff',
  '\u202e\u2066',
  'e\u0301'.repeat(50),
  '👩🏽‍🏫',
  '𝒳'.repeat(300),
  'x'.repeat(5000),
  "'; DROP TABLE school; --",
  '%',
  '_%\\',
  '\\',
  '$1',
  '{}',
  '=1+1',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'null',
  'NaN',
  'Infinity',
  '1e400',
  '0x10',
  '-1',
  '__proto__',
  'constructor',
  '0000-01-01',
  '9999-12-31',
  '1000-01-01',
  '2999-12-31',
  '2027-02-30',
  '10000-01-01',
  '+010000-01-01',
  '2027-01-11T24:00',
  '2027-03-28T01:30',
  '2027-01-11T09:30:00.123456789+14:00',
  '0000/00',
  '9999/99',
  'autumn-0000',
  'spring-9999',
  '000000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FREQ=SECONDLY',
  'FREQ=YEARLY;INTERVAL=2147483648',
  'FREQ=DAILY;COUNT=99999999999',
  'FREQ=MONTHLY;BYDAY=53MO;BYSETPOS=-366',
  'RRULE:FREQ=WEEKLY;BYDAY=MO\nEXDATE:20270111',
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** Anything that JSON can hold. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null]) },
  { weight: 2, arbitrary: fc.constantFrom(...numbers) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.nat({ max: 400 }).map((length) => Array<number>(length).fill(7)) },
);

type Step = { at: number; put: unknown; how: 'replace' | 'remove' | 'add' };

const step: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(),
  put: hostileValue,
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add'),
});

/** The same value with one to three of its parts replaced, removed or added to. */
export function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(value, fc.array(step, { minLength: 1, maxLength: 3 }))
    .map(([whole, steps]) => steps.reduce(spoil, structuredClone(whole)));
}

function spoil(whole: unknown, { at, put: given, how }: Step): unknown {
  const put: unknown = structuredClone(given);
  const places = placesIn(whole);
  const place = places[at % places.length];
  if (place === undefined) return put;
  const { holder, key } = place;
  if (how === 'add') holder[`${key}-too`] = put;
  else if (how === 'remove') Reflect.deleteProperty(holder, key);
  else holder[key] = put;
  return whole;
}

interface Place {
  holder: Record<string, unknown>;
  key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
