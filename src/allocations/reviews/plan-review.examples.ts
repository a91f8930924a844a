/** What the API's description shows; the people are invented. */

const plan = {
  id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
  version: 3,
  termId: 'spring-2027',
  words: 'Version 3, saved by Ruth Ellison on 21 December 2026, 10:42',
  newest: null,
};

const facts = {
  review: 'QAR-2026-0042',
  school: 'Vale School, Maidstone',
  region: 'South East',
  isPriorityRegion: true,
  phase: 'Special',
  type: 'Community special school',
  trust: null,
  needs: [{ code: 'SLD', name: 'Severe learning difficulty' }],
  needsInvented: true,
  priority: { value: 2, reason: 'South East is a priority region' },
  windows: [
    {
      week: '2027-01-11',
      window: 'MON_WED' as const,
      days: 'Monday 11 to Wednesday 13 January 2027',
      grade: 'PREFERRED' as const,
      closed: null,
    },
  ],
  windowsInWords: 'Monday 11 to Wednesday 13 January 2027, preferred; no other window',
};

export const exampleReview = {
  plan,
  ...facts,
  state: { kind: 'DRAFT' as const, words: 'Draft', means: 'Nobody has been told' },
  days: 'Monday 11 to Wednesday 13 January 2027',
  lead: { person: 'LR-007', name: 'Ada Skylark', home: 'Medway' },
  qualityAssurer: { holder: null, words: 'Not needed: Ada Skylark is established' },
  shadow: { holder: null, words: 'No shadow' },
  lastReview: { week: '2026-03-09', words: 'March 2026, led by Ben Linnet' },
  history: [
    { at: '2026-12-21T09:30:12.000Z', words: 'Placed by the run of 21 December 2026, 09:30' },
  ],
  people: [{ person: 'LR-007', name: 'Ada Skylark', home: 'Medway' }],
  place: {
    number: 12,
    of: 153,
    previous: { review: 'QAR-2026-0041', school: 'Moor School, York' },
    next: null,
  },
};

export const exampleUnplaced = {
  plan,
  words: '1 of 153 reviews has no lead. 1 more waits for its school’s windows.',
  reviews: [
    {
      ...facts,
      leads: 94,
      stoppers: [
        {
          cause: 'phaseIsTheirs',
          people: 93,
          words: 'do not review schools of its phase',
          names: ['Ben Linnet'],
        },
        {
          cause: 'personIsAvailable',
          people: 1,
          words: 'is not available in the school’s windows',
          names: ['Ada Skylark'],
        },
      ],
      standsInTheWay:
        '1 of the 94 leads reviews schools of its phase and knows one of its needs. Ada Skylark is not available in the school’s windows.',
    },
  ],
  silent: 1,
  waiting: [
    {
      review: 'QAR-2026-0090',
      school: 'Moor School, York',
      reason: 'Windows not known: the host has not answered',
      letter: {
        to: 'Moor School, York',
        subject: 'QA Review in Spring 2027: which dates suit you?',
        body: 'Dear colleagues at Moor School, York,',
      },
    },
  ],
};
