export const exampleSection = {
  key: 'coverage',
  title: 'Coverage',
  sentence: '148 of 153 reviews have a lead.',
  more: ['Reviews had 61 days’ notice in the middle.'],
  path: '/reports/coverage',
  search: { term: 'spring-2027' },
  pictures: [
    {
      title: 'Reviews by region',
      unit: 'REVIEWS',
      parts: [
        { name: 'Done', tone: 'DONE' },
        { name: 'Without a lead', tone: 'MISSING' },
      ],
      rows: [{ name: 'North East', values: [12, 1] }],
    },
  ],
} as const;

export const exampleReport = {
  term: 'spring-2027',
  academicYear: '2026/27',
  terms: [{ id: 'spring-2027', name: 'Spring 2027' }],
  title: 'Spring 2027: termly report',
  asAt: '2027-03-25',
  asAtWords: 'As at 25 March 2027, as on record on 25 March 2027, 09:30.',
  knownAt: '2027-03-25T09:30:00.000000Z',
  summary: ['148 of 153 reviews have a lead.'],
  sections: [exampleSection],
  synthetic: true,
} as const;
