const school = {
  review: 'QAR-2026-0042',
  school: 'Vale School, Leeds',
  region: 'Yorkshire and the Humber',
  priority: 1,
  isPinned: false,
};
const other = { ...school, review: 'QAR-2026-0043', school: 'Harbour School, Hull' };

const short = {
  words: [
    'At least 1 of 2 reviews goes without a lead: Vale School, Leeds or Harbour School, Hull.',
    'Only Ada Skylark could lead any of them, and at most 1.',
    'Ada Skylark: 1, one in each week that suits (week of 11 January 2027).',
  ],
  reviews: [school, other],
  most: 1,
  people: [
    {
      lead: 'LR-007',
      name: 'Ada Skylark',
      weeks: ['2027-01-11'],
      most: 1,
      limit: 'WEEKS' as const,
      pinnedSeats: 0,
    },
  ],
};

const time = {
  words: [
    'Week of 11 January 2027: 2 reviews could be led in no other week, and at most 1 of them can be led in this one. Ask a school for another week, or somebody to be available.',
  ],
  standing: 'SHORT' as const,
  accepted: 2,
  possible: 2,
  onlyHere: [school, other],
  evenShare: 2,
  people: 1,
  most: 1,
  mostOnlyHere: 1,
};

const group = {
  standing: 'SHORT' as const,
  reviews: 2,
  possible: 2,
  people: 1,
  seats: 1,
  most: 1,
  inShortages: 2,
  words: ['At most 1 of 2 reviews can have a lead.'],
};

/** Two schools that want the only lead in the only week. Invented. */
export const examplePreflight = {
  term: 'Spring 2027',
  asOf: '2026-12-21',
  words: [
    'No plan covers more than 1 of 2 reviews: at least 1 goes without a lead.',
    'Weighted by priority no plan covers more than 1 of 2.',
  ],
  isInvented: { people: false, needs: false },
  coverage: { due: { reviews: 2, priority: 2 }, most: { reviews: 1, priority: 1 } },
  pinsShort: null,
  shortages: [
    {
      ...short,
      priorityLost: 1,
      smallest: [],
      whatHelps: [
        'Ask one of the schools or Ada Skylark for another week.',
        'Find somebody else who could lead one of them.',
      ],
    },
  ],
  nobody: [],
  seats: {
    leads: { reviews: 2, people: 1, most: 1 },
    assurers: {
      words: [],
      whatHelps: [],
      newLeads: 0,
      people: 0,
      most: 0,
      nobody: [],
      shortages: [],
    },
    shadows: {
      words: [],
      whatHelps: [],
      people: 0,
      reviews: 0,
      most: 0,
      nowhere: [],
      shortages: [],
    },
  },
  weeks: [{ week: '2027-01-11', name: 'Week of 11 January 2027', ...time }],
  slots: [
    {
      week: '2027-01-11',
      window: 'MON_WED' as const,
      name: 'Monday 11 to Wednesday 13 January 2027',
      closed: null,
      ...time,
      words: [
        'Monday 11 to Wednesday 13 January 2027: 2 reviews could be led in no other window, and at most 1 of them can be led in this one. Ask a school for another window, or somebody to be available.',
      ],
    },
  ],
  regions: [{ code: 'Yorkshire and the Humber', name: 'Yorkshire and the Humber', ...group }],
  phases: [{ code: 'SPECIAL', name: 'Special', ...group }],
  needs: [{ code: 'ASD', name: 'Autistic spectrum disorder', ...group }],
  leftOut: [
    {
      kind: 'Lead Reviewer' as const,
      who: 'Zoe Quiet',
      reference: 'LR-099',
      reason: 'No answer to the availability round',
      whatHelps: 'Chase them, or enter what they said for them.',
    },
  ],
};
