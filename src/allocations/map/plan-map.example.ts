const weeks = [
  {
    week: '2027-01-11',
    label: '11 Jan',
    name: 'Week of 11 January 2027',
    reviews: 1,
    people: 1,
    words: '1 review, 1 person travels',
  },
];

/** A map of one school and one lead; the person is invented. */
export const examplePlanMap = {
  plan: {
    id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
    version: 3,
    termId: 'spring-2027',
    words: 'Version 3, saved by Ruth Ellison on 21 December 2026, 10:42',
    newest: null,
  },
  words: 'The review has a lead.',
  travel: '24 miles in all, one way by road; 24 miles is usual; no night away.',
  regions: [
    {
      region: 'South East',
      isPriority: true,
      reviews: 1,
      covered: 1,
      homes: 1,
      words: '1 of 1 review has a lead. 1 person lives here.',
      weeks,
    },
  ],
  states: [{ state: 'DRAFT' as const, words: 'Draft', means: 'Nobody has been told', reviews: 1 }],
  phases: ['Special'],
  needs: [{ code: 'SLD', name: 'Severe learning difficulty' }],
  weeks,
  schools: [
    {
      review: 'QAR-2026-0042',
      school: 'Vale School, Maidstone',
      region: 'South East',
      phase: 'Special',
      needs: ['SLD'],
      lat: 51.27,
      lon: 0.52,
      state: 'DRAFT' as const,
      week: '2027-01-11',
      days: 'Monday 11 to Wednesday 13 January 2027',
      lead: 'LR-007',
      leadName: 'Ada Skylark',
      miles: 24,
      words:
        'Draft. Ada Skylark leads it on Monday 11 to Wednesday 13 January 2027, 24 miles from home.',
    },
  ],
  homes: [
    {
      person: 'LR-007',
      name: 'Ada Skylark',
      home: 'Medway',
      region: 'South East',
      lat: 51.38,
      lon: 0.53,
      seats: 1,
      words: 'Leads 1 review, 24 miles in all, one way by road.',
    },
  ],
  journeys: [
    {
      review: 'QAR-2026-0042',
      school: 'Vale School, Maidstone',
      person: 'LR-007',
      name: 'Ada Skylark',
      home: 'Medway',
      seat: 'LEAD' as const,
      week: '2027-01-11',
      days: 'Monday 11 to Wednesday 13 January 2027',
      miles: 24,
      isOvernight: false,
      words: 'Ada Skylark leads Vale School, Maidstone: 24 miles.',
    },
  ],
};
