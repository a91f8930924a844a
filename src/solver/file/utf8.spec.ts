import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { BadFile } from './bad-file.js';
import { readUtf8 } from './utf8.js';

const runs = { seed: 20270111, numRuns: propertyCases(200) };
const text = fc
  .array(fc.constantFrom('a', '\n', 'é', '€', '🏫', 'z'), { minLength: 1, maxLength: 40 })
  .map((characters) => characters);
const encode = (characters: readonly string[]): Uint8Array =>
  new TextEncoder().encode(characters.join(''));

function faultIn(bytes: Uint8Array): string | null {
  try {
    readUtf8(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return error.faults.join('\n');
  }
}

/** Where a fault is said to be: its line, counted from 1, and its byte, counted from 0. */
const placeAfter = (whole: readonly string[]): string =>
  `line ${whole.filter((character) => character === '\n').length + 1}, byte ${encode(whole).length} (counted from 0): `;

describe('the text of a file', () => {
  it('is what was written, without a mark of the byte order', () => {
    fc.assert(
      fc.property(text, (characters) => {
        expect(readUtf8(encode(characters))).toBe(characters.join(''));
        expect(readUtf8(encode(['\uFEFF', ...characters]))).toBe(characters.join(''));
      }),
      runs,
    );
  });

  it('is refused at the character that breaks off, wherever it was cut', () => {
    fc.assert(
      fc.property(text, fc.nat(), (characters, at) => {
        const bytes = encode(characters);
        const length = at % (bytes.length + 1);
        const whole: string[] = [];
        for (const character of characters) {
          if (encode([...whole, character]).length > length) break;
          whole.push(character);
        }
        expect(faultIn(bytes.subarray(0, length))).toBe(
          encode(whole).length === length
            ? null
            : `${placeAfter(whole)}the file ends in the middle of a character; save the file again as UTF-8, or fetch it again if it was cut off.`,
        );
      }),
      runs,
    );
  });

  it('is refused at the first byte that begins no character', () => {
    const wrong = fc.constantFrom(0x80, 0xbf, 0xc0, 0xf5, 0xfe, 0xff);
    fc.assert(
      fc.property(text, text, wrong, (before, after, byte) => {
        const bytes = Uint8Array.from([...encode(before), byte, ...encode(after)]);
        expect(faultIn(bytes)).toBe(
          `${placeAfter(before)}what begins with byte 0x${byte.toString(16).toUpperCase()} is not UTF-8; save the file again as UTF-8, or fetch it again if it was cut off.`,
        );
      }),
      runs,
    );
  });

  it.each([
    [[0xff, 0xfe, 0x41, 0x00], 'line 1, byte 0: the file is in UTF-16, expected UTF-8'],
    [[0xfe, 0xff, 0x00, 0x41], 'line 1, byte 0: the file is in UTF-16, expected UTF-8'],
    [[0xff, 0x41], 'what begins with byte 0xFF is not UTF-8'],
    [[0xfe, 0x41], 'what begins with byte 0xFE is not UTF-8'],
    [[0xff, 0xff], 'what begins with byte 0xFF is not UTF-8'],
    [[0xfe, 0xfe], 'what begins with byte 0xFE is not UTF-8'],
    [[0x41, 0xfe], 'line 1, byte 1 (counted from 0): what begins with byte 0xFE'],
    [[0x41, 0xff], 'line 1, byte 1 (counted from 0): what begins with byte 0xFF'],
  ])('of %j is refused in words', (bytes, words) => {
    expect(faultIn(Uint8Array.from(bytes))).toContain(words);
  });

  it('may have 100 MB and no byte more', () => {
    const most = new Uint8Array(100_000_001).fill(0x20);
    expect(readUtf8(most.subarray(1))).toHaveLength(100_000_000);
    expect(faultIn(most)).toBe(
      'the file: found 100000001 bytes, expected at most 100000000; check that it is the right file.',
    );
  });
});
