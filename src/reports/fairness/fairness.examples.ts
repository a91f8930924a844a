/** Examples of the API's description: a term of one invented person. */

export const examplePerson = {
  lead: 'LR-001',
  name: 'Ada Example',
  synthetic: true,
  region: 'London',
  commitment: 2,
  load: 2,
  share: 1.7,
  difference: 0.3,
  side: 'WITHIN' as const,
  seats: 2,
  miles: 148,
  nights: 1,
  awkward: 1,
  awkwardShare: 0.6,
};

export const exampleReport = {
  academicYear: '2026/27',
  years: ['2026/27'],
  yearsBack: 1,
  term: 'autumn-2026',
  terms: [{ key: 'autumn-2026', name: 'Autumn 2026' }],
  regions: [{ name: 'London', isPriority: false }],
  title: 'Fairness, Autumn 2026',
  asAt: '2026-12-21',
  asAtWords: 'As at Monday 21 December 2026.',
  knownAt: '2026-12-21T09:30:00.000000Z',
  headline: 'Load is spread evenly: 80 of 96 people carry within one review of their share.',
  number: { percent: 83, words: 'of people carry within one review of their fair share' },
  furthestWords:
    '9 people carry more than that and 7 less. The furthest above is 2.1 over the share, the furthest below 1.9 under it.',
  travelWords:
    '90 people travel 84 miles in the middle and 410 at most, one way and added up over their reviews. 21 reviews of 158 mean a night away.',
  awkwardWords:
    '44 reviews lie awkwardly. 88 of 90 people have within one of what would be even for the reviews they have.',
  kinds: [{ kind: 'EDGE_OF_TERM' as const, name: 'First or last week of the term', seats: 19 }],
  total: {
    people: 96,
    commitment: 153,
    load: 158,
    seats: 170,
    miles: 7100,
    nights: 21,
    awkward: 44,
  },
  people: [examplePerson],
  trend: [
    {
      term: 'autumn-2026',
      name: 'Autumn 2026',
      people: 96,
      reviews: 158,
      withinPercent: 83,
      milesEach: 42,
      awkwardWithinPercent: 97,
    },
  ],
  synthetic: true,
};

export const exampleBehind = {
  title: '1 review in an awkward week',
  items: [
    {
      review: 'QAR-2026-0042',
      urn: '100091',
      school: 'Frank Barnes School for Deaf Children',
      region: 'London',
      term: 'Autumn 2026',
      lead: 'LR-001',
      name: 'Ada Example',
      when: 'Wednesday 16 to Friday 18 December 2026, lead',
      outcomeWords: 'Led',
      miles: 12,
      notes: ['12 miles', 'First or last week of the term'],
    },
  ],
};
