/** Examples of the API's description: a term of one region. */

export const exampleFigures = {
  due: 14,
  covered: 11,
  published: 10,
  accepted: 8,
  done: 3,
  notCovered: 1,
  postponed: 1,
  cancelled: 1,
};

export const exampleGroup = {
  key: 'North East',
  name: 'North East',
  isPriority: true,
  members: 40,
  figures: exampleFigures,
};

const kinds = [{ kind: 'NEW_LEAD' as const, name: 'Another lead', changes: 2 }];

export const exampleReport = {
  academicYear: '2026/27',
  years: ['2026/27'],
  term: 'spring-2027',
  terms: [{ key: 'spring-2027', name: 'Spring 2027' }],
  regions: ['North East'],
  phases: [{ key: 'PRIMARY', name: 'Primary' }],
  title: 'Coverage, Spring 2027',
  asAt: '2027-01-25',
  asAtWords: 'As at Monday 25 January 2027.',
  knownAt: '2027-01-25T09:30:00.000000Z',
  headline: '11 of 14 reviews due have a lead: North East 11 of 14.',
  stagesWords:
    '3 done, 5 accepted and to come, 2 waiting for an answer, 1 placed and offered to nobody yet, 1 without a lead, 1 postponed and 1 cancelled.',
  publishingWords:
    'No plan has been published as a whole: this service does not do that yet. A review counts as published from the day on which its lead was first offered it.',
  drafts: [
    'The newest draft of Spring 2027 (version 1, 21 December 2026, 10:42) has a lead for 13 of 14 reviews. Drafts are not counted: nobody has been told.',
  ],
  total: exampleFigures,
  members: 40,
  by: 'REGION' as const,
  cuts: [{ key: 'REGION', name: 'Region' }],
  groupsWords: null,
  groups: [exampleGroup],
  notice: {
    words:
      'Half of the 10 reviews published had 41.5 days or more between the first offer and the first day; the shortest had 9 days. 2 had less than four weeks.',
    reviews: 10,
    medianDays: 41.5,
    shortestDays: 9,
    short: 2,
    spans: [
      { span: 'WEEKS_2' as const, name: '2 to 4 weeks', reviews: 2 },
      { span: 'WEEKS_4' as const, name: '4 to 6 weeks', reviews: 8 },
    ],
  },
  changes: {
    words: '2 offers ended after publication: 2 by Lead Reviewers.',
    total: 2,
    kinds,
    causes: [{ causedBy: 'LEAD_REVIEWER' as const, name: 'The Lead Reviewer', changes: 2, kinds }],
  },
  left: {
    words: '3 of 40 member schools have nobody to lead a review.',
    schools: 3,
    reasons: [{ reason: 'CANCELLED' as const, name: 'Cancelled', schools: 1 }],
  },
  needsInvented: true,
};

export const exampleBehind = {
  title: '1 review done',
  items: [
    {
      review: 'QAR-2026-0042',
      urn: '100091',
      school: 'Frank Barnes School for Deaf Children',
      region: 'London',
      term: 'Spring 2027',
      stage: 'DONE' as const,
      stageWords: 'Done',
      when: 'Monday 11 to Wednesday 13 January 2027, Ada Example',
      notes: [
        'Ada Example, Monday 11 to Wednesday 13 January 2027: offered on 1 December 2026, accepted on 4 December 2026, led on 13 January 2027',
      ],
    },
  ],
};

export const exampleSchools = {
  title: '1 school without anybody to lead its review',
  items: [
    {
      urn: '100092',
      school: 'Vale School',
      region: 'North East',
      phase: 'Special',
      review: 'QAR-2026-0043',
      term: 'Spring 2027',
      reason: 'CANCELLED' as const,
      reasonWords: 'Cancelled by the school: Ofsted called',
    },
  ],
};

export const exampleMembers = {
  title: '1 member school',
  items: [
    {
      urn: '100091',
      school: 'Frank Barnes School for Deaf Children',
      region: 'London',
      phase: 'Special',
      review: 'QAR-2026-0042',
      term: 'Spring 2027',
      stage: 'DONE' as const,
      stageWords: 'Done',
    },
  ],
};
