import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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
