import { describe, expect, it } from '@jest/globals';
import { type Answer } from '../answer.js';
import { clauseInWords, outsideTerm } from './clause-words.js';
import { readSentence } from './read-sentence.js';
import { picture, spring } from './spring.example.js';
import { answerAfter } from './statements.js';

function spoken(said: string, standing: Answer | null = null): string {
  const sentence = readSentence(said, spring);
  const unknown = sentence.notUnderstood.map(({ from, to }) => said.slice(from, to));
  expect({ said, unknown }).toEqual({ said, unknown: [] });
  return picture(answerAfter(sentence, standing, spring));
}

const ALL = '.. .. .. .. .. .. | .. .. .. .. ..';

describe('what is said on the telephone', () => {
  it.each([
    ['never Mondays, and not the week of 8 February', 'x. x. x. x. x. xx | x. x. x. x. x.'],
    ['I can do any time', ALL],
    ['free all term', ALL],
    ['Not available this term', 'xx xx xx xx xx xx | xx xx xx xx xx'],
    ['Never on Fridays.', '.x .x .x .x .x .x | .x .x .x .x .x'],
    ["I can't do Mondays or Tuesdays", 'x. x. x. x. x. x. | x. x. x. x. x.'],
    ['no Wednesdays', 'xx xx xx xx xx xx | xx xx xx xx xx'],
    ['only Mondays', '.x .x .x .x .x .x | .x .x .x .x .x'],
    ['Only after half-term', 'xx xx xx xx xx xx | .. .. .. .. ..'],
    ['after half term only', 'xx xx xx xx xx xx | .. .. .. .. ..'],
    ['not before half-term', 'xx xx xx xx xx xx | .. .. .. .. ..'],
    ['nothing until half-term please', 'xx xx xx xx xx xx | .. .. .. .. ..'],
    ['not until 1 February', 'xx xx xx xx .. .. | .. .. .. .. ..'],
    ['available from 1 February', 'xx xx xx xx .. .. | .. .. .. .. ..'],
    ['not after 12 March', '.. .. .. .. .. .. | .. .. .. xx xx'],
    ['free until 12 March', '.. .. .. .. .. .. | .. .. .. xx xx'],
    ['I am away from 18 January until 29 January', '.. .. xx xx .. .. | .. .. .. .. ..'],
    ['not between 18 and 29 January', '.. .. xx xx .. .. | .. .. .. .. ..'],
    ['off sick until 29 January', 'xx xx xx xx .. .. | .. .. .. .. ..'],
    ['ill, not the week of 18 January', '.. .. xx .. .. .. | .. .. .. .. ..'],
    ['on maternity leave from 1 March', '.. .. .. .. .. .. | .. xx xx xx xx'],
    ['away 18-22 Jan', '.. .. xx .. .. .. | .. .. .. .. ..'],
    ['on holiday 8 to 12 February and 1 to 5 March', '.. .. .. .. .. xx | .. xx .. .. ..'],
    ['not in January', 'xx xx xx xx .. .. | .. .. .. .. ..'],
    ['never in January and February', 'xx xx xx xx xx xx | xx .. .. .. ..'],
    ['January is no good', 'xx xx xx xx .. .. | .. .. .. .. ..'],
    ['Mondays are out', 'x. x. x. x. x. x. | x. x. x. x. x.'],
    ['Fridays only if needed', '.~ .~ .~ .~ .~ .~ | .~ .~ .~ .~ .~'],
    ['if needed on Fridays', '.~ .~ .~ .~ .~ .~ | .~ .~ .~ .~ .~'],
    ['never Mondays, Fridays if needed', 'x~ x~ x~ x~ x~ x~ | x~ x~ x~ x~ x~'],
    ['rather not in March', '.. .. .. .. .. .. | .. ~~ ~~ ~~ ~~'],
    ['not Fridays if possible', '.~ .~ .~ .~ .~ .~ | .~ .~ .~ .~ .~'],
    ['I prefer Mondays', '+. +. +. +. +. +. | +. +. +. +. +.'],
    ['prefer Wednesday to Friday', '.+ .+ .+ .+ .+ .+ | .+ .+ .+ .+ .+'],
    ['never Monday to Wednesday', 'x. x. x. x. x. x. | x. x. x. x. x.'],
    ['only Wed-Fri', 'x. x. x. x. x. x. | x. x. x. x. x.'],
    ['preferably in February, never Mondays', 'x. x. x. x. x+ x+ | x+ x. x. x. x.'],
    ['never Mondays in January', 'x. x. x. x. .. .. | .. .. .. .. ..'],
    ['Fridays after half-term are difficult', '.. .. .. .. .. .. | .~ .~ .~ .~ .~'],
    ['never Mondays, from 1 March', '.. .. .. .. .. .. | .. x. x. x. x.'],
    ['never on Fridays, from 15 February', '.. .. .. .. .. .. | .x .x .x .x .x'],
    ['not the weeks of 11 and 18 January', '.. xx xx .. .. .. | .. .. .. .. ..'],
    ['w/c 8 Feb is out', '.. .. .. .. .. xx | .. .. .. .. ..'],
    ['not the week beginning Monday 1 March', '.. .. .. .. .. .. | .. xx .. .. ..'],
    ['not 10 February', '.. .. .. .. .. xx | .. .. .. .. ..'],
    ["I can't do 12 February or 5 March", '.. .. .. .. .. .x | .. .x .. .. ..'],
    ['not on the 8th, 9th and 12th of February', '.. .. .. .. .. xx | .. .. .. .. ..'],
    ['not 12/02/2027', '.. .. .. .. .. .x | .. .. .. .. ..'],
    ['not 2027-02-12', '.. .. .. .. .. .x | .. .. .. .. ..'],
    ['not on Friday 12 February', '.. .. .. .. .. .x | .. .. .. .. ..'],
    ['not February 12th', '.. .. .. .. .. .x | .. .. .. .. ..'],
    ['every other week from 11 January is impossible', '.. xx .. xx .. xx | xx .. xx .. xx'],
    ['never alternate Fridays', '.x .. .x .. .x .. | .. .x .. .x ..'],
    ['not the first Monday of each month', 'x. .. .. .. x. .. | .. x. .. .. ..'],
    ['not the first week of term', 'xx .. .. .. .. .. | .. .. .. .. ..'],
    ['not in the last two weeks of term', '.. .. .. .. .. .. | .. .. .. xx xx'],
    ['not the last week of March', '.. .. .. .. .. .. | .. .. .. .. xx'],
    ['not the first week after half-term', '.. .. .. .. .. .. | xx .. .. .. ..'],
    ['not the second half of term', '.. .. .. .. .. .. | xx xx xx xx xx'],
    ['not in the first half-term', 'xx xx xx xx xx xx | .. .. .. .. ..'],
    ['nothing in early March', '.. .. .. .. .. .. | .. xx xx .. ..'],
    ['any time except Mondays', 'x. x. x. x. x. x. | x. x. x. x. x.'],
    ['any time but Fridays, thanks', '.x .x .x .x .x .x | .x .x .x .x .x'],
    ['free all term but not in March', '.. .. .. .. .. .. | .. xx xx xx xx'],
    ['any time, but Fridays if needed', '.~ .~ .~ .~ .~ .~ | .~ .~ .~ .~ .~'],
    ['any time but the week of 8 February is best', '.. .. .. .. .. ++ | .. .. .. .. ..'],
    ['only after half-term, Fridays if needed', 'xx xx xx xx xx xx | .~ .~ .~ .~ .~'],
    ['never Mondays except 11 January', 'x. .. x. x. x. x. | x. x. x. x. x.'],
    ['not in February but the week of 8 February is fine', '.. .. .. .. xx .. | xx .. .. .. ..'],
    ['never Mondays, but if needed in the week of 1 March', 'x. x. x. x. x. x. | x. ~~ x. x. x.'],
    ['I can only do February', 'xx xx xx xx .. .. | .. xx xx xx xx'],
    ['I can do February', 'xx xx xx xx .. .. | .. xx xx xx xx'],
    ['only Mondays, and only in February', 'xx xx xx xx .x .x | .x xx xx xx xx'],
    ['prefer February, otherwise if needed', '~~ ~~ ~~ ~~ ++ ++ | ++ ~~ ~~ ~~ ~~'],
    ['the week of 8 February preferred, the rest if needed', '~~ ~~ ~~ ~~ ~~ ++ | ~~ ~~ ~~ ~~ ~~'],
    ['never', 'xx xx xx xx xx xx | xx xx xx xx xx'],
    ['never, except in February', 'xx xx xx xx .. .. | .. xx xx xx xx'],
    ['not half-term', ALL],
    [
      'no Mondays because of my governors, and it is a standing meeting',
      'x. x. x. x. x. x. | x. x. x. x. x.',
    ],
    [
      'not the week of 8 February (my daughter’s wedding); never Fridays',
      '.x .x .x .x .x xx | .x .x .x .x .x',
    ],
    [
      "She'd rather not do Thursdays and she's away in the week of 25 January",
      '.~ .~ .~ xx .~ .~ | .~ .~ .~ .~ .~',
    ],
    ['Mondays and Tuesdays never, Thursdays only if need be', 'x~ x~ x~ x~ x~ x~ | x~ x~ x~ x~ x~'],
  ])('“%s”', (said, expected) => {
    expect(spoken(said)).toBe(expected);
  });

  it('tells the most that somebody wants to lead', () => {
    expect(readSentence('at most 3 reviews, never Mondays', spring)).toMatchObject({ ceiling: 3 });
    expect(readSentence('never Mondays and two reviews at most', spring)).toMatchObject({
      ceiling: 2,
    });
    expect(readSentence('only 2 reviews please', spring)).toMatchObject({
      ceiling: 2,
      clauses: [],
    });
    expect(readSentence('no more than two, never Mondays', spring).ceiling).toBe(2);
    expect(readSentence('free up to 12 March', spring).ceiling).toBeNull();
    expect(readSentence('not more than 2 weeks', spring).ceiling).toBeNull();
    expect(readSentence('never Mondays', spring).ceiling).toBeNull();
  });

  it('keeps a reason apart', () => {
    const { reasons } = readSentence(
      'not the week of 8 February (wedding); no Mondays because of governors',
      spring,
    );
    expect(reasons).toEqual(['wedding', 'because of governors']);
  });
});

describe('what is not understood', () => {
  const unknown = (said: string): [string, string][] =>
    readSentence(said, spring).notUnderstood.map(({ from, to, why }) => [
      said.slice(from, to),
      why,
    ]);

  it('is said word by word, with what to say instead', () => {
    expect(unknown('never Tusedays and not in Febuary')).toEqual([
      ['Tusedays', 'Did you mean “Tuesdays”?'],
      ['Febuary', 'Did you mean “February”?'],
    ]);
    expect(unknown('not Friday afternoons')).toEqual([
      ['afternoons', 'A review takes three whole days. Say the day, such as “not on Fridays”.'],
    ]);
    expect(unknown('not this week')).toEqual([
      ['this week', 'Say the date, such as “not in the week of 8 February”.'],
    ]);
    expect(unknown('not the 8th')).toEqual([
      ['8th', 'Say the month with it, such as “8 February”.'],
    ]);
    expect(unknown('not next week')).toEqual([
      ['next', 'Say the date, such as “not in the week of 8 February”.'],
    ]);
    expect(unknown('qwertz')[0]?.[1]).toMatch(/^Leave it out, put it in brackets/);
  });

  it('is a date that does not exist, or falls on another day of the week', () => {
    expect(unknown('not 30 February')).toEqual([
      ['30 February', expect.stringContaining('no such date')],
    ]);
    expect(unknown('never 31/2')).toEqual([['31/2', expect.stringContaining('no such date')]]);
    expect(unknown('0.0')).toEqual([['0.0', expect.stringContaining('no such date')]]);
    expect(unknown('not on Tuesday 8 February')).toEqual([
      ['on Tuesday 8 February', '8 February 2027 is a Monday: check which is meant.'],
    ]);
    expect(unknown('not from 12 to 8 February')[0]?.[1]).toMatch(/swap them/);
  });

  it('is days of which nothing is said', () => {
    expect(unknown('Mondays')).toEqual([
      ['Mondays', 'Say whether they can then, such as “never Mondays” or “Mondays if needed”.'],
    ]);
  });

  it('takes no word with it that is not its month', () => {
    const { clauses } = readSentence('31/2 never Mondays', spring);
    expect(clauses.map(({ grade }) => grade)).toEqual(['UNAVAILABLE']);
  });

  it('takes its grade with it, not the days before', () => {
    const { clauses } = readSentence('not the week of 22 March, Tusedays if needed', spring);
    expect(clauses.map(({ grade }) => grade)).toEqual(['UNAVAILABLE']);
  });

  it('never stops the rest from being read', () => {
    const said = 'never Tusedays, Fridays if needed';
    const { clauses } = readSentence(said, spring);
    expect(picture(answerAfter({ clauses }, null, spring))).toBe(
      '.~ .~ .~ .~ .~ .~ | .~ .~ .~ .~ .~',
    );
  });
});

describe('what was understood', () => {
  const words = (said: string): string[] =>
    readSentence(said, spring).clauses.map((clause) => clauseInWords(clause, spring));

  it('is said back, clause by clause', () => {
    expect(words('never Mondays, and not the week of 8 February')).toEqual([
      'Not available on Mondays',
      'Not available in the week of 8 February 2027',
    ]);
    expect(words('prefer Wed-Fri; only if needed until 20 January')).toEqual([
      'Preferred from Wednesday to Friday',
      'Only if needed until 20 January 2027',
    ]);
    expect(words('every other week from 11 January no')).toEqual([
      'Not available every other week, counting from 11 January 2027',
    ]);
    expect(words('only after half-term, otherwise never')).toEqual([
      'Only from 20 February 2027 on',
      'Otherwise not available',
    ]);
    expect(words('not on 10 February and 12 February')).toEqual([
      'Not available on Wednesday 10 February 2027 and on Friday 12 February 2027',
    ]);
  });

  it('tells which dates lie outside the term', () => {
    const [clause] = readSentence('not 10 May', spring).clauses;
    expect(clause && outsideTerm(clause, spring)).toBe(
      '10 May 2027 lies outside Spring 2027, 4 January to 25 March 2027. Check the date.',
    );
  });
});
