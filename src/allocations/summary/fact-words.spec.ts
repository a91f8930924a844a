import { expect, it } from '@jest/globals';
import { type Fact } from '../../solver/explain/facts.js';
import { factInWords } from './fact-words.js';
import { planNames } from './plan-names.js';

const names = planNames({
  people: { 'LR-1': { name: 'Ada Skylark', synthetic: true, availability: [] } },
  schools: { '100001': { name: 'Vale School', town: 'Leeds', needsInvented: true } },
  reviews: { 'QAR-1': '100001' },
});
const slot = { week: '2027-03-15', window: 'WED_FRI' } as const;

it.each<[Fact, string]>([
  [
    { kind: 'AVAILABILITY', lead: 'LR-1', slot },
    'Ada Skylark could review on Wednesday 17 to Friday 19 March 2027',
  ],
  [
    { kind: 'HOST_WINDOW', review: 'QAR-1', slot },
    'Vale School, Leeds accepted Wednesday 17 to Friday 19 March 2027',
  ],
  [
    // 100 km are 62.1 miles, of which she agreed to 62; 145 km are 90.1, which needs 91.
    { kind: 'DISTANCE', lead: 'LR-1', km: 145, insteadOfKm: 100 },
    'Ada Skylark travelled 91 miles instead of at most 62',
  ],
  [
    { kind: 'REGION', lead: 'LR-1', region: 'North East' },
    'Ada Skylark travelled to the North East, if reluctantly',
  ],
  [
    { kind: 'REGION', lead: 'LR-1', region: 'London' },
    'Ada Skylark travelled to London, if reluctantly',
  ],
  [
    { kind: 'TERM_LIMIT', lead: 'LR-1', reviews: 5 },
    'Ada Skylark took 5 reviews this term instead of at most 4',
  ],
  [
    { kind: 'REST', lead: 'LR-1', reviews: 1, weeks: 4 },
    'Ada Skylark took 1 review in 4 weeks instead of at most 0',
  ],
])('says a changed fact with names and dates: %j', (fact, words) => {
  expect(factInWords(fact, names)).toBe(words);
});

it('falls back to references where nobody has a name', () => {
  const bare = planNames({});
  expect(factInWords({ kind: 'HOST_WINDOW', review: 'R1', slot }, bare)).toBe(
    'the school of R1 accepted Wednesday 17 to Friday 19 March 2027',
  );
});
