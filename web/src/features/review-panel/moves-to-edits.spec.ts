import { describe, expect, it } from '@jest/globals';
import { editsOf } from './moves-to-edits';

const after = {
  review: 'R1',
  week: '2027-01-11',
  window: 'MON_WED' as const,
  lead: 'L2',
  qualityAssurer: null,
  shadow: 'L3',
};

describe('what a price has found, as edits', () => {
  it('puts the lead with whoever sits beside, also where nobody does', () => {
    expect(editsOf([{ review: 'R1', after }])).toEqual([
      {
        kind: 'PUT',
        review: 'R1',
        lead: 'L2',
        week: '2027-01-11',
        window: 'MON_WED',
        qualityAssurer: null,
        shadow: 'L3',
      },
    ]);
  });

  it('clears a review that loses its lead', () => {
    const none = { ...after, lead: null, week: null, window: null, shadow: null };
    expect(editsOf([{ review: 'R1', after: none }])).toEqual([{ kind: 'CLEAR', review: 'R1' }]);
  });
});
