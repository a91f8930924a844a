import { expect, it } from '@jest/globals';
import { ofOneChange } from './bulk/one-change';
import { faultOf, faultsOf, problemOf, sentence, wordsBeside } from './problem-fields';

it('says beside a field what the summary says of it, also of a part of it', () => {
  const error = problemOf([
    { pointer: '#/trust/uid', field: 'trust, uid', message: 'must be a UID' },
    { pointer: '#/name', field: 'name', message: 'Enter a name.' },
  ]);
  expect(wordsBeside(error, '#/trust')).toBe('Must be a UID.');
  expect(wordsBeside(error, '#/name')).toBe('Enter a name.');
  expect(wordsBeside(error, '#/nam')).toBeUndefined();
  expect(wordsBeside(new Error('no'), '#/name')).toBeUndefined();
  expect(faultsOf(faultOf('#/name', 'Enter a name.'))).toHaveLength(1);
});

it('makes sentences', () => {
  expect(sentence('must be a date')).toBe('Must be a date.');
  expect(sentence('Who?')).toBe('Who?');
});

it('tells a fault that many share once, where the form has it', () => {
  const fault = { field: 'items, item 1, reason', message: 'too short' };
  const error = problemOf([
    { ...fault, pointer: '#/items/0/change/override/reason' },
    { ...fault, pointer: '#/items/1/change/override/reason' },
    { ...fault, pointer: '#/items/1/waiver/reason' },
  ]);
  expect(faultsOf(ofOneChange(error)).map(({ pointer }) => pointer)).toEqual([
    '#/override/reason',
    '#/waiver/reason',
  ]);
});
