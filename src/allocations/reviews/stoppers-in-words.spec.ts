import { describe, expect, it } from '@jest/globals';
import { person, problem, review } from '../../../test/solver/builders.js';
import { planNames } from '../summary/plan-names.js';
import { stoppersInWords } from './stoppers-in-words.js';

const named = (name: string): { name: string; synthetic: boolean; availability: [] } => ({
  name,
  synthetic: true,
  availability: [],
});
const names = planNames({
  people: { L1: named('Ada Skylark'), L2: named('Ben Linnet'), L3: named('Cat Wren') },
  schools: { '100001': { name: 'Vale School', town: 'Leeds', needsInvented: true } },
  reviews: { R1: '100001' },
});

describe('what stands in the way of a review', () => {
  const of = problem({
    leads: [person('L1'), person('L2'), person('L3', { isNew: true })],
    reviews: [review('R1')],
  });
  const told = (...seated: string[]): string =>
    stoppersInWords(of, review('R1'), new Set([null, ...seated]), names).sentence;

  it('tells those whom the plan needs elsewhere from those who are free', () => {
    expect(told('L1', 'L2', 'L3')).toContain(
      'Ada Skylark, Ben Linnet and Cat Wren could lead it, but the plan needs them elsewhere.',
    );
    expect(told('L1')).toContain(
      'Of these, 1 could lead it, but the plan needs them elsewhere (Ada Skylark); ' +
        '1 could lead it as a new lead if somebody assured the quality (Cat Wren) and ' +
        '1 could lead it and has no seat in this plan (Ben Linnet).',
    );
  });
});
