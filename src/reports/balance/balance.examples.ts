/** What the description of the API shows of supply and demand. */

export const exampleRow = {
  region: 'North East',
  isPriority: true,
  specialism: {
    kind: 'NEED' as const,
    code: 'SEMH',
    name: 'Social, Emotional and Mental Health (SEMH)',
  },
  demand: 4,
  canBeLed: 2,
  short: 2,
  without: 2,
  added: {
    reviews: 1,
    led: 3,
    shortOfCommitments: 0,
    upTo: [
      { people: 1, reviews: 1 },
      { people: 2, reviews: 2 },
    ],
    words: 'One more would let 1 more review go ahead, two 2.',
  },
};

export const exampleRegion = {
  region: 'North East',
  isPriority: true,
  demand: 11,
  canBeLed: 9,
  short: 2,
  without: 2,
  words: '2 of 11 reviews have no lead in the best plan; 2 of them in no plan at all.',
};

const exampleScope = { kind: 'TERM' as const, id: 'spring-2027', name: 'Spring 2027' };

export const exampleView = {
  scope: exampleScope,
  title: 'Supply and demand, Spring 2027',
  scopes: [exampleScope, { kind: 'YEAR' as const, id: '2026/27', name: 'The rest of 2026/27' }],
  isNow: true,
  balance: {
    asAt: '2026-12-21',
    computed: '21 December 2026, 10:42',
    isStale: false,
    sentence:
      'Two more Lead Reviewers with Social, Emotional and Mental Health (SEMH) in the North East would let 2 more reviews go ahead.',
    more: ['151 of 153 reviews have a lead in the best plan of Spring 2027; 2 have none.'],
    typical: ['Free in 15 of 20 windows, those in which the most Lead Reviewers are free.'],
    demand: 153,
    canBeLed: 151,
    short: 2,
    without: 2,
    regions: [exampleRegion],
    specialisms: [exampleRow.specialism],
    rows: [exampleRow],
    total: 46,
  },
  underWay: null,
  failure: null,
};

export const exampleBehind = {
  title:
    '2 reviews with Social, Emotional and Mental Health (SEMH) in the North East have no lead in the best plan',
  items: [
    {
      review: 'QAR-2026-0042',
      urn: '100091',
      school: 'Frank Barnes School for Deaf Children',
      region: 'North East',
      asks: 'Special; Social, Emotional and Mental Health (SEMH)',
      words: 'No lead in the best plan.',
    },
  ],
};
