/** Examples of the API's description: one year of one invented person. */

export const exampleFigures = {
  minimum: 6,
  offered: 5,
  led: 3,
  confirmedAhead: 1,
  awaitingAnswer: 0,
  declined: 1,
  cancelledLate: 0,
  cancelledInTime: 1,
  shortfall: 2,
};

const causes = [
  { cause: 'DECLINED', reviews: 1, name: 'Declined', words: '1 declined' },
  { cause: 'NOT_OFFERED', reviews: 1, name: 'Not enough offered', words: '1 not offered' },
] as const;

export const exampleRow = {
  lead: 'LR-001',
  name: 'Ada Example',
  synthetic: true,
  region: 'London',
  figures: exampleFigures,
  minimumMark: null,
  minimumWords: 'Lead Reviewer, whole year',
  causes: [...causes],
  causesInWords: '1 declined, 1 not offered',
  best: 7,
  standing: 'ON_TRACK' as const,
  before: null,
};

export const exampleLimits = {
  term: 'spring-2027',
  name: 'Spring 2027',
  computedAt: '2026-12-21T09:30:00.000Z',
  words: 'Spring 2027: dates and rules looked at on 21 December 2026, 09:30',
};

export const exampleSeat = {
  seat: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  review: 'QAR-2026-0042',
  urn: '100091',
  school: 'Frank Barnes School for Deaf Children',
  schoolRegion: 'London',
  termId: 'spring-2027',
  lead: 'LR-001',
  name: 'Ada Example',
  week: '2027-01-11',
  when: 'Monday 11 to Wednesday 13 January 2027',
  role: 'LEAD',
  outcome: 'led',
  outcomeWords: 'Led',
  events: [
    {
      kind: 'LED',
      on: '2027-01-13',
      causedBy: null,
      reason: null,
      words: 'Led on 13 January 2027',
    },
  ],
  corrections: [],
};

const head = {
  academicYear: '2026/27',
  years: ['2026/27'],
  asAt: '2027-03-25',
  asAtWords:
    'As at Thursday 25 March 2027, the last day of Spring 2027. 12 school weeks are left this year.',
  knownAt: '2027-03-25T09:30:00.000000Z',
  weeksLeft: 12,
  limits: [exampleLimits],
  reachWords:
    'Whether a minimum can still be reached is taken from the forecast of 25 March 2027, 09:10',
  isStale: false,
};

export const exampleReport = {
  ...head,
  title: 'Commitments, 2026 to 2027',
  regions: ['London'],
  headline: 'The one Lead Reviewer shown has reached the minimum or still can.',
  cannot: null,
  causesHeadline: '2 reviews still to place: why',
  causesWords:
    '1 is the programme’s or the schools’ to mend, 1 follows from dates and answers. The parts add up exactly.',
  summary: {
    leads: 1,
    figures: exampleFigures,
    standings: [{ standing: 'ON_TRACK' as const, name: 'On track', group: 'On track', leads: 1 }],
    causes: [...causes],
  },
  rows: [exampleRow],
  before: null,
};

export const exampleLeadReport = {
  ...head,
  title: 'Ada Example, 2026 to 2027',
  row: exampleRow,
  letter: [
    'Your commitment this year is 6 reviews (Lead Reviewer, whole year).',
    'We offered you 5.',
  ],
  seats: [exampleSeat],
};

export const exampleBehind = { title: '1 review led', items: [exampleSeat] };
