import { describe, expect, it } from '@jest/globals';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { conflictInWords, pinInWords } from './pin-words.js';
import { planNames } from './plan-names.js';

const problem = smallProblem([smallReview('R1'), smallReview('R2', '100002')]);
const names = planNames(smallContext, problem);

describe('a pin in words', () => {
  it('says whom, when and with whom, as far as it names them', () => {
    expect(
      pinInWords(
        { review: 'R2', lead: 'L2', week: '2027-01-11', window: 'MON_WED', shadow: 'L3' },
        names,
      ),
    ).toBe(
      'Vale School, Leeds is pinned to Ben Linnet on Monday 11 to Wednesday 13 January 2027, with Zoe Quiet as shadow.',
    );
    expect(pinInWords({ review: 'R2', qualityAssurer: 'L1' }, names)).toBe(
      'Vale School, Leeds is pinned, with Ana Ní Bhriain as quality assurer.',
    );
    expect(pinInWords({ review: 'R2' }, names)).toBe(
      'Vale School, Leeds is pinned to have a lead.',
    );
  });

  it('is told with what it breaks, by names', () => {
    const pins = [{ review: 'R1' }, { review: 'R2', lead: 'L2' }];
    expect(conflictInWords({ pin: 1, rules: ['L2 is not available.'] }, { pins }, names)).toEqual({
      pin: 1,
      review: 'R2',
      school: 'Vale School, Leeds',
      words: 'Vale School, Leeds is pinned to Ben Linnet.',
      rules: ['Ben Linnet is not available.'],
    });
    expect(() => conflictInWords({ pin: 2, rules: [] }, { pins }, names)).toThrow('no pin 2');
  });
});
