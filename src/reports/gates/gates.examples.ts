/** Examples of the API's description: one invented person whose check runs out. */

export const exampleBooking = {
  key: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  review: 'QAR-2026-0042',
  urn: '100091',
  school: 'Frank Barnes School for Deaf Children',
  region: 'London',
  termId: 'spring-2027',
  role: 'LEAD',
  firstDay: '2027-03-01',
  lastDay: '2027-03-03',
  when: 'Monday 1 to Wednesday 3 March 2027',
  stateWords: 'Accepted',
};

export const exampleRow = {
  key: 'LR-001 DBS',
  lead: 'LR-001',
  name: 'Ada Example',
  synthetic: true,
  region: 'London',
  kind: 'DBS' as const,
  kindName: 'DBS check',
  urgency: 'BOOKED' as const,
  urgencyName: 'Before a booked review',
  words: 'DBS check runs out on 12 February 2027, before the review’s last day',
  endsOn: '2027-02-12',
  firstDay: '2027-03-01',
  bookings: [exampleBooking],
};

export const exampleReport = {
  academicYear: '2026/27',
  years: ['2026/27'],
  asAt: '2026-12-21',
  knownAt: '2026-12-21T09:30:00.000000Z',
  title: 'Contracts and checks, 2026 to 2027',
  asAtWords: 'As at Monday 21 December 2026.',
  headline:
    '1 person is booked for 1 review that their contract, checks or training do not cover to the last day.',
  dueWords: 'A contract is due 60 days before it ends, a DBS check 60 days before it runs out.',
  terms: [{ id: 'spring-2027', name: 'Spring 2027' }],
  regions: ['London'],
  kinds: [{ kind: 'DBS' as const, name: 'DBS check', people: 1, reviews: 1 }],
  from: '2026-12-21',
  to: '2027-03-03',
  linkTerm: 'spring-2027',
  linkPlan: null,
  rows: [exampleRow],
};

export const exampleBehind = {
  title: '1 review, 1 person: DBS check',
  items: [{ ...exampleBooking, lead: 'LR-001', name: 'Ada Example', words: [exampleRow.words] }],
};
