import { describe, expect, it } from '@jest/globals';
import { type UncoveredReview } from '../../solver/explain/uncovered.js';
import { explainedReview, gapInWords } from './gap-words.js';
import { planNames } from './plan-names.js';

const person = (name: string): { name: string; synthetic: boolean; availability: [] } => ({
  name,
  synthetic: true,
  availability: [],
});
const names = planNames({
  people: { A: person('Ada Skylark'), B: person('Ben Linnet') },
  schools: { '100001': { name: 'Vale School', town: 'Leeds', needsInvented: true } },
  reviews: { R1: '100001' },
});
const slot = { week: '2027-01-04', window: 'WED_FRI' } as const;

function uncovered(changes: Partial<UncoveredReview>): UncoveredReview {
  return {
    review: 'R1',
    openWindows: [slot],
    closedWindows: [],
    leads: 94,
    rules: [],
    shutOutTogether: 0,
    permitted: [],
    permittedNew: [],
    assurers: 0,
    oneFact: null,
    tried: 0,
    ...changes,
  };
}

const words = (changes: Partial<UncoveredReview>): ReturnType<typeof gapInWords> =>
  gapInWords(explainedReview(uncovered(changes), names), names);

describe('a gap in words', () => {
  it('counts whom each rule keeps away, and whom nothing else does', () => {
    const rule = { rule: 'x', title: 'X', words: 'know none of its needs' };
    const rules = [
      { ...rule, leads: 66, alone: 2 },
      { ...rule, leads: 5, alone: 0 },
    ];
    expect(words({ rules, shutOutTogether: 1 }).keptAway).toEqual([
      { people: 66, words: 'know none of its needs (2 by this alone)' },
      { people: 5, words: 'know none of its needs' },
      { people: 1, words: 'is kept out of each of its windows by one thing or another' },
    ]);
  });

  it('names those who could lead it but for the rest of the plan', () => {
    expect(words({ permitted: ['A', 'B'], permittedNew: ['B'] }).keptAway).toEqual([
      { people: 1, words: 'could lead it, but the plan needs them elsewhere (Ada Skylark)' },
      {
        people: 1,
        words: 'could lead it as a new lead, but nobody can assure the quality there (Ben Linnet)',
      },
    ]);
    const [only] = words({ permitted: ['B'], permittedNew: ['B'], assurers: 3 }).keptAway;
    expect(only?.words).toMatch(/^could lead it as a new lead, but the plan needs them, or who/);
  });

  it('says why a window is closed, and counts nobody when all are', () => {
    const closedWindows = [{ slot, reason: 'Training day' }];
    expect(words({ openWindows: [], closedWindows })).toMatchObject({
      closed: [
        'The school accepts Wednesday 6 to Friday 8 January 2027, when nobody can review: Training day.',
      ],
      keptAway: [],
    });
  });

  it('says that a school accepts no window, rather than nothing', () => {
    expect(words({ openWindows: [] })).toMatchObject({
      closed: ['The school accepts no window of the term.'],
      keptAway: [],
    });
  });

  it('ends with the fact that would cover it, and who would lead where somebody else is asked', () => {
    const own = { fact: { kind: 'AVAILABILITY', lead: 'A', slot }, lead: 'A' } as const;
    expect(words({ oneFact: own, tried: 1 })).toMatchObject({
      isMendable: true,
      remedy: [
        'It would be covered if Ada Skylark could review on Wednesday 6 to Friday 8 January 2027.',
        'Checked by solving again.',
      ],
    });
    const other = { fact: { kind: 'HOST_WINDOW', review: 'R1', slot }, lead: 'B' } as const;
    expect(words({ oneFact: other, tried: 1 }).remedy[0]).toBe(
      'It would be covered if Vale School, Leeds accepted Wednesday 6 to Friday 8 January 2027. Ben Linnet could lead it then.',
    );
  });

  it('says so where no one fact would, and nothing where none was looked for', () => {
    expect(words({ tried: 12 }).remedy).toEqual([
      'No single change that could be asked for would cover it (12 ruled out by solving again).',
    ]);
    expect(words({}).remedy).toEqual(['No single change that could be asked for would cover it.']);
    const { oneFact, tried, ...shutOut } = uncovered({});
    expect([oneFact, tried, gapInWords(shutOut, names).remedy]).toEqual([null, 0, []]);
  });
});
