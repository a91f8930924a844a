import { describe, expect, it } from '@jest/globals';
import type { ComparedReview } from '../../api/plan-comparison';
import { letterOf, regionsOf, reviewsShown, takeover } from './changes-shown';

type Other = ComparedReview['others'][number];

const nothing: Other = { kinds: [], edit: null, obstacle: null };
const cleared = (review: string): Other => ({
  kinds: ['LOSES_LEAD'],
  edit: { kind: 'CLEAR', review },
  obstacle: null,
});
const blocked: Other = {
  kinds: ['ONLY_IN_ONE'],
  edit: null,
  obstacle: 'Vale School is only in B.',
};

function review(name: string, region: string, others: Other[]): ComparedReview {
  return { review: name, school: name, region, seats: [], others };
}

const reviews = [
  review('R1', 'London', [cleared('R1'), nothing]),
  review('R2', 'London', [nothing, blocked]),
  review('R3', 'North East', [cleared('R3'), cleared('R3')]),
];
const names = (found: ComparedReview[]) => found.map(({ review: name }) => name);

describe('the changes between plans', () => {
  it('are filtered by region and by kind, in whichever plan it is', () => {
    expect(names(reviewsShown(reviews, {}))).toEqual(['R1', 'R2', 'R3']);
    expect(names(reviewsShown(reviews, { region: 'London' }))).toEqual(['R1', 'R2']);
    expect(names(reviewsShown(reviews, { kind: 'ONLY_IN_ONE' }))).toEqual(['R2']);
    expect(reviewsShown(reviews, { region: 'North East', kind: 'ONLY_IN_ONE' })).toEqual([]);
  });

  it('are taken over wholly or by region, from one of the plans, and say what cannot be', () => {
    expect(takeover(reviews, { from: 0, regions: undefined }).edits).toHaveLength(2);
    expect(takeover(reviews, { from: 0, regions: ['London'] }).edits).toEqual([
      { kind: 'CLEAR', review: 'R1' },
    ]);
    expect(takeover(reviews, { from: 1, regions: ['London'] })).toEqual({
      edits: [],
      obstacles: ['Vale School is only in B.'],
    });
    expect(takeover(reviews, { from: 2, regions: undefined })).toEqual({
      edits: [],
      obstacles: [],
    });
  });

  it('are counted by region for one of the plans', () => {
    const regions = [
      { region: 'London', reviews: 2 },
      { region: 'North East', reviews: 1 },
      { region: 'South West', reviews: 0 },
    ];
    expect(regionsOf({ regions, reviews }, 0)).toEqual([
      { region: 'London', count: 1 },
      { region: 'North East', count: 1 },
    ]);
    expect(letterOf(2)).toBe('C');
  });
});
