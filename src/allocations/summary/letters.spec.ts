import { describe, expect, it } from '@jest/globals';
import { smallContext, smallProblem, smallReview } from '../../../test/support/small-plan.js';
import { type Ask } from '../../solver/explain/cost-of-asking.js';
import { askLetter, requestInWords, windowsLetter } from './letters.js';
import { planNames } from './plan-names.js';

const problem = {
  ...smallProblem([smallReview('R1'), smallReview('R2', '100002')]),
  pins: [{ review: 'R2', lead: 'L1' }],
};
const names = planNames(smallContext, problem);
const slot = { week: '2027-01-11', window: 'MON_WED' as const };
const days = 'Monday 11 to Wednesday 13 January 2027';

describe('what is asked of people', () => {
  it.each<[Ask, string, string]>([
    [
      { kind: 'AVAILABILITY', lead: 'L2', slot },
      `Ask Ben Linnet to turn ${days} from no to if needed`,
      `you are not free on ${days}`,
    ],
    [
      { kind: 'DISTANCE', lead: 'L2', km: 177, insteadOfKm: 145 },
      'Ask Ben Linnet to travel up to 110 miles instead of 90',
      'you travel up to 90 miles',
    ],
    [
      { kind: 'REGION', lead: 'L2', region: 'North East' },
      'Ask Ben Linnet to travel to the North East, if reluctantly',
      'you do not travel to the North East',
    ],
    [
      { kind: 'TERM_LIMIT', lead: 'L2', reviews: 2 },
      'Ask Ben Linnet for 2 reviews this term instead of at most 1',
      'at most 1 review this term. Would you take 2?',
    ],
    [
      { kind: 'REST', lead: 'L2', reviews: 3, weeks: 4 },
      'Ask Ben Linnet for 3 reviews in 4 weeks instead of at most 2',
      'at most 2 reviews in any 4 weeks',
    ],
    [
      { kind: 'HOST_WINDOW', review: 'R2', slot },
      `Ask Vale School, Leeds for ${days} as well`,
      `Would ${days} be possible as well?`,
    ],
  ])('is said as a thing to do, and written as a letter: %j', (ask, request, part) => {
    expect(requestInWords(ask, problem, names)).toBe(request);
    const letter = askLetter(ask, { waits: ['R1'], isAlone: true }, names);
    expect(letter?.body).toContain(part);
    expect(letter?.body.startsWith('Dear ')).toBe(true);
  });

  it('does not hold a no against somebody who has not answered', () => {
    const ask: Ask = { kind: 'AVAILABILITY', lead: 'L2', slot };
    const leftOut = [{ lead: 'L2', reason: 'No answer to the availability round' }];
    const silent = planNames({ ...smallContext, leftOut }, problem);
    expect(requestInWords(ask, problem, silent)).toBe(
      `Ask Ben Linnet, who has not answered yet, for ${days}`,
    );
    const letter = askLetter(ask, { waits: ['R1'], isAlone: true }, silent);
    expect(letter?.body).toContain(
      `We have not heard yet when you are free this term. Would ${days} be possible, if needed?`,
    );
    expect(letter?.body).not.toContain('You have told us');
  });

  it('tells whom it is for, and whether others are asked as well', () => {
    const ask: Ask = { kind: 'AVAILABILITY', lead: 'L2', slot };
    const alone = askLetter(ask, { waits: ['R1'], isAlone: true }, names);
    const together = askLetter(ask, { waits: ['R1'], isAlone: false }, names);
    expect(alone?.to).toBe('Ben Linnet');
    expect(alone?.body).toContain('If you say yes,');
    expect(together?.body).toContain('If you and one or two colleagues');
  });

  it('does not tell a school about another one', () => {
    const letter = askLetter(
      { kind: 'HOST_WINDOW', review: 'R2', slot },
      { waits: ['R1'], isAlone: true },
      names,
    );
    expect(letter?.to).toBe('Vale School, Leeds');
    expect(letter?.body).not.toContain('St Mary’s');
  });

  it('is nothing to write where a pin is dropped', () => {
    expect(requestInWords({ kind: 'UNPIN', pin: 0 }, problem, names)).toBe(
      'Unpin Vale School, Leeds',
    );
    expect(
      askLetter({ kind: 'UNPIN', pin: 0 }, { waits: ['R1'], isAlone: true }, names),
    ).toBeNull();
  });

  it('names every open window to a school that has not answered', () => {
    const closed = [{ ...slot, window: 'WED_FRI' as const, reason: 'Training day' }];
    const { body } = windowsLetter('Silent School, York', { ...problem, closed });
    expect(body.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      `- ${days}`,
      '- Monday 29 to Wednesday 31 March 2027',
      '- Wednesday 31 March to Friday 2 April 2027',
    ]);
  });
});
