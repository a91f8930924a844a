const none = { plan: null, run: null, week: null, reviews: [], leads: [], urns: [] };
const exampleId = '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21';

const seeUnanswered = {
  ...none,
  kind: 'SEE_UNANSWERED' as const,
  label: 'Chase 1 person',
  leads: ['LR-099'],
};

const counted = { state: 'COUNTED' as const, note: '', action: null };
const notInUse = {
  state: 'NOT_IN_USE' as const,
  done: null,
  of: null,
  unit: 'Not in use yet',
  note: '',
  action: null,
};

/** Two schools, one of them without a lead. Invented. */
export const exampleTermHome = {
  term: {
    id: 'spring-2027',
    name: 'Spring 2027',
    title: 'Spring term 2027',
    startsOn: '2027-01-04',
    endsOn: '2027-03-25',
    words: [
      'Monday 4 January to Thursday 25 March 2027.',
      '11 school weeks.',
      'The first planned review begins in 3 weeks.',
    ],
  },
  today: { date: '2026-12-21', words: 'Monday 21 December 2026' },
  isInvented: { people: false, needs: false },
  funnel: [
    {
      ...counted,
      step: 'DUE' as const,
      name: 'Schools due',
      done: 2,
      of: 2,
      unit: 'reviews this term',
      note: 'All in this term',
    },
    {
      ...counted,
      step: 'WINDOWS' as const,
      name: 'Windows known',
      done: 2,
      of: 2,
      unit: 'of 2 schools',
      note: 'All known',
    },
    {
      step: 'AVAILABILITY' as const,
      name: 'Availability answered',
      state: 'COUNTED' as const,
      done: 1,
      of: 2,
      unit: 'of 2 people',
      note: '1 to chase',
      action: seeUnanswered,
    },
    {
      ...counted,
      step: 'ALLOCATED' as const,
      name: 'Have a lead',
      done: 1,
      of: 2,
      unit: 'of 2 reviews',
      note: '1 without',
      action: {
        ...none,
        kind: 'SEE_UNPLACED' as const,
        label: 'What would it take?',
        plan: exampleId,
        reviews: ['QAR-2026-0043'],
      },
    },
    { ...notInUse, step: 'PUBLISHED' as const, name: 'Published' },
    { ...notInUse, step: 'ACCEPTED' as const, name: 'Accepted' },
  ],
  attention: [
    {
      id: 'availability-not-answered-4f1c2a9be07d',
      kind: 'AVAILABILITY_NOT_ANSWERED' as const,
      urgency: 'URGENT' as const,
      title: '1 person has not sent their availability',
      detail:
        'Zoe Quiet. Until they answer they are not allocated; they still owe 6 reviews this year. The deadline was Friday 11 December 2026, 5:00 pm.',
      due: { on: '2026-12-11', what: 'DUE' as const, words: 'Due Friday 11 December 2026' },
      blocks: 'Leaves out 1 person',
      actions: [seeUnanswered],
    },
  ],
  regions: [
    {
      region: 'Yorkshire and the Humber',
      isPriority: false,
      reviews: 2,
      withLead: 1,
      windowsNotKnown: 0,
      standing: 'FEW' as const,
      words: '1 without a lead',
    },
  ],
  weeks: [
    {
      week: '2027-01-11',
      name: 'Week of 11 January 2027',
      breakBefore: null,
      planned: 1,
      waiting: 1,
      evenShare: 2,
      accepted: 2,
      people: 1,
      most: 1,
      standing: 'SHORT' as const,
      words: [
        'Week of 11 January 2027: 2 reviews could be led in no other week, and at most 1 of them can be led in this one. Ask a school for another week, or somebody to be available.',
      ],
    },
  ],
  plan: {
    id: exampleId,
    version: 1,
    runId: '0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10',
    status: 'OPTIMAL' as const,
    author: 'Operations',
    note: null,
    createdAt: '2026-12-21T09:30:12.000Z',
    asOf: '2026-12-21',
    isOutdated: false,
    reviews: 2,
    withLead: 1,
  },
  run: null,
};
