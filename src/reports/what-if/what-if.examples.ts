/** One small scenario, told the same way wherever it is shown. */

const changes = [{ kind: 'LEAVES', person: 'LR-001', from: '2027-03-01' }];
const changeWords = ['Ada Example leaves on 1 March 2027'];

export const exampleScenarioInput = {
  name: 'Ada leaves in March',
  term: 'spring-2027',
  keepsPlan: false,
  changes,
};

const sentence = '1 review would lose its Lead Reviewer; 1 person would fall short.';

const result = {
  asAt: '2026-12-21',
  when: 'Spring 2027',
  computed: '21 December 2026, 10:42',
  isStale: false,
  isOfOtherChanges: false,
  changeWords,
  isPossible: true,
  sentence,
  more: ['Both plans are proven best.'],
  gaps: [],
  coverage: {
    reviewsBefore: 2,
    reviewsAfter: 2,
    before: 2,
    after: 1,
    lost: 1,
    gained: 0,
    moved: 0,
    freed: 0,
    regions: [{ region: 'London', reviewsBefore: 2, reviewsAfter: 2, before: 2, after: 1 }],
  },
  commitments: {
    shortBefore: 0,
    shortAfter: 1,
    peopleShortBefore: 0,
    peopleShortAfter: 1,
    farther: 1,
    nearer: 0,
    moving: 1,
  },
  aims: [
    {
      aim: 'coverage',
      title: 'Reviews with a lead, weighted by priority',
      before: 2,
      after: 1,
      words: '1 fewer by priority',
    },
  ],
  reviews: [
    {
      review: 'QAR-2026-0042',
      urn: '100091',
      school: 'Frank Barnes School for Deaf Children',
      region: 'London',
      change: 'LOST',
      before: 'Ada Example, Monday 8 to Wednesday 10 March 2027',
      after: 'Nobody',
    },
  ],
  people: [
    {
      lead: 'LR-001',
      name: 'Ada Example',
      isOnRegister: true,
      targetBefore: 2,
      targetAfter: 2,
      ledBefore: 2,
      ledAfter: 1,
      shortBefore: 0,
      shortAfter: 1,
      moves: true,
      change: 'FALLS_SHORT',
      words: 'Would lead 1 review instead of 2, 1 short of the 2 wanted',
    },
  ],
};

export const exampleScenario = {
  id: '0198f0a2-9c11-7a52-8d30-4b7e0a5d2f64',
  name: 'Ada leaves in March',
  scope: 'Spring 2027',
  term: 'spring-2027',
  keepsPlan: false,
  changes,
  changeWords,
  changedBy: 'Ruth Ellison',
  changed: '21 December 2026, 10:42',
  version: 1,
  isNow: true,
  underWay: null,
  failure: null,
  result,
};

const { id, name, scope, changedBy, changed, version, isNow, underWay, failure } = exampleScenario;

export const exampleList = {
  items: [
    {
      ...{ id, name, scope, changeWords, changedBy, changed, version, isNow, underWay, failure },
      ...{ sentence, computed: '21 December 2026, 10:42', isStale: false },
    },
  ],
};

export const exampleReviews = {
  title: '1 review would lose the Lead Reviewer',
  items: [
    {
      review: 'QAR-2026-0042',
      urn: '100091',
      school: 'Frank Barnes School for Deaf Children',
      region: 'London',
      before: 'Ada Example, Monday 8 to Wednesday 10 March 2027',
      after: 'Nobody',
      words:
        'Without the changes: Ada Example, Monday 8 to Wednesday 10 March 2027. With them: Nobody.',
    },
  ],
};

export const exampleChoices = {
  academicYear: '2026/27',
  terms: [{ id: 'spring-2027', name: 'Spring 2027' }],
  people: [{ code: 'LR-001', name: 'Ada Example' }],
  schools: [{ urn: '100091', name: 'Frank Barnes School for Deaf Children', town: 'London' }],
  regions: ['London'],
  phases: [{ code: 'SPECIAL', name: 'Special' }],
  needs: [{ code: 'SEMH', name: 'Social, emotional and mental health' }],
};

const side = (id: string, name: string) => ({
  id,
  name,
  scope: 'Spring 2027',
  changeWords,
  sentence,
  computed: '21 December 2026, 10:42',
  isStale: false,
});

export const exampleComparison = {
  first: side(exampleScenario.id, 'Ada leaves in March'),
  second: side('0198f0a2-9c11-7a52-8d30-4b7e0a5d2f65', 'Ada leaves, two join'),
  notes: [],
  rows: [
    {
      figure: 'COVERED' as const,
      label: 'Reviews with a Lead Reviewer',
      first: { before: 2, after: 1 },
      second: { before: 2, after: 2 },
    },
  ],
  reviews: [],
  people: [{ lead: 'LR-001', name: 'Ada Example', first: 1, second: 1 }],
};
