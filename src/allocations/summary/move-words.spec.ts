import { expect, it } from '@jest/globals';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tellerOf } from '../../../test/support/told-plan.js';
import { type SeatRow } from '../../solver/problem.js';
import { movesInWords } from './move-words.js';

const ada = led('R-1', 'L-1', WEEK_1);
const days = 'Monday 11 to Wednesday 13 January 2027';
const later = 'Monday 18 to Wednesday 20 January 2027';

it.each<[string, SeatRow, SeatRow, string[]]>([
  ['stays', ada, ada, []],
  ['changes hands', ada, led('R-1', 'L-2', WEEK_1), [`Ben Linnet instead of Ada Skylark, ${days}`]],
  ['moves', ada, led('R-1', 'L-1', WEEK_2), [`Ada Skylark, ${later} instead of ${days}`]],
  [
    'does both',
    ada,
    led('R-1', 'L-2', WEEK_2),
    [`Ben Linnet instead of Ada Skylark, ${later} instead of ${days}`],
  ],
  ['gets a lead', row('R-1'), ada, [`Ada Skylark instead of nobody, ${days}`]],
  ['loses its lead', ada, row('R-1'), [`nobody instead of Ada Skylark, ${days}`]],
  [
    'has others beside the lead',
    { ...ada, qualityAssurer: 'L-3' },
    { ...ada, shadow: 'L-3' },
    [
      `Ada Skylark, ${days}; nobody instead of Eve Wren assures its quality; Eve Wren instead of nobody shadows`,
    ],
  ],
])('a review that %s is told with its school and days', (_, from, to, words) => {
  const others = [led('R-2', 'L-2', WEEK_2)];
  expect(movesInWords([...others, from], [to, ...others], tellerOf([]).names)).toEqual(
    words.map((each) => `Vale School, Leeds: ${each}`),
  );
});
