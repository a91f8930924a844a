/** What the API's description shows; the person is invented. */

const days = 'Monday 11 to Wednesday 13 January 2027';

export const examplePlanLead = {
  plan: {
    id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
    version: 3,
    termId: 'spring-2027',
    words: 'Version 3, saved by Ruth Ellison on 21 December 2026, 10:42',
    newest: null,
  },
  person: 'LR-007',
  name: 'Ada Skylark',
  isInvented: true,
  standing: 'In the pool since 1 September 2024',
  notes: ['Serving leader at Moor School'],
  home: { place: 'Medway', region: 'South East', isPriority: true, lat: 51.39, lon: 0.54 },
  formerHomes: [
    {
      from: '1900-01-01',
      to: '2026-03-02',
      postcodeDistrict: 'LS6',
      words: 'Lived in LS6 until 2 March 2026',
    },
  ],
  next: { review: 'QAR-2026-0042', school: 'Vale School, Maidstone', words: `${days}, in 3 weeks` },
  place: { number: 1, of: 2, previous: null, next: { person: 'LR-008', name: 'Ben Linnet' } },
  seats: [
    {
      review: 'QAR-2026-0042',
      school: 'Vale School, Maidstone',
      role: 'LEAD' as const,
      roleInWords: 'Leads',
      state: { kind: 'DRAFT' as const, words: 'Draft' },
      week: '2027-01-11',
      window: 'MON_WED' as const,
      days,
      region: 'South East',
      isPriorityRegion: true,
      needs: ['SLD'],
      miles: 9,
      isOvernight: false,
      lat: 51.27,
      lon: 0.52,
      others: 'No quality assurer, no shadow',
      warnings: [],
    },
  ],
  commitment: {
    minimum: 3,
    workedOut: 3,
    reason: 'Serving leader, whole year',
    left: 1,
    target: 1,
    shortBy: 0,
    terms: [
      {
        term: 'autumn-2026',
        name: 'Autumn 2026',
        isThis: false,
        led: 1,
        booked: 0,
        offered: 0,
        draft: 0,
        words: '1 led',
      },
    ],
    words: ['1 led, 1 in this plan and not offered, 1 left of 3.'],
    lost: [],
  },
  load: {
    seats: 1,
    termLimit: 4,
    weeks: [
      {
        week: '2027-01-11',
        label: '11 Jan',
        name: 'Week of 11 January 2027',
        seats: 1,
        school: 'Vale School, Maidstone',
      },
    ],
    words: ['1 of at most 4 reviews this term'],
  },
  travel: { miles: 9, overnights: 0, words: '9 miles one way to 1 review, no night away' },
  gates: [
    { name: 'DBS check', state: 'CURRENT' as const, words: 'Until 14 June 2029', reviews: [] },
  ],
  training: [
    { name: 'Training day, 24 September 2026', state: 'DONE' as const, words: 'Attended' },
  ],
  may: ['May lead'],
  phases: ['Special'],
  needs: [{ code: 'SLD', name: 'Severe learning difficulty' }],
  regions: [
    {
      region: 'South East',
      isPriority: true,
      grade: 'PREFERRED' as const,
      gradeInWords: 'Preferred',
      reason: null,
    },
  ],
  limits: {
    own: { termLimit: null, restReviews: null, restWeeks: null, maxMiles: 120 },
    words: ['Travels at most 120 miles by road'],
  },
  conflicts: [
    {
      with: 'Moor School, York',
      reason: 'Own school',
      isOverridable: false,
      words: 'Never overridden',
    },
  ],
  overridden: [],
  employers: ['Moor School, serving leader, from 1 September 2024'],
  version: 1,
  revision: 14,
};

export const exampleHistory = {
  items: [
    {
      at: '2026-12-21T09:30:00.000Z',
      when: '21 December 2026, 09:30',
      by: 'Ruth Ellison',
      lines: [
        { kind: 'ANSWER' as const, words: 'Answer for Spring 2027: “never Mondays”' },
        { kind: 'FACT' as const, words: 'DBS check, from 15 June 2026 to 14 June 2029' },
      ],
    },
  ],
};
