import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { BadFile } from './bad-file.js';
import { type Json, parseJson } from './json-text.js';

import { readUtf8 } from './utf8.js';

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof BadFile) return error.message;
    throw error;
  }
  return 'none';
}

describe('text that is not JSON names line and column', () => {
  test.each([
    ['{"a": NaN}', 'line 1, column 7', 'JSON has no NaN'],
    ['[-Infinity]', 'line 1, column 3', 'expected a digit'],
    ['{\n  "a": 1,\n}', 'line 3, column 1', 'expected a field name in double quotes, found "}"'],
    ['[1,\r\n2,\r3\n4]', 'line 4, column 1', 'expected a comma or ], found "4"'],
    ['["🏫", é]', 'line 1, column 7', 'expected a JSON value, found "é"'],
    ['{"a" 1}', 'line 1, column 6', 'expected a colon'],
    ["{'a': 1}", 'line 1, column 2', 'Write strings in double quotes'],
    ['[1] 2', 'line 1, column 5', 'more after the end'],
    ['[1}', 'line 1, column 3', 'expected a comma or ]'],
    ['{"a":[1,2', 'line 1, column 10', 'the file ends here'],
    ['["abc', 'line 1, column 6', 'expected a closing double quote, the file ends here'],
    ['["a\nb"]', 'line 1, column 4', 'control character'],
    ['["\\x"]', 'line 1, column 3', 'expected one of'],
    ['["\\u12G4"]', 'line 1, column 3', 'expected one of'],
    ['[01]', 'line 1, column 3', 'not a JSON number'],
    ['[1.]', 'line 1, column 4', 'expected a digit'],
    ['[1.5e]', 'line 1, column 6', 'expected a digit'],
    ['[.5]', 'line 1, column 2', 'expected a JSON value'],
    ['[0x1F]', 'line 1, column 3', 'not a JSON number'],
    ['[nulls]', 'line 1, column 2', 'expected a JSON value'],
    ['[1] // note', 'line 1, column 5', 'Take comments out'],
  ])('%j', (text, place, what) => {
    const fault = faultOf(() => parseJson(text));
    expect(fault).toContain(`${place}: `);
    expect(fault).toContain(what);
  });
});

test.each([
  ['', 'line 1, column 1'],
  [' \n\t', 'line 2, column 2'],
])('a file of nothing but space, %j, is told to be empty', (text, place) => {
  expect(faultOf(() => parseJson(text))).toBe(
    `${place}: the file is empty. Fetch it again, or check that it is the right file.`,
  );
});

function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, held]) => [key, plain(held)]));
}

test('accepts what JSON.parse accepts, with the same value, and refuses what it refuses', () => {
  const spoilt = fc
    .tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', '"', ',', ']', '}', '0', '-', '\\', 'e'),
    )
    .map(([text, at, extra]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + extra + text.slice(cut);
    });
  fc.assert(
    fc.property(spoilt, (text) => {
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expect(faultOf(() => parseJson(text))).toContain('the file is not JSON');
        return;
      }
      expect(plain(parseJson(text).value)).toEqual(expected);
    }),
    { seed: 20270113, numRuns: 5000 },
  );
});

/** With nothing in what lies deeper than the format has any field. */
function cutBelow(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return [];
  if (Array.isArray(value)) return value.map((each) => cutBelow(each, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, cutBelow(each, levels - 1)]),
  );
}

test('reads lists and objects 32 deep, and whatever lies deeper as an empty list', () => {
  const wrap = fc.constantFrom(
    (inner: string) => `[${inner}]`,
    (inner: string) => `[1,${inner}, 2]`,
    (inner: string) => `{"a":${inner}}`,
    (inner: string) => `{"a": [] ,"b" :${inner},"c":{}}`,
  );
  const deep = fc.record({
    kept: fc.array(wrap, { minLength: 28, maxLength: 36 }),
    deeper: fc.array(wrap, { maxLength: 200, size: 'max' }),
  });
  fc.assert(
    fc.property(deep, ({ kept, deeper }) => {
      const text = [...kept, ...deeper].reduceRight((inner, around) => around(inner), 'true');
      const { value, repeatedKeys } = parseJson(text);
      expect(plain(value)).toEqual(cutBelow(JSON.parse(text), 32));
      expect(repeatedKeys).toEqual([]);
      const broken = `${text.slice(0, text.indexOf('true'))}tru${text.slice(text.indexOf('true') + 4)}`;
      expect(faultOf(() => parseJson(broken))).toContain('expected a JSON value, found "tru"');
    }),
    { seed: 20270114, numRuns: propertyCases(200) },
  );
});

describe('what is written', () => {
  test.each([
    ['[0, -0, 10, 1.25, -1.5e3, 2E+2, 5e-1, 1e400]', [0, -0, 10, 1.25, -1500, 200, 0.5, Infinity]],
    [String.raw`"\\ \" \u00e9 \u00E9 \uD83C\uDFEB \/ \b\f\n\r\t"`, '\\ " é é 🏫 / \b\f\n\r\t'],
    ['\n\r\t {\r\n"a"\t:\n1 ,\r"b" : [ ] , "c":{ }}\n', { a: 1, b: [], c: {} }],
    ['[true,false ,null]', [true, false, null]],
    ['""', ''],
  ])('%j is read as it is', (text, value) => {
    expect(plain(parseJson(text).value)).toEqual(value);
  });

  test('keeps a key that every object seems to have', () => {
    const { value } = parseJson('{"__proto__": 1, "constructor": 2}');
    expect([...(value as Map<string, Json>)]).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });
});

describe('text that is not JSON is told with advice', () => {
  const writeIt = 'Correct it there, or write the file with a program that writes JSON.';
  const comma = 'Take out a comma too many, or add what is missing.';
  const numbers = 'Write a number: JSON has no NaN and no Infinity.';
  test.each([
    [
      '[1',
      'line 1, column 3: the file is not JSON: expected a comma or ], the file ends here. Fetch the file again if it was cut off.',
    ],
    [
      '{"a":1',
      'line 1, column 7: the file is not JSON: expected a comma or }, the file ends here. Fetch the file again if it was cut off.',
    ],
    ['[1,]', `line 1, column 4: the file is not JSON: expected a JSON value, found "]". ${comma}`],
    [
      '{"a":}',
      `line 1, column 6: the file is not JSON: expected a JSON value, found "}". ${comma}`,
    ],
    [
      '[NaN]',
      `line 1, column 2: the file is not JSON: expected a JSON value, found "NaN". ${numbers}`,
    ],
    [
      '[ Infinity]',
      `line 1, column 3: the file is not JSON: expected a JSON value, found "Infinity". ${numbers}`,
    ],
    [
      '[1 NaN]',
      `line 1, column 4: the file is not JSON: expected a comma or ], found "NaN". ${numbers}`,
    ],
    [
      '[1, # two\n2]',
      'line 1, column 5: the file is not JSON: expected a JSON value, found "#". Take comments out: JSON has none.',
    ],
    [
      '[1, // two\n2]',
      'line 1, column 5: the file is not JSON: expected a JSON value, found "//". Take comments out: JSON has none.',
    ],
    [
      "['a']",
      `line 1, column 2: the file is not JSON: expected a JSON value, found "'a'". Write strings in double quotes.`,
    ],
    [
      '[aNaN]',
      `line 1, column 2: the file is not JSON: expected a JSON value, found "aNaN". ${writeIt}`,
    ],
    [
      "[a'b']",
      `line 1, column 2: the file is not JSON: expected a JSON value, found "a'b'". ${writeIt}`,
    ],
    ['[a]', `line 1, column 2: the file is not JSON: expected a JSON value, found "a". ${writeIt}`],
    [
      '[, 1]',
      `line 1, column 2: the file is not JSON: expected a JSON value, found ",". ${writeIt}`,
    ],
    [
      '[abcdefghijklmnopqrstuvwxyz]',
      `line 1, column 2: the file is not JSON: expected a JSON value, found "abcdefghijklmnopqrst". ${writeIt}`,
    ],
    [
      '[1+1]',
      `line 1, column 3: the file is not JSON: this is not a JSON number, found "+1". ${writeIt}`,
    ],
    [
      '[1.2.3]',
      `line 1, column 5: the file is not JSON: this is not a JSON number, found ".3". ${writeIt}`,
    ],
    ['[-]', `line 1, column 3: the file is not JSON: expected a digit, found "]". ${comma}`],
    ['[1e+]', `line 1, column 5: the file is not JSON: expected a digit, found "]". ${comma}`],
    [
      '["\u0001"]',
      `line 1, column 3: the file is not JSON: a line break, tab or control character stands inside a string, found "\\u0001\\"". ${writeIt}`,
    ],
    [
      '["\\u00e"]',
      `line 1, column 3: the file is not JSON: expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, found "\\\\u00e\\"". ${writeIt}`,
    ],
    [
      '{1: 2}',
      `line 1, column 2: the file is not JSON: expected a field name in double quotes, found "1:". ${writeIt}`,
    ],
    [
      '{"a" = 1}',
      `line 1, column 6: the file is not JSON: expected a colon after the field name, found "=". ${writeIt}`,
    ],
    [
      '{"a":1]',
      `line 1, column 7: the file is not JSON: expected a comma or }, found "]". ${comma}`,
    ],
    [
      '[trueish]',
      `line 1, column 2: the file is not JSON: expected a JSON value, found "trueish". ${writeIt}`,
    ],
    [
      'tru',
      `line 1, column 1: the file is not JSON: expected a JSON value, found "tru". ${writeIt}`,
    ],
  ])('%j', (text, words) => {
    expect(faultOf(() => parseJson(text))).toBe(words);
  });

  test('its column counts characters, and its lines end as any system ends them', () => {
    const placeOf = (text: string): string => faultOf(() => parseJson(text)).split(':')[0] ?? '';
    expect(placeOf('["\uD83C\uDFEB\uFF01é", x]')).toBe('line 1, column 9');
    // The first and the last half of a pair that there can be.
    expect(placeOf('["\u{10000}\u{103FF}", x]')).toBe('line 1, column 8');
    expect(placeOf('[\n\n1,\r\r\n x]')).toBe('line 5, column 2');
    expect(placeOf('[\n\r x]')).toBe('line 3, column 2');
  });
});

test('lists up to 21 repeated keys, though there may be more', () => {
  const fields = (count: number): string => Array.from({ length: count }, () => '"a":1').join();
  for (const [repeated, told] of [
    [0, 0],
    [20, 20],
    [21, 21],
    [22, 21],
    [50, 21],
  ] as const) {
    const { value, repeatedKeys } = parseJson(`{"a":0,"b":2,${fields(repeated) || '"c":3'}}`);
    expect(repeatedKeys).toEqual(Array.from({ length: told }, () => ['a']));
    expect(plain(value)).toMatchObject({ a: 0, b: 2 });
  }
});

test('lists repeated keys with their paths and keeps the first value', () => {
  const { value, repeatedKeys } = parseJson('{"a":[0,{"b":1,"b":2}],"a":3}');
  expect(repeatedKeys).toEqual([['a', 1, 'b'], ['a']]);
  expect(plain(value)).toEqual({ a: [0, { b: 1 }] });
});

describe('bytes that are not UTF-8 name line and byte', () => {
  test.each([
    [
      [0x22, 0x0a, 0x22, 0xff, 0x22],
      'line 2, byte 3 (counted from 0): what begins with byte 0xFF is not UTF-8',
    ],
    [[0x22, 0xc3, 0x28], 'line 1, byte 1'],
    [[0x22, 0xed, 0xa0, 0x80], 'line 1, byte 1'],
    [[0x22, 0xf0, 0x9f], 'the file ends in the middle of a character'],
    [[0xff, 0xfe, 0x7b, 0x00], 'the file is in UTF-16'],
  ])('%j', (bytes, what) => {
    expect(faultOf(() => readUtf8(Uint8Array.from(bytes)))).toContain(what);
  });

  test('a true replacement character is text like any other', () => {
    expect(readUtf8(new TextEncoder().encode('"\uFFFD"'))).toBe('"\uFFFD"');
  });
});
