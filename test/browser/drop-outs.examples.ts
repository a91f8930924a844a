/** Answers about drop-outs that hold all there can be to tell; the people are invented. */
import type { DisturbanceView } from '../../src/allocations/explanations/disturbance.schema.js';
import type {
  DropOutsView,
  DropOutView,
} from '../../src/allocations/explanations/drop-out.schema.js';

const ada = { reference: 'LR-001', name: 'Ada Example' };
const ben = { reference: 'LR-002', name: `Philippa ${'Featherstonehaugh-'.repeat(3)}Cholmondeley` };
const eve = { reference: 'LR-003', name: 'Eve Wren' };
const idle = { reference: 'LR-004', name: 'Tom Idle' };
const vale = { reference: 'R1', name: 'Frank Barnes School for Deaf Children, London' };
const moor = { reference: 'R2', name: `The ${'Very-Long-Named-'.repeat(4)}Academy, Leeds` };
const days = 'Monday 11 to Wednesday 13 January 2027';
const later = 'Wednesday 3 to Friday 5 March 2027';

const about = {
  plan: {
    id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
    version: 2,
    termId: 'spring-2027',
    words: 'Version 2, saved by Sam Whitely on 21 December 2026, 10:42',
    newest: {
      id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e22',
      version: 3,
      words: 'Version 3, saved by Ruth Ellison on 21 December 2026, 11:00',
    },
  },
  measuredFrom: {
    isProven: false,
    breaches: [],
    words: [
      'This plan is not proven to be the best: what is lost is measured from it as it stands.',
    ],
  },
};

const lost: DropOutsView['people'][number] = {
  person: ada,
  words: [],
  leads: [vale, moor],
  seats: 3,
  losses: [
    { aim: 'coverage', given: 9, alternative: 8, loss: 1 },
    { aim: 'balance', given: 1000, alternative: 1000, loss: 0 },
  ],
  differences: [
    { aim: 'commitment', isWorse: true, words: '1 more review short of the term’s targets' },
    {
      aim: 'fit',
      isWorse: false,
      words: 'leads, dates and schools suit each other better, by 4 points',
    },
  ],
  isProven: false,
  uncovered: [vale],
  singlePointFor: [vale],
  takenOver: [{ review: moor, by: ben }],
  standIns: [
    { review: vale, people: [] },
    { review: moor, people: [ben, eve] },
  ],
  disturbed: [ben],
};
const none = { leads: [], uncovered: [], singlePointFor: [], takenOver: [], standIns: [] };

export const exampleDropOuts: DropOutsView = {
  ...{ state: 'DONE', done: 4, of: 4 },
  ...about,
  words:
    '2 of 3 people cannot drop out without a review losing its lead: Eve Wren and Ada Example.',
  people: [
    { ...lost, ...none, person: eve, losses: null, differences: [], seats: 1, disturbed: [] },
    lost,
    { ...lost, ...none, person: ben, differences: [], isProven: true, seats: 1, disturbed: [] },
    { ...lost, ...none, person: idle, differences: [], isProven: true, seats: 0, disturbed: [] },
  ],
  singlePoints: [
    { review: vale, person: ada, why: 'ONLY_LEAD' },
    { review: moor, person: ben, why: 'NEEDED' },
  ],
  standbys: [
    { person: ben, takesOver: 3, couldStepIn: 12 },
    { person: eve, takesOver: 0, couldStepIn: 1 },
  ],
  standIns: [],
};

export const workingDropOuts: DropOutsView = {
  ...exampleDropOuts,
  ...{ state: 'WORKING', done: 1, of: 4, words: null },
  ...{ people: exampleDropOuts.people.slice(1, 2), singlePoints: null, standbys: null },
};

const loses = {
  review: vale,
  kind: 'NO_LEAD' as const,
  isTheirs: true,
  before: { lead: ada, days },
  after: { lead: null, days: null },
  words: `${vale.name} loses its lead.`,
};
const moves: NonNullable<DropOutView['dropOut']>['moves'] = [
  loses,
  { ...loses, review: moor, kind: 'NEW_LEAD', after: { lead: ben, days: later } },
  {
    ...{ ...loses, review: { reference: 'R3', name: 'Moor School, Leeds' }, isTheirs: false },
    ...{ kind: 'COMPANY', before: { lead: ben, days }, after: { lead: ben, days } },
    words: 'Eve Wren quality assures Moor School, Leeds.',
  },
];

export const exampleDropOut: DropOutView = {
  ...{ state: 'DONE', done: 1, of: 1 },
  ...about,
  person: ada,
  dropOut: { ...lost, moves, edits: [{ kind: 'CLEAR', review: 'R1' }], reviews: [] },
};

const line: DisturbanceView['lines'][number] = {
  words: '',
  people: 0,
  disturbed: [],
  covered: 7,
  lost: [vale, moor],
  aims: [
    { aim: 'coverage', value: 7, bound: 7 },
    { aim: 'balance', value: 900, bound: 900 },
  ],
  change: [],
  differences: [],
  moves: moves.slice(0, 1),
  edits: [{ kind: 'CLEAR', review: 'R1' }],
  reviews: [],
};

export const exampleDisturbance: DisturbanceView = {
  ...{ state: 'DONE', done: 2, of: 2, least: 0, ended: 'BEST' },
  measuredFrom: about.measuredFrom,
  lines: [
    line,
    {
      ...{ ...line, people: 1, disturbed: [ben], covered: 8, lost: [vale], moves },
      aims: [
        { aim: 'coverage', value: 8, bound: 8 },
        { aim: 'balance', value: 1200, bound: 1200 },
      ],
      differences: [
        { aim: 'balance', isWorse: true, words: 'load spread less evenly, by 300 points' },
      ],
    },
  ],
  best: {
    aims: [
      { aim: 'coverage', value: 8, bound: 8 },
      { aim: 'balance', value: 1000, bound: 1000 },
    ],
    disturbed: [ben],
  },
  reaches: [{ aim: 'coverage', people: 1 }],
  outcome: [
    'There is a plan that disturbs nobody.',
    'Disturbing 1 person, as much is covered as can be.',
  ],
};
