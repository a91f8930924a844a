import { describe, expect, it } from '@jest/globals';
import { BadFile } from './bad-file.js';
import { Faults, show } from './faults.js';
import { type Json, parseJson } from './json-text.js';
import * as shapes from './shape.js';

/** What is said of a value that stands in a field `it`, or null where nothing is. */
function saidOf(shape: shapes.Shape<unknown>, written: string): string | null {
  const file = parse(`{"it":${written}}`);
  const faults = new Faults();
  const read = faults.at('it', () =>
    shape.read((file as Map<string, Json>).get('it') ?? null, faults),
  );
  expect(read === undefined).toBe(!faults.none);
  try {
    faults.throwIfAny(file);
    return null;
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return error.faults.join('\n');
  }
}

const parse = (text: string): Json => parseJson(text).value;

const flag = shapes.boolean();
const pair = shapes.object<{ a: boolean; b?: boolean }>({ a: flag, b: shapes.optional(flag) });

describe('a value that has not the shape it must have', () => {
  it.each<[string, shapes.Shape<unknown>, string, string | null]>([
    ['a text', shapes.text(3), '"abc"', null],
    [
      'a text that is empty',
      shapes.text(3),
      '""',
      'found "", expected text of 1 to 3 characters; it is empty: write something.',
    ],
    [
      'a text of too many',
      shapes.text(3),
      '"abcd"',
      'found "abcd", expected text of 1 to 3 characters; it is too long: shorten it.',
    ],
    [
      'a text of far too many',
      shapes.text(3),
      '"abcdefgh"',
      'found "abcdefgh", expected text of 1 to 3 characters; it is too long: shorten it.',
    ],
    ['a text of pairs', shapes.text(3), '"🏫🏫🏫"', null],
    [
      'a text of a pair too many',
      shapes.text(3),
      '"🏫🏫🏫🏫"',
      'found "🏫🏫🏫🏫", expected text of 1 to 3 characters; it is too long: shorten it.',
    ],
    [
      'half a pair',
      shapes.text(3),
      '"\\ud83c"',
      'found "\\ud83c", expected text of 1 to 3 characters; half of a surrogate pair is not a character: take it out.',
    ],
    [
      'no text',
      shapes.text(3),
      '7',
      'found 7, expected text of 1 to 3 characters; write it in double quotes.',
    ],
    ['a number', shapes.integer(1, 3), '3', null],
    [
      'a number in quotes',
      shapes.integer(1, 3),
      '"3"',
      'found "3", expected an integer from 1 to 3; write the number without quotes.',
    ],
    [
      'a number out of range',
      shapes.integer(1, 3),
      '4',
      'found 4, expected an integer from 1 to 3; correct the number.',
    ],
    [
      'no number',
      shapes.integer(1, 3),
      'null',
      'found null, expected an integer from 1 to 3; write a number.',
    ],
    [
      'a boundary that is shut out',
      shapes.decimal(0, 1, true),
      '0',
      'found 0, expected a number above 0 and at most 1; correct the number.',
    ],
    ['a boundary', shapes.decimal(0, 1), '0', null],
    [
      'neither true nor false',
      flag,
      '"true"',
      'found "true", expected true or false; write one of the two, without quotes.',
    ],
    ['the only word', shapes.oneOf(['A']), '"B"', 'found "B", expected "A"; write exactly that.'],
    [
      'one of two words',
      shapes.oneOf(['A', 'B']),
      '"C"',
      'found "C", expected one of "A", "B"; choose one of these, in capitals as shown.',
    ],
    [
      'a date',
      shapes.date(),
      '"2027-02-29"',
      'found "2027-02-29", expected a date that exists, as "YYYY-MM-DD"; correct the date.',
    ],
    [
      'a date as a number',
      shapes.date(),
      '20270111',
      'found 20270111, expected a date that exists, as "YYYY-MM-DD"; correct the date.',
    ],
    [
      'a Tuesday',
      shapes.monday(),
      '"2027-01-12"',
      'found "2027-01-12", expected a Monday, as "YYYY-MM-DD"; name the week by its Monday.',
    ],
    [
      'a Monday as a number',
      shapes.monday(),
      '20270111',
      'found 20270111, expected a Monday, as "YYYY-MM-DD"; name the week by its Monday.',
    ],
    ['what matches', shapes.matching(/^x$/, 'an x', 'write an x.'), '"x"', null],
    [
      'what does not match',
      shapes.matching(/^x$/, 'an x', 'write an x.'),
      '"y"',
      'found "y", expected an x; write an x.',
    ],
    [
      'a number to match',
      shapes.matching(/^1$/, 'a one', 'write a one.'),
      '1',
      'found 1, expected a one; write a one.',
    ],
    ['nothing where it may be', shapes.nullable(flag), 'null', null],
    [
      'another than nothing',
      shapes.nullable(shapes.oneOf(['A'])),
      '[]',
      'found an empty list, expected "A"; write exactly that.',
    ],
    [
      'no list',
      shapes.list(flag),
      '{}',
      'found an object, expected a list; write it in square brackets.',
    ],
    [
      'a list too short',
      shapes.list(flag, undefined, 2),
      '[true]',
      'found a list of 1, expected a list of at least 2; add what is missing.',
    ],
    [
      'no object',
      pair,
      '[true,false]',
      'found a list of 2, expected an object with a, b; write it in curly brackets.',
    ],
    ['an object without what may be missing', pair, '{"a":true}', null],
    [
      'nothing for what may be missing',
      pair,
      '{"a":true,"b":null}',
      'b: found null, expected true or false; leave the field out instead.',
    ],
    [
      'a field that is missing',
      pair,
      '{"b":true}',
      'a: missing, expected true or false; add this field.',
    ],
    [
      'a field that is not known',
      pair,
      '{"a":true,"c":[]}',
      'c: unknown field holding an empty list; remove it or correct its name: a, b.',
    ],
    [
      'no dictionary',
      shapes.dictionary(shapes.text(), flag),
      'true',
      'found true, expected an object; write it in curly brackets.',
    ],
  ])('%s', (_, shape, written, said) => {
    const path = said !== null && /^[abc]: /u.test(said) ? 'it.' : 'it: ';
    expect(saidOf(shape, written)).toBe(said === null ? null : `${path}${said}`);
  });

  it('is not read in part', () => {
    expect(saidOf(shapes.list(flag), '[true,1,false]')).toContain('it[1]: found 1');
    expect(saidOf(pair, '{"a":1,"b":true}')).toContain('it.a: found 1');
    expect(saidOf(shapes.dictionary(shapes.text(2), flag), '{"x":true,"y":1}')).toContain(
      'it.y: found 1',
    );
    expect(saidOf(shapes.dictionary(shapes.text(2), flag), '{"xyz":true}')).toContain(
      'it.xyz: found "xyz"',
    );
  });

  it('is told with the first twenty of its faults, in the order of the file', () => {
    const of = (count: number): string[] =>
      (
        saidOf(shapes.list(flag), `[${Array.from({ length: count }, () => '1').join()}]`) ?? ''
      ).split('\n');
    expect(of(20)).toHaveLength(20);
    expect(of(20).at(-1)).toMatch(/^it\[19\]: /u);
    expect(of(21).slice(20)).toEqual(['There are more faults: these are the first 20 found.']);
    expect(of(40)).toEqual(of(21));
    const fields = Array.from({ length: 30 }, (_, n) => `"f${n}":1`).join();
    expect((saidOf(pair, `{${fields}}`) ?? '').split('\n')).toHaveLength(21);
    expect(
      (saidOf(shapes.dictionary(shapes.text(), flag), `{${fields}}`) ?? '').split('\n'),
    ).toHaveLength(21);
  });

  it('keeps the first fault of a place', () => {
    const faults = new Faults();
    for (const what of ['first', 'second']) faults.at('a', () => faults.report(what));
    faults.reportAt(['b'], 'third');
    const file = parse('{"b":[[],1],"a":2}');
    faults.reportAt(['b', 1], 'fourth');
    faults.reportAt(['b', 0], 'fifth');
    faults.reportAt(['c'], 'sixth');
    expect(() => faults.throwIfAny(file)).toThrow(BadFile);
    const told = (() => {
      try {
        faults.throwIfAny(file);
        return [];
      } catch (error) {
        return (error as BadFile).faults;
      }
    })();
    expect(told).toEqual(['b: third', 'b[0]: fifth', 'b[1]: fourth', 'a: first', 'c: sixth']);
  });
});

it('a value is shown shortly', () => {
  expect(
    ['[]', '[1,2]', '{}', '"x"', 'null', '-1.5', 'true'].map((each) => show(parse(each))),
  ).toEqual([...['an empty list', 'a list of 2', 'an object', '"x"', 'null', '-1.5', 'true']]);
});
