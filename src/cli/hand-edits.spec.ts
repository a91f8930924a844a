import { describe, expect, it } from '@jest/globals';
import { led, person, problem, review, row, WEEK_1 } from '../../test/solver/builders.js';
import { readEdit } from './hand-edits.js';

const of = problem({
  leads: [person('L7'), person('Ada Lovelace')],
  reviews: [review('R1'), review('R1: again'), review('R2')],
});
const rows = [led('R1', 'L7', WEEK_1), row('R1: again'), row('R2')];
const read = (text: string): object => readEdit(text, of, rows);

describe('an edit on the command line', () => {
  const put = { kind: 'PUT', review: 'R2', lead: 'L7', week: WEEK_1, window: 'WED_FRI' };

  it.each<[string, object[]]>([
    [`R2: L7 ${WEEK_1} WED_FRI`, [put]],
    [`R2:  L7  ${WEEK_1}  WED_FRI`, [put]],
    [
      `R2: L7 ${WEEK_1} WED_FRI assurer=L3 shadow=`,
      [{ ...put, qualityAssurer: 'L3', shadow: null }],
    ],
    [
      `R1: again: Ada Lovelace ${WEEK_1} WED_FRI`,
      [{ ...put, review: 'R1: again', lead: 'Ada Lovelace' }],
    ],
    ['R1: Ada Lovelace', [{ ...put, review: 'R1', lead: 'Ada Lovelace', window: 'MON_WED' }]],
    [`R1: ${WEEK_1} WED_FRI`, [{ ...put, review: 'R1' }]],
    [
      'R1: shadow=Ada Lovelace assurer=',
      [
        { kind: 'SEAT', review: 'R1', seat: 'SHADOW', person: 'Ada Lovelace' },
        { kind: 'SEAT', review: 'R1', seat: 'QUALITY_ASSURER', person: null },
      ],
    ],
  ])('%s', (text, edits) => {
    expect(read(text)).toEqual(edits);
  });

  it.each([
    ['R9: L7', 'there is no review R9 in the problem'],
    ['R1', 'there is no review R1 in the problem'],
    ['R1:', 'it names neither a lead nor another seat'],
    ['R2: L7', 'the review has no slot yet, so name week and window'],
    [`R2: ${WEEK_1} WED_FRI`, 'the review has no lead yet, so name one'],
    ['R2: L7 2027-02-30 WED_FRI', 'there is no school week of 2027-02-30; the weeks are those of'],
    ['R2: L7 2027-01-12 WED_FRI', 'there is no school week of 2027-01-12; the weeks are those of'],
    [`R2: L7 ${WEEK_1} FRI`, 'the window must be MON_WED or WED_FRI, not FRI'],
  ])('%s is refused: %s', (text, why) => {
    expect(() => read(text)).toThrow(`--set "${text}": ${why}`);
    expect(() => read(text)).toThrow('Write "REVIEW: LEAD WEEK WINDOW"');
  });
});
