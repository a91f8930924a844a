/** Examples of the API's description: one seat of one invented person, at invented fees. */

const none = { pence: 0, seats: 0, unknown: 0 };
const one = { pence: 53_792, seats: 1, unknown: 0 };
export const exampleAmounts = {
  DONE: one,
  ACCEPTED: none,
  OFFERED: none,
  PLANNED: none,
  all: one,
};

export const exampleRow = { key: 'spring-2027', name: 'Spring 2027', amounts: exampleAmounts };

const where = {
  review: 'QAR-2026-0042',
  urn: '100091',
  school: 'Frank Barnes School for Deaf Children',
  region: 'London',
  termId: 'spring-2027',
};

export const exampleSeat = {
  key: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  ...where,
  role: 'LEAD',
  lead: 'LR-001',
  name: 'Ada Example',
  week: '2027-01-11',
  when: 'Monday 11 to Wednesday 13 January 2027',
  state: 'DONE' as const,
  stateWords: 'Done',
  pence: 53_792,
  amountWords: '£537.92',
  parts: [
    { kind: 'BASE', pence: 50_000, words: 'Fee for leading: £500.00' },
    {
      kind: 'TRAVEL',
      pence: 3_792,
      words: '84.27 road miles there and back at 45p a mile: £37.92',
    },
  ],
};

export const exampleMismatch = {
  kind: 'AMOUNT_CHANGED' as const,
  name: 'Another amount than was paid',
  words: '£500.00 was paid (payroll 3), and £537.92 is due: pay £37.92',
  key: 'AMOUNT_CHANGED 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  ...where,
  lead: 'LR-001',
  person: 'Ada Example',
  when: 'Monday 11 to Wednesday 13 January 2027',
  due: 53_792,
  paid: 50_000,
  difference: 3_792,
};

export const exampleBehind = {
  title: '1 paid seat, £537.92',
  items: [exampleSeat],
};

export const exampleReport = {
  academicYear: '2026/27',
  years: ['2026/27'],
  asAt: '2027-03-25',
  knownAt: '2027-03-25T09:30:00.000000Z',
  title: 'Fees and costs, 2026 to 2027',
  asAtWords: 'As at Thursday 25 March 2027.',
  headline: '£537.92 for 1 paid seat done, and none ahead.',
  tableWords:
    'On 25 March 2027: £500.00 a review, no regional supplement, 45p a mile, £95.00 a night. Each review is paid by the fees of its first day.',
  isSet: true,
  isInvented: false,
  terms: [{ id: 'spring-2027', name: 'Spring 2027' }],
  regions: ['London'],
  leads: [{ code: 'LR-001', name: 'Ada Example' }],
  total: exampleAmounts,
  byTerm: [exampleRow],
  byRegion: [{ ...exampleRow, key: 'London', name: 'London' }],
  byLead: [{ ...exampleRow, key: 'LR-001', name: 'Ada Example' }],
  mismatches: [exampleMismatch],
};

export const exampleLine = {
  position: 1,
  seat: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
  kind: 'PAY' as const,
  pence: 53_792,
  lead: 'LR-001',
  name: 'Ada Example',
  review: 'QAR-2026-0042',
  school: 'Frank Barnes School for Deaf Children',
  when: 'Monday 11 to Wednesday 13 January 2027',
  words: 'Fee for leading: £500.00; 84.27 road miles there and back at 45p a mile: £37.92',
};

export const exampleBatch = {
  id: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b11',
  number: 3,
  upTo: '2027-01-31',
  state: 'MADE' as const,
  words: 'Payroll 3: reviews up to 31 January 2027',
  stateWords: 'Made on 1 February 2027, 09:30 by Operations. Not marked as sent yet.',
  lines: 1,
  pence: 53_792,
  canBeTakenBack: true,
};

export const examplePayroll = {
  next: {
    upTo: '2027-03-25',
    lines: [exampleLine],
    of: 1,
    pence: 53_792,
    corrections: 0,
    seen: 'a7f5c0de0f0f3f1f8f1c7e5f9d6b4a2c1e0d9c8b7a6958473625140f1e2d3c4b',
    words: '1 line, £537.92: 1 seat to pay, no corrections.',
  },
  batches: [exampleBatch],
};
